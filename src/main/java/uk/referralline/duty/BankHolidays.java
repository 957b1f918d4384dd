package uk.referralline.duty;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import uk.referralline.yaml.Fault;
import uk.referralline.yaml.Section;

/** England's bank holidays, by the day that people have off, and the last day that the list knows about. */
record BankHolidays(Set<LocalDate> days, LocalDate completeUntil) {

    static final String FILE = "bank-holidays.yaml";

    private static final int WARNING_DAYS = 60;

    BankHolidays {
        days = Set.copyOf(days);
    }

    /** Empty only when a fault was reported; there may be a value and faults. */
    static Optional<BankHolidays> read(String text, Consumer<Fault> faults) {
        return Section.read(FILE, text, faults).flatMap(file -> {
            file.only(Set.of("owner", "review", "complete-until", "holidays"));
            file.text("owner");
            file.date("review");
            Optional<LocalDate> until = file.date("complete-until");
            Set<LocalDate> days = new HashSet<>();
            file.section("holidays")
                    .ifPresent(list -> list.keys().forEach(key -> {
                        list.text(key);
                        day(list, key, until.orElse(LocalDate.MAX)).ifPresent(days::add);
                    }));
            until.ifPresent(last -> everyYear(file, days, last));
            return until.map(last -> new BankHolidays(days, last));
        });
    }

    boolean has(LocalDate day) {
        return days.contains(day);
    }

    /** A sentence for the service manager when the list runs out within 60 days of {@code today}, or already has. */
    Optional<String> alarm(LocalDate today) {
        if (ChronoUnit.DAYS.between(today, completeUntil) > WARNING_DAYS) {
            return Optional.empty();
        }
        return Optional.of("The bank holidays in " + FILE + " are complete only until " + completeUntil
                + ": add the next year's and move complete-until, or callers will be promised a call on a holiday.");
    }

    /** A list that claims a year and has no holiday in it was moved on without being filled in. */
    private static void everyYear(Section file, Set<LocalDate> days, LocalDate last) {
        Set<Integer> years = days.stream().map(LocalDate::getYear).collect(Collectors.toSet());
        int first = years.stream().min(Integer::compare).orElse(last.getYear());
        IntStream.rangeClosed(first, last.getYear())
                .filter(year -> !years.contains(year))
                .forEach(year -> file.fault(
                        "complete-until",
                        "There is no holiday of " + year + " in the list. Add them, or move this back."));
    }

    private static Optional<LocalDate> day(Section list, String key, LocalDate last) {
        try {
            LocalDate day = LocalDate.parse(key);
            if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
                list.fault(key, "This is a weekend. Write the working day that people have off instead of it.");
            }
            if (day.isAfter(last)) {
                list.fault(key, "This is after complete-until. Move complete-until to the end of the last full year.");
            }
            return Optional.of(day);
        } catch (DateTimeException notADate) {
            list.fault(key, "This is not a date. Write year-month-day, such as 2027-05-31.");
            return Optional.empty();
        }
    }
}
