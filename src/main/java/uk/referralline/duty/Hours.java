package uk.referralline.duty;

import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When the line opens and closes on a day, in UK time; at {@code closes} it is closed. */
record Hours(LocalTime opens, LocalTime closes) {

    private static final Pattern FORM = Pattern.compile("([0-9]{2}:[0-9]{2}) to ([0-9]{2}:[0-9]{2})");

    Hours {
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException("hours end before they begin");
        }
    }

    /** Reads {@code "09:00 to 17:00"}. */
    static Hours of(String text) {
        Matcher hours = FORM.matcher(text);
        if (!hours.matches()) {
            throw new IllegalArgumentException("not hours");
        }
        return new Hours(LocalTime.parse(hours.group(1)), LocalTime.parse(hours.group(2)));
    }
}
