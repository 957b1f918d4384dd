package uk.referralline.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import uk.referralline.duty.OpeningHours;
import uk.referralline.yaml.Fault;
import uk.referralline.yaml.Faults;

/** The promises of the shipped files, as a table: received, and due. All times are UK times. */
class DueTimesTest {

    private final DueTimes dueTimes = dueTimes(shipped("opening-hours.yaml"));

    @ParameterizedTest
    @CsvSource({
        // Monday to Thursday, inside and outside hours.
        "U3, 2026-11-23T10:00, 2026-11-26T17:00",
        "U3, 2026-11-23T16:59:59, 2026-11-26T17:00",
        "U3, 2026-11-23T17:00, 2026-11-27T17:00",
        "U3, 2026-11-23T08:59, 2026-11-26T17:00",
        "U3, 2026-11-24T03:00, 2026-11-27T17:00",
        "U2, 2026-11-23T10:00, 2026-11-24T17:00",
        "U2, 2026-11-23T17:00, 2026-11-25T17:00",
        "U1, 2026-11-23T10:00, 2026-11-23T17:00",
        "U1, 2026-11-23T15:00, 2026-11-23T17:00",
        "U1, 2026-11-23T15:00:01, 2026-11-24T10:00",
        "U1, 2026-11-23T16:59:59, 2026-11-24T10:00",
        "U1, 2026-11-23T17:00, 2026-11-24T10:00",
        // Fridays and weekends.
        "U3, 2026-11-27T16:00, 2026-12-02T17:00",
        "U2, 2026-11-27T16:00, 2026-11-30T17:00",
        "U1, 2026-11-27T16:00, 2026-11-30T10:00",
        "U3, 2026-11-28T12:00, 2026-12-03T17:00",
        "U2, 2026-11-28T12:00, 2026-12-01T17:00",
        "U1, 2026-11-29T23:59, 2026-11-30T10:00",
        // Christmas 2026: holidays on Friday 25, Monday 28 and Friday 1 January.
        "U3, 2026-12-23T10:00, 2026-12-30T17:00",
        "U3, 2026-12-24T10:00, 2026-12-31T17:00",
        "U3, 2026-12-24T17:00, 2027-01-04T17:00",
        "U3, 2026-12-25T10:00, 2027-01-04T17:00",
        "U2, 2026-12-24T10:00, 2026-12-29T17:00",
        "U2, 2026-12-28T10:00, 2026-12-30T17:00",
        "U1, 2026-12-24T16:00, 2026-12-29T10:00",
        "U1, 2026-12-26T10:00, 2026-12-29T10:00",
        "U2, 2026-12-31T16:00, 2027-01-04T17:00",
        // The clocks: forward on Sunday 29 March 2026, back on Sunday 25 October 2026.
        "U1, 2026-03-27T16:00, 2026-03-30T10:00",
        "U3, 2026-03-27T16:00, 2026-04-01T17:00",
        "U1, 2026-10-23T16:00, 2026-10-26T10:00",
        "U2, 2026-10-25T01:30, 2026-10-27T17:00",
    })
    void whatIsReceivedIsDue(Urgency urgency, LocalDateTime received, LocalDateTime due) {
        assertThat(dueTimes.due(urgency, london(received))).isEqualTo(london(due));
    }

    @Test
    void aSaturdayOpeningIsNoDayOfReceiptAndNoDayToBeDue() {
        DueTimes weekend =
                dueTimes(shipped("opening-hours.yaml").replace("saturday: closed", "saturday: 10:00 to 12:00"));

        assertThat(weekend.due(Urgency.U1, london("2026-11-27T16:00"))).isEqualTo(london("2026-11-30T10:00"));
        assertThat(weekend.due(Urgency.U2, london("2026-11-28T11:00"))).isEqualTo(london("2026-12-01T17:00"));
    }

    @Test
    void whatComesInDuringAnEmergencyIsReceivedWhenItEnds() {
        DueTimes emergency =
                dueTimes(shipped("opening-hours.yaml") + "\nclosed-now: {until: 2026-11-24 15:30, reason: No power}\n");

        assertThat(emergency.due(Urgency.U1, london("2026-11-23T10:00"))).isEqualTo(london("2026-11-24T16:30"));
        assertThat(emergency.due(Urgency.U2, london("2026-11-23T10:00"))).isEqualTo(london("2026-11-25T17:00"));
    }

    @Test
    void anUrgentRequestIsDueByTheCloseOfAVeryShortDay() {
        DueTimes shortTuesday =
                dueTimes(shipped("opening-hours.yaml").replace("tuesday: 09:00 to 17:00", "tuesday: 09:00 to 09:30"));

        assertThat(shortTuesday.due(Urgency.U1, london("2026-11-23T16:00"))).isEqualTo(london("2026-11-24T09:30"));
    }

    @ParameterizedTest
    @EnumSource
    void aPromiseIsAlwaysLaterThanTheRequestAndOnAWorkingDay(Urgency urgency) {
        OpeningHours hours = hours(shipped("opening-hours.yaml"));
        Instant last = london("2028-01-10T00:00");
        for (Instant at = london("2026-11-01T00:00"); at.isBefore(last); at = at.plusSeconds(1859)) {
            Instant due = dueTimes.due(urgency, at);

            assertThat(due).isAfter(at);
            assertThat(hours.workingDay(due.atZone(OpeningHours.LONDON).toLocalDate()))
                    .isTrue();
        }
    }

    @Test
    void everyFaultOfTheFileIsReportedAtOnceWithItsLine() {
        var faults = new Faults();
        var read = Promises.read("""
                owner: Service manager
                U1:
                  same-day-if-hours-left: two
                  hours-after-opening: 0
                U2:
                  working-days: 1
                  days: 1
                U4: {}
                """, faults::add);

        assertThat(read).isEmpty();
        assertThat(faults.sorted().stream().map(fault -> fault.toString().replaceFirst(": .*", "")))
                .containsExactlyInAnyOrder(
                        "due-times.yaml:1",
                        "due-times.yaml:3 (U1)",
                        "due-times.yaml:4 (U1)",
                        "due-times.yaml:7 (U2)",
                        "due-times.yaml:1",
                        "due-times.yaml:8");
    }

    @Test
    void whatIsSoonIsNotLaterThanTheRest() {
        var faults = new Faults();
        Promises.read(shipped("due-times.yaml").replace("working-days: 1", "working-days: 4"), faults::add);

        assertThat(faults.sorted()).singleElement().extracting(Fault::where).isEqualTo("U3");
    }

    private static DueTimes dueTimes(String hours) {
        var faults = new Faults();
        Optional<Promises> promises = Promises.read(shipped("due-times.yaml"), faults::add);
        faults.throwIfAny();
        return new DueTimes(hours(hours), promises.orElseThrow());
    }

    private static OpeningHours hours(String hours) {
        var faults = new Faults();
        Optional<OpeningHours> read = OpeningHours.read(hours, shipped("bank-holidays.yaml"), faults::add);
        faults.throwIfAny();
        return read.orElseThrow();
    }

    private static Instant london(String at) {
        return london(LocalDateTime.parse(at));
    }

    private static Instant london(LocalDateTime at) {
        return at.atZone(ZoneId.of("Europe/London")).toInstant();
    }

    private static String shipped(String file) {
        try {
            return Files.readString(Path.of("ivr-scripts", file));
        } catch (IOException gone) {
            throw new AssertionError(gone);
        }
    }
}
