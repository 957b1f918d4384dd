package uk.referralline.duty;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import uk.referralline.yaml.Fault;
import uk.referralline.yaml.Faults;

/**
 * When the line is open and which days are working days: weekly hours, England's bank holidays, closures, and the
 * emergency switch. The calendar is always that of {@code Europe/London}.
 */
public final class OpeningHours {

    /** The name of the file with the hours, for messages and for finding it. */
    public static final String HOURS_FILE = HoursFile.NAME;
    /** The name of the file with the bank holidays. */
    public static final String HOLIDAYS_FILE = BankHolidays.FILE;
    /** The clock that callers and advocates live by. */
    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Map<DayOfWeek, Hours> week;
    private final List<Closure> closures;
    private final BankHolidays holidays;
    private final Instant closedUntil;

    OpeningHours(HoursFile hours, BankHolidays holidays) {
        this.week = hours.week();
        this.closures = hours.closures();
        this.closedUntil = hours.closedUntil();
        this.holidays = holidays;
    }

    /** Reads the two files' text. Every fault of both is handed over; empty when there was one. */
    public static Optional<OpeningHours> read(String hours, String bankHolidays, Consumer<Fault> faults) {
        var found = new Faults();
        Optional<HoursFile> open = HoursFile.read(hours, found);
        Optional<BankHolidays> holidays = BankHolidays.read(bankHolidays, found);
        found.sorted().forEach(faults);
        if (!found.none()) {
            return Optional.empty();
        }
        return open.flatMap(week -> holidays.map(days -> new OpeningHours(week, days)));
    }

    /** Whether a call at this moment finds the line open. The moment of closing is closed. */
    public boolean openAt(Instant moment) {
        return open(dateOf(moment)).filter(open -> open.has(moment)).isPresent();
    }

    /**
     * The first time after this moment that the line goes from closed to open. When it is open now, that is the opening
     * after the present stretch; when it opens at this very moment, likewise the one after.
     */
    public Instant nextOpening(Instant moment) {
        LocalDate day = dateOf(moment);
        while (true) {
            Optional<Span> open = open(day).filter(next -> next.from().isAfter(moment));
            if (open.isPresent()) {
                return open.get().from();
            }
            // Ends: the week has an open working day, and closures and holidays are finite.
            day = day.plusDays(1);
        }
    }

    /**
     * Whether this day counts in a promise of working days: Monday to Friday, with opening hours, no bank holiday and no
     * closure. A Saturday never counts, even where the line opens; the emergency switch changes no day.
     */
    public boolean workingDay(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 && hours(day).isPresent();
    }

    /** The first working day after this day. */
    public LocalDate nextWorkingDay(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (!workingDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** The {@link #nextOpening} that is on a working day. */
    public Instant nextWorkingOpening(Instant moment) {
        Instant opening = nextOpening(moment);
        while (!workingDay(dateOf(opening))) {
            opening = nextOpening(opening);
        }
        return opening;
    }

    /** Whether some of these hours are within those of a usual Monday to Friday. */
    public boolean opensWithin(Hours hours) {
        return week.entrySet().stream()
                .anyMatch(day -> day.getKey().compareTo(DayOfWeek.FRIDAY) <= 0
                        && day.getValue().overlaps(hours));
    }

    /** Whether England has a bank holiday on this day. */
    public boolean isBankHoliday(LocalDate day) {
        return holidays.has(day);
    }

    /**
     * When the line closes on this day.
     *
     * @throws IllegalArgumentException when the line does not open on this day
     */
    public Instant closes(LocalDate day) {
        return hours(day)
                .map(hours -> at(day, hours.closes()))
                .orElseThrow(() -> new IllegalArgumentException("the line does not open on " + day));
    }

    /** A sentence for the service manager when the bank holidays run out within 60 days of {@code today}. */
    public Optional<String> alarm(LocalDate today) {
        return holidays.alarm(today);
    }

    /** How many days from {@code today} on the bank holidays are known; below 0 when they have run out. */
    public long holidayDaysLeft(LocalDate today) {
        return holidays.daysLeft(today);
    }

    private Optional<Hours> hours(LocalDate day) {
        boolean closed = holidays.has(day) || closures.stream().anyMatch(closure -> closure.has(day));
        return closed ? Optional.empty() : Optional.ofNullable(week.get(day.getDayOfWeek()));
    }

    /** When the line is open on this day: what the emergency switch leaves of the day's hours. */
    public Optional<Span> open(LocalDate day) {
        return hours(day)
                .flatMap(hours -> Span.between(later(at(day, hours.opens()), closedUntil), at(day, hours.closes())));
    }

    /**
     * When the line will have been open for so long since this moment; time when it is closed does not count.
     *
     * @param time not negative; with none it is this moment itself
     */
    public Instant after(Instant moment, Duration time) {
        if (time.isZero()) {
            return moment;
        }
        Duration left = time;
        for (LocalDate day = dateOf(moment); ; day = day.plusDays(1)) {
            Optional<Span> open = open(day).flatMap(whole -> Span.between(later(whole.from(), moment), whole.to()));
            Duration there = open.map(Span::length).orElse(Duration.ZERO);
            if (open.isPresent() && there.compareTo(left) >= 0) {
                return open.get().from().plus(left);
            }
            left = left.minus(there);
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate dateOf(Instant moment) {
        return moment.atZone(LONDON).toLocalDate();
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(LONDON).toInstant();
    }
}
