package uk.referralline.duty;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import uk.referralline.yaml.Section;

/** Whole days on which the line is closed besides bank holidays, the first and the last included. */
record Closure(LocalDate from, LocalDate to) {

    private static final int LONGEST_DAYS = 366;

    Closure {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a closure ends before it begins");
        }
    }

    /** Empty when a fault was reported. */
    static Optional<Closure> read(Section entry) {
        entry.only(Set.of("from", "to", "reason"));
        Optional<String> reason = entry.text("reason");
        Optional<LocalDate> from = entry.date("from");
        Optional<LocalDate> to = entry.date("to");
        if (reason.isEmpty() || from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        long days = ChronoUnit.DAYS.between(from.get(), to.get());
        if (days < 0 || days > LONGEST_DAYS) {
            entry.fault("to", "This must be on or after “from”, and within a year of it. Look at the year.");
            return Optional.empty();
        }
        return Optional.of(new Closure(from.get(), to.get()));
    }

    boolean has(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
