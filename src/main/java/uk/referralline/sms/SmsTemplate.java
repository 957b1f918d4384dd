package uk.referralline.sms;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with gaps for a time, a day, the line's number or a reference.
 *
 * @param atOnce it confirms a call just made, so that quiet hours do not hold for it
 * @param usefulFor how long after it was asked for it still says something true
 */
record SmsTemplate(String name, String body, boolean atOnce, Duration usefulFor) {

    static final Pattern GAP = Pattern.compile("\\{([^{}]*)}");

    /**
     * The words to send.
     *
     * @throws IllegalArgumentException when a value is missing, or with them it is not one message
     */
    String fill(Map<String, String> values) {
        String filled = GAP.matcher(body).replaceAll(gap -> Matcher.quoteReplacement(value(gap.group(1), values)));
        if (Gsm7.septets(filled) > Gsm7.SEGMENT) {
            throw new IllegalArgumentException("the text " + name + " is too long with these values");
        }
        return filled;
    }

    private String value(String gap, Map<String, String> values) {
        String value = values.get(gap);
        if (value == null) {
            throw new IllegalArgumentException("the text " + name + " needs a value for " + gap);
        }
        return value;
    }
}
