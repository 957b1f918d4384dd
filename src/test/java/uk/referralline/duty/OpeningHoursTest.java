package uk.referralline.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.referralline.yaml.Faults;

/** The shipped files' hours, and what closures and the emergency switch make of them. */
class OpeningHoursTest {

    private static final String HOLIDAYS = shipped("bank-holidays.yaml");
    private static final String HOURS = shipped("opening-hours.yaml");
    private static final String CHRISTMAS_WEEK = HOURS.replace("closures: []", """
            closures:
              - {from: 2026-12-29, to: 2026-12-31, reason: The office is closed}
              - {from: 2027-02-10, to: 2027-02-10, reason: Moving house}
            """);

    private final OpeningHours hours = read(HOURS);

    @Test
    void theTestsRunInAnOddTimeZone() {
        assertThat(ZoneId.systemDefault()).isEqualTo(ZoneId.of("Pacific/Chatham"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T08:59:59.999, false",
        "2026-11-23T09:00:00, true",
        "2026-11-23T16:59:59.999, true",
        "2026-11-23T17:00:00, false",
        "2026-11-23T00:00:00, false",
        "2026-11-21T12:00:00, false",
        "2026-11-22T12:00:00, false",
    })
    void theLineIsOpenFromNineToFiveOnWeekdays(LocalDateTime at, boolean open) {
        assertThat(hours.openAt(london(at))).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        // The Friday before and the Monday after each change of the clocks.
        "2026-03-27, 09:00, 2026-03-30, 08:00",
        "2026-10-23, 08:00, 2026-10-26, 09:00",
        "2027-03-25, 09:00, 2027-03-30, 08:00",
        "2027-10-29, 08:00, 2027-11-01, 09:00",
        "2028-03-24, 09:00, 2028-03-27, 08:00",
        "2028-10-27, 08:00, 2028-10-30, 09:00",
    })
    void nineIsNineBeforeAndAfterTheClocksChange(
            LocalDate before, LocalTime utcBefore, LocalDate after, LocalTime utcAfter) {
        Instant opensBefore = before.atTime(utcBefore).toInstant(ZoneOffset.UTC);
        Instant opensAfter = after.atTime(utcAfter).toInstant(ZoneOffset.UTC);

        assertThat(hours.openAt(opensBefore)).isTrue();
        assertThat(hours.openAt(opensBefore.minusMillis(1))).isFalse();
        assertThat(hours.nextOpening(opensBefore)).isEqualTo(opensAfter);
        assertThat(hours.closes(before)).isEqualTo(opensBefore.plus(8, ChronoUnit.HOURS));
        assertThat(hours.closes(after)).isEqualTo(opensAfter.plus(8, ChronoUnit.HOURS));
    }

    @Test
    void theHolidaysAreThoseOfEngland() {
        Set<LocalDate> closedWeekdays = LocalDate.of(2026, 1, 1)
                .datesUntil(LocalDate.of(2029, 1, 1))
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 && !hours.workingDay(day))
                .collect(Collectors.toSet());

        assertThat(closedWeekdays)
                .containsExactlyInAnyOrderElementsOf(Stream.of(
                                "2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28",
                                "2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27 2027-12-28",
                                "2028-01-03 2028-04-14 2028-04-17 2028-05-01 2028-05-29 2028-08-28 2028-12-25 2028-12-26")
                        .flatMap(year -> Stream.of(year.split(" ")))
                        .map(LocalDate::parse)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T08:00, 2026-11-23T09:00",
        "2026-11-23T09:00, 2026-11-24T09:00",
        "2026-11-23T12:00, 2026-11-24T09:00",
        "2026-11-23T17:00, 2026-11-24T09:00",
        "2026-11-27T17:00, 2026-11-30T09:00",
        // Christmas 2026: Friday is a holiday, Boxing Day is taken on the Monday.
        "2026-12-24T17:00, 2026-12-29T09:00",
        "2026-12-31T17:00, 2027-01-04T09:00",
        // Christmas 2027: both are taken on the Monday and the Tuesday.
        "2027-12-24T17:00, 2027-12-29T09:00",
        // New Year's Day 2028 is taken on the Monday.
        "2027-12-31T17:00, 2028-01-04T09:00",
        "2028-12-22T17:00, 2028-12-27T09:00",
        // In the hour that does not exist, and in both of the hour that comes twice.
        "2026-03-29T01:30, 2026-03-30T09:00",
        "2026-10-25T01:30, 2026-10-26T09:00",
    })
    void theNextOpeningIsOnTheNextOpenDay(LocalDateTime from, LocalDateTime opening) {
        assertThat(hours.nextOpening(london(from))).isEqualTo(london(opening));
        assertThat(hours.openAt(hours.nextOpening(london(from)))).isTrue();
    }

    @Test
    void aClosureClosesItsFirstAndItsLastDay() {
        OpeningHours closing = read(CHRISTMAS_WEEK);

        assertThat(closing.openAt(london("2026-12-29T12:00"))).isFalse();
        assertThat(closing.openAt(london("2026-12-31T12:00"))).isFalse();
        assertThat(closing.workingDay(LocalDate.parse("2026-12-30"))).isFalse();
        assertThat(closing.workingDay(LocalDate.parse("2027-02-10"))).isFalse();
        assertThat(closing.workingDay(LocalDate.parse("2027-02-09"))).isTrue();
        assertThat(closing.workingDay(LocalDate.parse("2027-02-11"))).isTrue();
        assertThat(closing.nextOpening(london("2026-12-24T16:59"))).isEqualTo(london("2027-01-04T09:00"));
    }

    @Test
    void theEmergencySwitchClosesUntilItsTimeAndChangesNoWorkingDay() {
        OpeningHours emergency = read(HOURS + "\nclosed-now: {until: 2026-11-24 12:00, reason: No power}\n");

        assertThat(emergency.openAt(london("2026-11-23T10:00"))).isFalse();
        assertThat(emergency.openAt(london("2026-11-24T11:59:59"))).isFalse();
        assertThat(emergency.openAt(london("2026-11-24T12:00"))).isTrue();
        assertThat(emergency.nextOpening(london("2026-11-23T10:00"))).isEqualTo(london("2026-11-24T12:00"));
        assertThat(emergency.nextOpening(london("2026-11-24T12:00"))).isEqualTo(london("2026-11-25T09:00"));
        assertThat(emergency.workingDay(LocalDate.parse("2026-11-23"))).isTrue();
    }

    @Test
    void anEmergencyUntilClosingTimeTakesTheWholeDay() {
        OpeningHours emergency = read(HOURS + "\nclosed-now: {until: 2026-11-24 17:00, reason: No power}\n");

        assertThat(emergency.nextOpening(london("2026-11-24T10:00"))).isEqualTo(london("2026-11-25T09:00"));
    }

    @Test
    void aSaturdayMorningIsOpenAndNoWorkingDay() {
        OpeningHours weekend = read(HOURS.replace("saturday: closed", "saturday: 10:00 to 12:30"));

        assertThat(weekend.openAt(london("2026-11-28T12:29"))).isTrue();
        assertThat(weekend.openAt(london("2026-11-28T12:30"))).isFalse();
        assertThat(weekend.workingDay(LocalDate.parse("2026-11-28"))).isFalse();
        assertThat(weekend.nextOpening(london("2026-11-27T17:00"))).isEqualTo(london("2026-11-28T10:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-28", "2026-12-25"})
    void aDayWithoutHoursDoesNotClose(LocalDate day) {
        assertThatThrownBy(() -> hours.closes(day)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theServiceManagerIsWarnedBeforeTheHolidaysRunOut() {
        assertThat(hours.alarm(LocalDate.parse("2028-10-31"))).isEmpty();
        assertThat(hours.alarm(LocalDate.parse("2028-11-01")))
                .get()
                .asString()
                .contains("complete only until 2028-12-31");
        assertThat(hours.alarm(LocalDate.parse("2029-06-01"))).isPresent();
    }

    @Test
    void theDaysThatHolidaysAreKnownForAreCountedAndFallBelowNothing() {
        assertThat(hours.holidayDaysLeft(LocalDate.parse("2028-12-21"))).isEqualTo(10);
        assertThat(hours.holidayDaysLeft(LocalDate.parse("2029-01-01"))).isEqualTo(-1);
    }

    private static OpeningHours read(String hours) {
        var faults = new Faults();
        Optional<OpeningHours> read = OpeningHours.read(hours, HOLIDAYS, faults::add);
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
