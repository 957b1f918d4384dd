package uk.referralline.duty;

import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From when until when on a day, in UK time; at {@code closes} it is over. */
public record Hours(LocalTime opens, LocalTime closes) {

    private static final Pattern FORM = Pattern.compile("([0-9]{2}:[0-9]{2}) to ([0-9]{2}:[0-9]{2})");

    public Hours {
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException("hours end before they begin");
        }
    }

    /** Reads {@code "09:00 to 17:00"}. @throws IllegalArgumentException or a DateTimeException when it says no hours */
    public static Hours of(String text) {
        Matcher hours = FORM.matcher(text);
        if (!hours.matches()) {
            throw new IllegalArgumentException("not hours");
        }
        return new Hours(LocalTime.parse(hours.group(1)), LocalTime.parse(hours.group(2)));
    }

    /** Whether some time is in both. */
    boolean overlaps(Hours other) {
        return opens.isBefore(other.closes) && other.opens.isBefore(closes);
    }
}
