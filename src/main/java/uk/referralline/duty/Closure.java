package uk.referralline.duty;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import uk.referralline.yaml.Entry;

/** Whole days on which the line is closed besides bank holidays, the first and the last included. */
record Closure(LocalDate from, LocalDate to) {

    private static final int LONGEST_DAYS = 366;

    Closure {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a closure ends before it begins");
        }
    }

    /** Empty when a fault was noted. */
    static Optional<Closure> read(Entry entry) {
        entry.onlyKeys("from", "to", "reason");
        entry.required("reason").ifPresent(reason -> reason.value("why we are closed", Function.identity()));
        Optional<LocalDate> from = entry.required("from").flatMap(Entry::date);
        Optional<LocalDate> to = entry.required("to").flatMap(Entry::date);
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        long days = ChronoUnit.DAYS.between(from.get(), to.get());
        if (days < 0 || days > LONGEST_DAYS) {
            entry.fault("\"to\" must be on or after \"from\" and within a year of it; look at the year.");
            return Optional.empty();
        }
        return Optional.of(new Closure(from.get(), to.get()));
    }

    boolean has(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
