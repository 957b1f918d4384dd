package uk.referralline;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import uk.referralline.duty.CallOrder;

/** How a rota is typed at a terminal. */
final class RotaWords {
    private RotaWords() {}

    /** A day of the week, also its first three letters. */
    static final class Weekday implements ITypeConverter<DayOfWeek> {
        @Override
        public DayOfWeek convert(String word) {
            String typed = word.toUpperCase(Locale.ROOT);
            return Arrays.stream(DayOfWeek.values())
                    .filter(day -> day.name().equals(typed)
                            || day.name().substring(0, 3).equals(typed))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("write the day as monday, tuesday and so on"));
        }
    }

    static final class Date implements ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String word) {
            try {
                return LocalDate.parse(word);
            } catch (DateTimeException wrong) {
                throw new TypeConversionException("write the date as 2026-11-24");
            }
        }
    }

    static final class Time implements ITypeConverter<LocalTime> {
        @Override
        public LocalTime convert(String word) {
            try {
                return LocalTime.parse(word);
            } catch (DateTimeException wrong) {
                throw new TypeConversionException("write the time as 09:00; midnight is 00:00");
            }
        }
    }

    static final class Order implements ITypeConverter<CallOrder> {
        @Override
        public CallOrder convert(String word) {
            try {
                return CallOrder.ofWord(word);
            } catch (IllegalArgumentException unknown) {
                throw new TypeConversionException("choose first, second, third or manager");
            }
        }
    }

    /** What "rota" shows of a shift or of days away. */
    static final class Number implements ITypeConverter<Long> {
        @Override
        public Long convert(String word) {
            if (!word.matches("[1-9][0-9]{0,8}")) {
                throw new TypeConversionException("write a number that \"rota\" shows, such as 12");
            }
            return Long.valueOf(word);
        }
    }
}
