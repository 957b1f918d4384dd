package uk.referralline.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static uk.referralline.duty.OpeningHours.LONDON;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.referralline.yaml.Faults;

/** Who is on duty when, in UK time. Tuesday 24 November 2026 is an ordinary day; the line opens from 9 to 5. */
class RotaTest {
    private static final AdvocateId ASHA = new AdvocateId(1);
    private static final AdvocateId BEN = new AdvocateId(2);
    private static final AdvocateId CARA = new AdvocateId(3);
    private static final LocalDate LONG_AGO = LocalDate.parse("2025-01-01");

    private final List<Shift> shifts = new ArrayList<>();
    private final List<Swap> swaps = new ArrayList<>();
    private final List<Absence> absences = new ArrayList<>();
    private Set<AdvocateId> gone = Set.of();
    private Instant readAt = london("2026-11-24T10:00");

    @Test
    void everybodyOnDutyIsNamedInOrderOfCallWhoeverBeganFirst() {
        shift(CARA, "tuesday 08:00 18:00", CallOrder.MANAGER);
        shift(BEN, "tuesday 09:00 17:00", CallOrder.SECOND);
        shift(ASHA, "tuesday 10:00 17:00", CallOrder.FIRST);

        assertThat(onDuty("2026-11-24T10:00")).containsExactly(ASHA, BEN, CARA);
        assertThat(onDuty("2026-11-24T09:59")).containsExactly(BEN, CARA);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T08:59:59, false",
        "2026-11-24T09:00:00, true",
        "2026-11-24T16:59:59, true",
        "2026-11-24T17:00:00, false",
        "2026-11-25T09:00:00, false",
        "2026-12-01T09:00:00, true",
    })
    void aShiftHasItsFirstMomentAndNotItsLast(String at, boolean there) {
        shift(ASHA, "tuesday 09:00 17:00", CallOrder.FIRST);

        assertThat(onDuty(at).contains(ASHA)).isEqualTo(there);
    }

    @Test
    void aPersonWithTwoShiftsAtOnceIsNamedOnceAndAsEarlyAsPossible() {
        shift(ASHA, "tuesday 09:00 17:00", CallOrder.MANAGER);
        shift(ASHA, "tuesday 12:00 14:00", CallOrder.FIRST);
        shift(BEN, "tuesday 09:00 17:00", CallOrder.SECOND);

        assertThat(onDuty("2026-11-24T13:00")).containsExactly(ASHA, BEN);
        assertThat(onDuty("2026-11-24T15:00")).containsExactly(BEN, ASHA);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T23:59:59, 1",
        "2026-11-25T00:00:00, 2",
        "2026-11-25T05:59:59, 2",
        "2026-11-25T06:00:00, none",
    })
    void oneShiftEndsAtMidnightAndTheNextBeginsThere(String at, String who) {
        shift(ASHA, "tuesday 18:00 00:00", CallOrder.FIRST);
        shift(BEN, "wednesday 00:00 06:00", CallOrder.FIRST);

        assertThat(first(at)).isEqualTo(who);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T21:59:59, none",
        "2026-11-24T22:00:00, 1",
        "2026-11-25T00:00:00, 1",
        "2026-11-25T05:59:59, 1",
        "2026-11-25T06:00:00, none",
        "2026-11-25T22:00:00, none",
    })
    void aNightShiftBelongsToTheDayOnWhichItBegins(String at, String who) {
        shift(ASHA, "tuesday 22:00 06:00", CallOrder.FIRST);

        assertThat(first(at)).isEqualTo(who);
    }

    @ParameterizedTest
    @CsvSource({
        // Monday 26 October 2026, the day after the clocks went back, and Monday 30 March 2026, after they went
        // forward.
        "monday, 2026-10-26T09:00:00Z, 1",
        "monday, 2026-10-26T08:59:59Z, none",
        "monday, 2026-10-19T08:00:00Z, 1",
        "monday, 2026-03-30T08:00:00Z, 1",
        "monday, 2026-03-30T07:59:59Z, none",
        "monday, 2026-03-23T08:59:59Z, none",
        "monday, 2026-03-23T09:00:00Z, 1",
        // On the Sundays themselves nine in the morning is after the change.
        "sunday, 2026-10-25T09:00:00Z, 1",
        "sunday, 2026-10-25T08:59:59Z, none",
        "sunday, 2026-03-29T08:00:00Z, 1",
    })
    void aShiftFollowsTheClocksOfEngland(String day, Instant at, String who) {
        shift(ASHA, day + " 09:00 17:00", CallOrder.FIRST);

        assertThat(rota().onDuty(at).stream().map(duty -> "" + duty.advocate().value()))
                .isEqualTo(who.equals("none") ? List.of() : List.of(who));
    }

    @Test
    void theNightOnWhichTheClocksGoBackIsAnHourLongerAndLeavesNobodyOut() {
        shift(ASHA, "sunday 00:00 01:30", CallOrder.FIRST);
        shift(BEN, "sunday 01:30 03:00", CallOrder.FIRST);

        for (Instant at = Instant.parse("2026-10-24T23:00:00Z");
                at.isBefore(Instant.parse("2026-10-25T03:00:00Z"));
                at = at.plusSeconds(60)) {
            assertThat(rota().onDuty(at)).isNotEmpty();
        }
        assertThat(rota().onDuty(Instant.parse("2026-10-25T01:29:59Z"))).hasSize(2);
        assertThat(rota().onDuty(Instant.parse("2026-10-25T01:30:00Z"))).hasSize(1);
        assertThat(rota().onDuty(Instant.parse("2026-10-25T03:00:00Z"))).isEmpty();
    }

    @Test
    void aShiftInTheHourThatTheClocksLeaveOutIsNotThere() {
        shift(ASHA, "sunday 01:00 02:00", CallOrder.FIRST);
        shift(BEN, "sunday 00:00 03:00", CallOrder.SECOND);

        assertThat(onDuty("2026-03-22T01:30")).containsExactly(ASHA, BEN);
        assertThat(onDuty("2026-03-29T00:59:59")).containsExactly(BEN);
        assertThat(onDuty("2026-03-29T02:00")).containsExactly(BEN);
        assertThat(onDuty("2026-03-29T03:00")).isEmpty();
    }

    @Test
    void aChangedRotaDoesNotRewriteWhatWas() {
        shift(ASHA, "tuesday 09:00 17:00", CallOrder.FIRST, LONG_AGO, "2026-11-24");
        shift(BEN, "tuesday 09:00 17:00", CallOrder.FIRST, LocalDate.parse("2026-11-25"), "");

        assertThat(onDuty("2026-11-17T10:00")).containsExactly(ASHA);
        assertThat(onDuty("2026-11-24T10:00")).containsExactly(ASHA);
        assertThat(onDuty("2026-12-01T10:00")).containsExactly(BEN);
    }

    @Test
    void aSwapHoldsOnItsOwnDayOnceItIsAgreed() {
        shift(ASHA, "tuesday 09:00 17:00", CallOrder.FIRST);
        swap(1, "2026-11-24", BEN, true);
        swap(1, "2026-12-01", BEN, false);

        assertThat(onDuty("2026-11-17T10:00")).containsExactly(ASHA);
        assertThat(onDuty("2026-11-24T10:00")).containsExactly(BEN);
        assertThat(onDuty("2026-12-01T10:00")).containsExactly(ASHA);
    }

    @Test
    void whoeverIsAwayIsNotOnDutyAndASwapIsTheirCover() {
        shift(ASHA, "tuesday 09:00 17:00", CallOrder.FIRST);
        absences.add(new Absence(ASHA, LocalDate.parse("2026-11-23"), LocalDate.parse("2026-12-02")));
        swap(1, "2026-12-01", BEN, true);

        assertThat(onDuty("2026-11-17T10:00")).containsExactly(ASHA);
        assertThat(onDuty("2026-11-24T10:00")).isEmpty();
        assertThat(onDuty("2026-12-01T10:00")).containsExactly(BEN);
        assertThat(onDuty("2026-12-08T10:00")).containsExactly(ASHA);
    }

    @Test
    void whoeverLeftIsOnDutyNoMoreAndWasOnDutyBefore() {
        shift(ASHA, "tuesday 09:00 17:00", CallOrder.FIRST);
        gone = Set.of(ASHA);
        readAt = london("2026-11-24T12:00");

        assertThat(onDuty("2026-11-17T10:00")).containsExactly(ASHA);
        assertThat(onDuty("2026-11-24T11:59")).containsExactly(ASHA);
        assertThat(onDuty("2026-11-24T12:00")).isEmpty();
        assertThat(gaps("2026-11-24T00:00", "2026-11-25T00:00"))
                .containsExactly("2026-11-24T12:00 to 2026-11-24T17:00");
    }

    @Test
    void nextIsWhoeverBeginsNextInOrderOfCall() {
        shift(ASHA, "tuesday 09:00 13:00", CallOrder.FIRST);
        shift(BEN, "tuesday 13:00 17:00", CallOrder.SECOND);
        shift(CARA, "tuesday 13:00 17:00", CallOrder.FIRST);

        assertThat(next("2026-11-24T08:00")).containsExactly(ASHA);
        assertThat(next("2026-11-24T09:00")).containsExactly(CARA, BEN);
        assertThat(next("2026-11-24T13:00")).containsExactly(ASHA);
    }

    @Test
    void nobodyIsNextWhenTheRotaIsEmpty() {
        assertThat(next("2026-11-24T08:00")).isEmpty();
    }

    @Test
    void aGapIsWhereTheLineIsOpenAndNobodyIsOnDuty() {
        shift(ASHA, "tuesday 08:00 11:00", CallOrder.FIRST);
        shift(BEN, "tuesday 10:00 12:00", CallOrder.SECOND);
        shift(CARA, "tuesday 13:00 20:00", CallOrder.FIRST);

        assertThat(gaps("2026-11-24T00:00", "2026-11-26T00:00"))
                .containsExactly("2026-11-24T12:00 to 2026-11-24T13:00", "2026-11-25T09:00 to 2026-11-25T17:00");
    }

    @Test
    void overlapsLeaveNoGapAndAShortShiftWithinALongOneHidesNothing() {
        shift(ASHA, "tuesday 08:00 17:00", CallOrder.FIRST);
        shift(BEN, "tuesday 10:00 11:00", CallOrder.SECOND);

        assertThat(gaps("2026-11-24T00:00", "2026-11-25T00:00")).isEmpty();
    }

    @Test
    void onlyWhatIsLeftOfAGapIsTold() {
        assertThat(gaps("2026-11-24T10:15", "2026-11-24T12:00"))
                .containsExactly("2026-11-24T10:15 to 2026-11-24T12:00");
    }

    @Test
    void aBankHolidayAndAWeekendAreNoGap() {
        everyWorkingDay();

        assertThat(gaps("2026-12-24T00:00", "2026-12-31T00:00")).isEmpty();
        shifts.clear();
        assertThat(gaps("2026-12-25T00:00", "2026-12-29T00:00")).isEmpty();
    }

    @Test
    void aGapOfAFortnightWithAClockChangeIsInOpeningHoursOfEachDay() {
        assertThat(gaps("2026-10-19T00:00", "2026-11-02T00:00"))
                .hasSize(10)
                .contains("2026-10-23T09:00 to 2026-10-23T17:00", "2026-10-26T09:00 to 2026-10-26T17:00");
        everyWorkingDay();
        assertThat(gaps("2026-10-19T00:00", "2026-11-02T00:00")).isEmpty();
        assertThat(gaps("2026-03-23T00:00", "2026-04-06T00:00")).isEmpty();
    }

    private void everyWorkingDay() {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.getValue() <= 5) {
                shift(ASHA, day.name() + " 09:00 17:00", CallOrder.FIRST);
            }
        }
    }

    @Test
    void aDayShowsEveryShiftAlsoThoseThatNobodyTakesAndWhatNobodyCovers() {
        shift(ASHA, "monday 22:00 12:00", CallOrder.FIRST);
        shift(BEN, "tuesday 09:00 13:00", CallOrder.SECOND);
        shift(CARA, "tuesday 12:00 16:00", CallOrder.FIRST);
        swap(2, "2026-11-24", CARA, true);
        absences.add(new Absence(CARA, LocalDate.parse("2026-11-24"), LocalDate.parse("2026-11-24")));

        RotaDay today = days("2026-11-24T10:00").get(0);

        assertThat(today.day()).isEqualTo(LocalDate.parse("2026-11-24"));
        assertThat(today.shifts())
                .extracting(Planned::whose, Planned::presence, Planned::isSwapped)
                .containsExactly(
                        tuple(ASHA, Planned.Presence.HERE, false),
                        tuple(CARA, Planned.Presence.AWAY, true),
                        tuple(CARA, Planned.Presence.AWAY, false));
        assertThat(today.gaps()).containsExactly(new Span(london("2026-11-24T12:00"), london("2026-11-24T17:00")));
    }

    @Test
    void aShiftThatLastsIntoTheNextDayIsShownOnceOnItsOwnDay() {
        shift(ASHA, "tuesday 22:00 12:00", CallOrder.FIRST);
        gone = Set.of(ASHA);

        List<RotaDay> days = days("2026-11-24T10:00");

        assertThat(days.get(0).shifts()).extracting(Planned::presence).containsExactly(Planned.Presence.GONE);
        assertThat(days.get(1).shifts()).isEmpty();
        assertThat(days.get(4).open()).isEmpty();
        assertThat(days.get(4).gaps()).isEmpty();
    }

    private void shift(AdvocateId who, String when, CallOrder order) {
        shift(who, when, order, LONG_AGO, "");
    }

    private void shift(AdvocateId who, String when, CallOrder order, LocalDate since, String until) {
        String[] words = when.split(" ");
        Optional<LocalDate> last = until.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(until));
        var weekly = new WeeklyShift(
                who,
                DayOfWeek.valueOf(words[0].toUpperCase(java.util.Locale.ROOT)),
                LocalTime.parse(words[1]),
                LocalTime.parse(words[2]),
                order,
                since,
                last);
        shifts.add(new Shift(new ShiftId(shifts.size() + 1), weekly));
    }

    private void swap(long shift, String day, AdvocateId takenBy, boolean agreed) {
        var wish = new NewSwap(new ShiftId(shift), LocalDate.parse(day), takenBy, ASHA);
        swaps.add(new Swap(new SwapId(swaps.size() + 1), wish, agreed ? Optional.of(takenBy) : Optional.empty()));
    }

    private Rota rota() {
        return new Rota(new Rota.Book(shifts, swaps, absences, gone, readAt));
    }

    private List<AdvocateId> onDuty(String at) {
        return rota().onDuty(london(at)).stream().map(OnDuty::advocate).toList();
    }

    private String first(String at) {
        return onDuty(at).stream().findFirst().map(who -> "" + who.value()).orElse("none");
    }

    private List<AdvocateId> next(String at) {
        return rota().next(london(at)).stream().map(OnDuty::advocate).toList();
    }

    private List<RotaDay> days(String now) {
        return rota().days(london(now), 14, hours());
    }

    private List<String> gaps(String from, String to) {
        return rota().gaps(new Span(london(from), london(to)), hours()).stream()
                .map(gap -> local(gap.from()) + " to " + local(gap.to()))
                .toList();
    }

    private static OpeningHours hours() {
        var faults = new Faults();
        OpeningHours hours = OpeningHours.read(
                        shipped("opening-hours.yaml"), shipped("bank-holidays.yaml"), faults::add)
                .orElseThrow();
        faults.throwIfAny();
        return hours;
    }

    private static String local(Instant at) {
        return at.atZone(LONDON).toLocalDateTime().toString();
    }

    private static Instant london(String at) {
        return LocalDateTime.parse(at).atZone(LONDON).toInstant();
    }

    private static String shipped(String file) {
        try {
            return Files.readString(Path.of("ivr-scripts", file));
        } catch (IOException gone) {
            throw new AssertionError(gone);
        }
    }
}
