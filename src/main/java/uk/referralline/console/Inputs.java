package uk.referralline.console;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.function.LongFunction;

/** What browsers send for a date, a time or a row, as values. */
final class Inputs {
    private Inputs() {}

    /** Such as {@code 2026-11-24}. */
    static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() < 10_000);
        } catch (DateTimeException wrong) {
            return Optional.empty();
        }
    }

    /** Such as {@code 09:00}. */
    static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(LocalTime.parse(text));
        } catch (DateTimeException wrong) {
            return Optional.empty();
        }
    }

    /** Which row an address or a form names. */
    static <T> Optional<T> id(String text, LongFunction<T> type) {
        return text.matches("[1-9][0-9]{0,17}") ? Optional.of(type.apply(Long.parseLong(text))) : Optional.empty();
    }
}
