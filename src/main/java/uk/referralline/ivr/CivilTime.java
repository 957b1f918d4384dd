package uk.referralline.ivr;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times and days as people in England say them, whatever the machine's own zone (NHS content style). */
public final class CivilTime {
    static final ZoneId LONDON = ZoneId.of("Europe/London");

    private CivilTime() {}

    /** In English {@code 5pm}, {@code 10:30am}, {@code midday}, {@code midnight}; in any other language {@code 17:00}. */
    public static String time(Instant instant, Locale language) {
        if (!language.getLanguage().equals("en")) {
            return instant.atZone(LONDON).format(DateTimeFormatter.ofPattern("HH:mm", language));
        }
        ZonedDateTime local = instant.atZone(LONDON);
        if (local.getMinute() == 0 && local.getHour() % 12 == 0) {
            return local.getHour() == 0 ? "midnight" : "midday";
        }
        String pattern = local.getMinute() == 0 ? "ha" : "h:mma";
        return local.format(DateTimeFormatter.ofPattern(pattern, Locale.UK)).toLowerCase(Locale.UK);
    }

    /** {@code Wednesday 25 November}, in the words of a language. */
    public static String day(Instant instant, Locale language) {
        return instant.atZone(LONDON).format(DateTimeFormatter.ofPattern("EEEE d MMMM", language));
    }
}
