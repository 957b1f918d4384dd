package uk.referralline.sms;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The longest of everything that is filled into a text, so that no day of any year makes two messages of it. */
final class LongestValues {
    private static final String REFERENCE = "12 34 56 7";
    private static final String ENGLISH_TIME = "10:30am";
    private static final String TIME = "22:30";

    private LongestValues() {}

    /** By gap. @param lineNumberWritten the line's number as people write it */
    static Map<String, String> of(Locale language, String lineNumberWritten) {
        String time = language.getLanguage().equals("en") ? ENGLISH_TIME : TIME;
        return Map.of("time", time, "day", day(language), "line", lineNumberWritten, "reference", REFERENCE);
    }

    private static String day(Locale language) {
        String weekday =
                longest(Arrays.stream(DayOfWeek.values()), day -> day.getDisplayName(TextStyle.FULL, language));
        String month = longest(Arrays.stream(Month.values()), each -> each.getDisplayName(TextStyle.FULL, language));
        return weekday + " 30 " + month;
    }

    private static <T> String longest(Stream<T> all, Function<T, String> name) {
        return all.map(name).max(Comparator.comparingInt(String::length)).orElseThrow();
    }
}
