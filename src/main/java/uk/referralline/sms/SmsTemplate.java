package uk.referralline.sms;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with gaps for a time, a day, the line's number or a reference.
 *
 * @param neutral nobody who reads it over a shoulder learns what it is about
 * @param atOnce it confirms a call just made, so that quiet hours do not hold for it
 * @param usefulFor how long after it was asked for it still says something true
 */
record SmsTemplate(String name, String body, boolean neutral, boolean atOnce, Duration usefulFor) {

    static final Pattern GAP = Pattern.compile("\\{([^{}]*)}");

    /**
     * The words to send, in one message.
     *
     * @throws IllegalArgumentException when a value is missing, or with them it is not one message
     */
    String fill(Map<String, String> values) {
        String filled = filled(values);
        if (taken(filled) > segment(filled)) {
            throw new IllegalArgumentException("the text " + name + " is too long with these values");
        }
        return filled;
    }

    /** What is filled into a text of plain letters is written in plain letters too: one mark would halve the message. */
    String filled(Map<String, String> values) {
        boolean plain = Gsm7.outside(body).isEmpty();
        return GAP.matcher(body).replaceAll(gap -> {
            String value = value(gap.group(1), values);
            return Matcher.quoteReplacement(plain ? Gsm7.plain(value) : value);
        });
    }

    /** How much one message of this alphabet holds. */
    static int segment(String text) {
        return Gsm7.outside(text).isEmpty() ? Gsm7.SEGMENT : Gsm7.UCS2_SEGMENT;
    }

    /** How much of it these words take. */
    static int taken(String text) {
        return Gsm7.outside(text).isEmpty() ? Gsm7.septets(text) : text.length();
    }

    private String value(String gap, Map<String, String> values) {
        String value = values.get(gap);
        if (value == null) {
            throw new IllegalArgumentException("the text " + name + " needs a value for " + gap);
        }
        return value;
    }
}
