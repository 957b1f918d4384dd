package uk.referralline.ivr;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What is filled into a prompt, taken apart into what can be recorded beforehand: figures, days, months, times. */
final class SpokenValue {
    static final List<String> FIGURES = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");

    /** Weekdays, days of the month and months; the times of day are not among them, as there are too many. */
    static final List<String> DAYS = days();

    /** A time of day that may be recorded, such as {@code 17:00}. */
    static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE,'day-'d,MMMM", Locale.ENGLISH);

    private SpokenValue() {}

    private static List<String> days() {
        List<String> names = new ArrayList<>();
        for (var day : java.time.DayOfWeek.values()) {
            names.add(day.name().toLowerCase(Locale.ROOT));
        }
        for (int day = 1; day <= 31; day++) {
            names.add("day-" + day);
        }
        for (var month : java.time.Month.values()) {
            names.add(month.name().toLowerCase(Locale.ROOT));
        }
        return List.copyOf(names);
    }

    /** The figures of a number or a reference, one by one. */
    static List<String> figures(String spoken) {
        return spoken.chars()
                .filter(Character::isDigit)
                .mapToObj(Character::toString)
                .toList();
    }

    /** {@code friday}, {@code day-27}, {@code november}. */
    static List<String> day(Instant instant) {
        ZonedDateTime local = instant.atZone(CivilTime.LONDON);
        return List.of(DAY.format(local).toLowerCase(Locale.ROOT).split(","));
    }

    /** {@code 17:00}. */
    static String time(Instant instant) {
        return DateTimeFormatter.ofPattern("HH:mm").format(instant.atZone(CivilTime.LONDON));
    }
}
