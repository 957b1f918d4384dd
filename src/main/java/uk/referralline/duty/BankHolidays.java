package uk.referralline.duty;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import uk.referralline.yaml.Entry;
import uk.referralline.yaml.Faults;
import uk.referralline.yaml.Upkeep;

/** England's bank holidays, by the day that people have off, and the last day that the list knows about. */
record BankHolidays(Set<LocalDate> days, LocalDate completeUntil) {

    static final String FILE = "bank-holidays.yaml";

    private static final int WARNING_DAYS = 60;

    BankHolidays {
        days = Set.copyOf(days);
    }

    /** Empty only when a fault was noted; there may be a value and faults. */
    static Optional<BankHolidays> read(String text, Faults faults) {
        return Entry.read(FILE, text, faults).flatMap(file -> {
            file.onlyKeys("owner", "review", "complete-until", "holidays");
            Upkeep.read(file);
            Optional<Entry> completeUntil = file.required("complete-until");
            Optional<LocalDate> last = completeUntil.flatMap(Entry::date);
            Set<LocalDate> days = new HashSet<>();
            file.required("holidays")
                    .ifPresent(list -> list.children()
                            .forEach((key, name) ->
                                    day(key, name, last.orElse(LocalDate.MAX)).ifPresent(days::add)));
            last.ifPresent(until -> everyYear(days, until, completeUntil.get()));
            return last.map(until -> new BankHolidays(days, until));
        });
    }

    boolean has(LocalDate day) {
        return days.contains(day);
    }

    /** A sentence for the service manager when the list runs out within 60 days of {@code today}, or already has. */
    Optional<String> alarm(LocalDate today) {
        if (daysLeft(today) > WARNING_DAYS) {
            return Optional.empty();
        }
        return Optional.of("The bank holidays are complete only until %s. Add the next year's and move complete-until,"
                        .formatted(completeUntil)
                + " or callers will be promised a call on a holiday.");
    }

    /** From {@code today} to the last day that the list knows about; below 0 when that is past. */
    long daysLeft(LocalDate today) {
        return ChronoUnit.DAYS.between(today, completeUntil);
    }

    /** A list that claims a year and has no holiday in it was moved on without being filled in. */
    private static void everyYear(Set<LocalDate> days, LocalDate last, Entry completeUntil) {
        Set<Integer> years = days.stream().map(LocalDate::getYear).collect(Collectors.toSet());
        int first = years.stream().min(Integer::compare).orElse(last.getYear());
        IntStream.rangeClosed(first, last.getYear())
                .filter(year -> !years.contains(year))
                .forEach(year -> completeUntil.fault(
                        "There is no holiday of %d in the list; add them, or move this date back.".formatted(year)));
    }

    private static Optional<LocalDate> day(String key, Entry name, LocalDate last) {
        name.value("the holiday's name", Function.identity());
        try {
            LocalDate day = LocalDate.parse(key);
            if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
                name.fault("%s is at a weekend; write the working day that people have off.".formatted(day));
            }
            if (day.isAfter(last)) {
                name.fault("%s is after complete-until; move complete-until to the end of that year.".formatted(day));
            }
            return Optional.of(day);
        } catch (DateTimeException notDate) {
            name.fault("Expected a date such as 2027-05-31, not \"%s\".".formatted(key));
            return Optional.empty();
        }
    }
}
