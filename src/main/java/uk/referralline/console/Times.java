package uk.referralline.console;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people here read them: 5pm, 5:30pm, midday, Wednesday 25 November. */
public final class Times {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter BRIEF = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.UK);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("h", Locale.UK);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("h:mm", Locale.UK);

    private Times() {}

    /** Such as Wednesday 25 November. */
    public static String day(Instant at) {
        return DAY.format(at.atZone(LONDON));
    }

    /** Such as 25 November 2026, for what may be long ago. */
    public static String date(Instant at) {
        return DATE.format(at.atZone(LONDON));
    }

    /** Such as Wednesday 25 November 2026 at 5pm, for what may be long ago. */
    public static String dateAndTime(Instant at) {
        return day(at) + " " + at.atZone(LONDON).getYear() + " at " + time(at);
    }

    /** The same for the rows of a table, such as Wed 25 Nov 2026, 5pm. */
    public static String brief(Instant at) {
        return BRIEF.format(at.atZone(LONDON)) + ", " + time(at);
    }

    /** Such as 5pm, 5:30pm, midday or midnight. */
    public static String time(Instant at) {
        return time(at.atZone(LONDON).toLocalTime());
    }

    /** The same of a time of any day. */
    public static String time(LocalTime local) {
        if (local.getMinute() == 0 && local.getHour() % 12 == 0) {
            return local.getHour() == 0 ? "midnight" : "midday";
        }
        DateTimeFormatter form = local.getMinute() == 0 ? HOUR : MINUTE;
        return form.format(local) + (local.getHour() < 12 ? "am" : "pm");
    }

    /** Such as Wednesday 25 November at 5pm. */
    public static String dayAndTime(Instant at) {
        return day(at) + " at " + time(at);
    }
}
