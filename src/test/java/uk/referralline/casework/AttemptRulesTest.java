package uk.referralline.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.referralline.duty.OpeningHours;
import uk.referralline.yaml.Fault;
import uk.referralline.yaml.Faults;

/** When somebody who was not reached is tried again, and how a wrong file is refused. All times are UK times. */
class AttemptRulesTest {
    private static final String EVENING = "  afternoon: 12:00 to 17:00\n  evening: 17:00 to 19:00\n";

    private final OpeningHours hours = hours(shipped("opening-hours.yaml"));

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // The other half of the same day, at least two hours on.
                "-, 2026-11-24T09:30, 2026-11-24T12:00",
                "-, 2026-11-24T11:58, 2026-11-24T13:58",
                // Nothing is left of today: tomorrow morning.
                "-, 2026-11-24T12:00, 2026-11-25T09:00",
                "-, 2026-11-24T16:59, 2026-11-25T09:00",
                // Tried outside hours, by an advocate who stayed on: whatever comes first.
                "-, 2026-11-24T19:00, 2026-11-25T09:00",
                "-, 2026-11-24T08:00, 2026-11-24T10:00",
                // Both parts were tried: not the last one's again.
                "2026-11-24T09:30, 2026-11-24T13:00, 2026-11-25T09:00",
                "2026-11-23T13:00, 2026-11-24T09:30, 2026-11-24T12:00",
                "2026-11-23T09:30, 2026-11-24T09:30, 2026-11-24T12:00",
                // Weekends, Christmas, and the clocks.
                "-, 2026-11-27T14:00, 2026-11-30T09:00",
                "-, 2026-11-28T14:00, 2026-11-30T09:00",
                "-, 2026-12-24T13:00, 2026-12-29T09:00",
                "-, 2026-12-24T09:00, 2026-12-24T12:00",
                "-, 2026-03-27T13:00, 2026-03-30T09:00",
                "-, 2026-10-23T13:00, 2026-10-26T09:00",
                // Three attempts: a person decides.
                "2026-11-23T09:30 2026-11-23T13:00, 2026-11-24T09:30, -",
            })
    void theNextAttemptIsInAnotherPartOfTheDay(String earlier, LocalDateTime last, LocalDateTime next) {
        List<Instant> before = Optional.ofNullable(earlier).stream()
                .flatMap(all -> Stream.of(all.split(" ")))
                .map(AttemptRulesTest::london)
                .toList();

        assertThat(rules(shipped("attempts.yaml")).nextAttempt(london(last), before, hours))
                .isEqualTo(Optional.ofNullable(next).map(AttemptRulesTest::london));
    }

    @Test
    void aPartThatNobodyTriedComesFirst() {
        AttemptRules rules = rules(withEvening());
        OpeningHours late = hours(openLate());

        assertThat(rules.nextAttempt(london("2026-11-24T13:00"), List.of(london("2026-11-24T09:30")), late))
                .contains(london("2026-11-24T17:00"));
        assertThat(rules.nextAttempt(london("2026-11-24T18:00"), List.of(london("2026-11-24T09:30")), late))
                .contains(london("2026-11-25T12:00"));
    }

    @Test
    void nobodyWaitsForAPartThatIsDaysAway() {
        OpeningHours lateOnThursdays =
                hours(shipped("opening-hours.yaml").replace("thursday: 09:00 to 17:00", "thursday: 09:00 to 19:00"));
        AttemptRules rules = rules(withEvening());

        assertThat(rules.nextAttempt(london("2026-11-23T13:00"), List.of(london("2026-11-23T09:30")), lateOnThursdays))
                .contains(london("2026-11-24T09:00"));
    }

    @Test
    void aDayOfOnePartIsTriedAgainOnTheNextWorkingDay() {
        AttemptRules rules = rules(shipped("attempts.yaml")
                .replace("  morning: 09:00 to 12:00\n  afternoon: 12:00 to 17:00", "  day: 10:00 to 16:00"));

        assertThat(rules.nextAttempt(london("2026-11-27T11:00"), List.of(), hours))
                .contains(london("2026-11-30T10:00"));
    }

    @Test
    void nothingIsProposedWhileAnEmergencyKeepsTheLineClosed() {
        OpeningHours emergency =
                hours(shipped("opening-hours.yaml") + "\nclosed-now: {until: 2026-11-24 14:30, reason: No power}\n");

        assertThat(rules(shipped("attempts.yaml")).nextAttempt(london("2026-11-24T09:30"), List.of(), emergency))
                .contains(london("2026-11-24T14:30"));
    }

    @Test
    void aDayTooShortForEveryPartIsTriedWhenItOpens() {
        AttemptRules rules = rules(shipped("attempts.yaml").replace("  morning: 09:00 to 12:00\n", ""));
        OpeningHours shortWednesday =
                hours(shipped("opening-hours.yaml").replace("wednesday: 09:00 to 17:00", "wednesday: 09:00 to 11:00"));

        assertThat(rules.nextAttempt(london("2026-11-24T13:00"), List.of(), shortWednesday))
                .contains(london("2026-11-25T09:00"));
    }

    @Test
    void anAttemptIsAlwaysLaterInOpeningHoursAndOnAWorkingDay() {
        AttemptRules rules = rules(shipped("attempts.yaml"));
        Instant end = london("2027-11-01T00:00");
        for (Instant last = london("2026-11-01T00:00"); last.isBefore(end); last = last.plusSeconds(1859)) {
            Instant next = rules.nextAttempt(last, List.of(), hours).orElseThrow();

            assertThat(next).isAfterOrEqualTo(last.plus(rules.apart()));
            assertThat(hours.openAt(next)).isTrue();
            assertThat(hours.workingDay(next.atZone(OpeningHours.LONDON).toLocalDate()))
                    .isTrue();
        }
    }

    @Test
    void everyDispositionHasItsWords() {
        AttemptRules rules = rules(shipped("attempts.yaml"));

        assertThat(rules.words()).containsOnlyKeys(Disposition.values());
        assertThat(rules.words(Disposition.SPOKE).label()).isEqualTo("We spoke");
    }

    @Test
    void whatADispositionMeansIsFixed() {
        assertThat(Stream.of(Disposition.values()).filter(Disposition::settles))
                .containsExactly(
                        Disposition.SPOKE,
                        Disposition.WRONG_NUMBER,
                        Disposition.ASKED_NOT_TO_CALL,
                        Disposition.HANDED_OVER);
        assertThat(Stream.of(Disposition.values()).filter(Disposition::needsPermission))
                .containsExactly(Disposition.MESSAGE_LEFT);
        assertThat(Stream.of(Disposition.values()).filter(Disposition::blocksNumber))
                .containsExactly(Disposition.WRONG_NUMBER, Disposition.ASKED_NOT_TO_CALL);
        assertThat(Stream.of(Disposition.values()))
                .allSatisfy(each -> assertThat(Disposition.ofWord(each.word())).isEqualTo(each));
    }

    @Test
    void everyFaultOfTheFileIsReportedAtOnceWithItsLine() {
        assertThat(faults("""
                owner: ""
                most: 0
                lease-minutes: half an hour
                hours-apart: 25
                parts-of-day:
                  early: 06:00 to 09:00
                  morning: 9am to 12
                  late: 14:00 to 13:00
                  day: 10:00 to 16:00
                  noon: 12:00 to 13:00
                dispositions:
                  spoke: {label: We spoke}
                  not-in: {label: "", hint: Nobody was there.}
                  no-answer: {label: No answer, hint: Nobody., settles: yes}
                  message-left: We left a message.
                  wrong-numbers: {label: Wrong, hint: Nobody knows them.}
                  asked-not-to-call: {label: Asked, hint: No more calls.}
                """))
                .containsExactly(
                        "attempts.yaml:1: \"review\" is missing.",
                        "attempts.yaml:1: Expected who keeps this file, not \"\".",
                        "attempts.yaml:2: Expected a whole number from 1 to 10, not \"0\".",
                        "attempts.yaml:3: Expected a whole number from 1 to 480, not \"half an hour\".",
                        "attempts.yaml:4: Expected a whole number from 0 to 24, not \"25\".",
                        "attempts.yaml:6 (parts-of-day): The line is never open then; see opening-hours.yaml, or take \"early\" out.",
                        "attempts.yaml:7 (parts-of-day): Expected hours such as 09:00 to 12:00, not \"9am to 12\".",
                        "attempts.yaml:8 (parts-of-day): Expected hours such as 09:00 to 12:00, not \"14:00 to 13:00\".",
                        "attempts.yaml:10 (parts-of-day): This begins before the part above it ends; write the parts in the order of the day.",
                        "attempts.yaml:12 (dispositions): \"handed-over\" is missing.",
                        "attempts.yaml:12 (dispositions): \"hint\" is missing.",
                        "attempts.yaml:12 (dispositions): \"wrong-number\" is missing.",
                        "attempts.yaml:13 (dispositions): Expected a few words for an advocate to choose by, not \"\".",
                        "attempts.yaml:14 (dispositions): \"settles\" is not known here; it can be hint, label.",
                        "attempts.yaml:15 (dispositions): \"hint\" is missing.",
                        "attempts.yaml:15 (dispositions): \"label\" is missing.",
                        "attempts.yaml:16 (dispositions): \"wrong-numbers\" is not known here; did you mean \"wrong-number\"?");
    }

    @Test
    void aFileWithNothingInItSaysWhatIsMissing() {
        assertThat(faults("owner: Service manager\nreview: 2027-05-31\nparts-of-day: {}\n"))
                .contains(
                        "attempts.yaml:1: \"most\" is missing.",
                        "attempts.yaml:1: \"dispositions\" is missing.",
                        "attempts.yaml:3 (parts-of-day): A day has at least one part; write it, such as morning: 09:00 to 12:00.");
    }

    private List<String> faults(String text) {
        var found = new Faults();
        assertThat(AttemptRules.read(text, Optional.of(hours), found::add)).isEmpty();
        return found.sorted().stream()
                .map(Fault::toString)
                .sorted(AttemptRulesTest::byLine)
                .toList();
    }

    private static int byLine(String one, String other) {
        int byLine = Integer.compare(line(one), line(other));
        return byLine != 0 ? byLine : one.compareTo(other);
    }

    private static int line(String fault) {
        return Integer.parseInt(fault.replaceFirst("^[^:]*:([0-9]+).*", "$1"));
    }

    private static AttemptRules rules(String text) {
        var faults = new Faults();
        Optional<AttemptRules> rules = AttemptRules.read(text, Optional.empty(), faults::add);
        faults.throwIfAny();
        return rules.orElseThrow();
    }

    private static String withEvening() {
        return shipped("attempts.yaml").replace("  afternoon: 12:00 to 17:00\n", EVENING);
    }

    private static String openLate() {
        return shipped("opening-hours.yaml").replace("09:00 to 17:00", "09:00 to 19:00");
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
        return at.atZone(OpeningHours.LONDON).toInstant();
    }

    private static String shipped(String file) {
        try {
            return Files.readString(Path.of("ivr-scripts", file));
        } catch (IOException gone) {
            throw new AssertionError(gone);
        }
    }
}
