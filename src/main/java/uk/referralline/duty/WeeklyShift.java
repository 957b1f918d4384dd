package uk.referralline.duty;

import static uk.referralline.duty.OpeningHours.LONDON;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * A shift that comes every week, in the civil time of England, from a first day on.
 *
 * @param ends no later than {@code starts} means on the next day: {@code 00:00} is the midnight at the day's end
 * @param since the first day on which it can be
 * @param until the last day on which it can be
 */
public record WeeklyShift(
        AdvocateId advocate,
        DayOfWeek day,
        LocalTime starts,
        LocalTime ends,
        CallOrder order,
        LocalDate since,
        Optional<LocalDate> until) {

    public WeeklyShift {
        if (until.isPresent() && until.get().isBefore(since.minusDays(1))) {
            throw new IllegalArgumentException("a shift's last day is before its first");
        }
    }

    /** A shift of one day only, such as cover. */
    public static WeeklyShift once(AdvocateId advocate, LocalDate day, LocalTime starts, LocalTime ends) {
        return new WeeklyShift(advocate, day.getDayOfWeek(), starts, ends, CallOrder.FIRST, day, Optional.of(day));
    }

    public WeeklyShift inOrder(CallOrder other) {
        return new WeeklyShift(advocate, day, starts, ends, other, since, until);
    }

    /** Whether there is such a shift on this day. */
    public boolean on(LocalDate date) {
        return date.getDayOfWeek() == day && !date.isBefore(since) && isBy(date, until);
    }

    /** Whether there is any day on which it is. */
    boolean comes() {
        return isBy(firstDay(since), until);
    }

    /** Whether on some day it has the same hours for the same person as the other. */
    boolean repeats(WeeklyShift other) {
        boolean alike = advocate.equals(other.advocate)
                && day == other.day
                && starts.equals(other.starts)
                && ends.equals(other.ends);
        LocalDate both = firstDay(since.isAfter(other.since) ? since : other.since);
        return alike && isBy(both, until) && isBy(both, other.until);
    }

    private LocalDate firstDay(LocalDate from) {
        return from.with(TemporalAdjusters.nextOrSame(day));
    }

    private static boolean isBy(LocalDate date, Optional<LocalDate> last) {
        return last.map(end -> !date.isAfter(end)).orElse(true);
    }

    /**
     * When the shift of this day is. Where the clocks go back it lasts until the second of two equal times, so that one
     * shift after another leaves nobody out; empty when the clocks going forward leave nothing of it.
     */
    public Optional<Span> span(LocalDate date) {
        LocalDate last = ends.isAfter(starts) ? date : date.plusDays(1);
        Instant from = ZonedDateTime.of(date, starts, LONDON).toInstant();
        Instant to =
                ZonedDateTime.of(last, ends, LONDON).withLaterOffsetAtOverlap().toInstant();
        return Span.between(from, to);
    }
}
