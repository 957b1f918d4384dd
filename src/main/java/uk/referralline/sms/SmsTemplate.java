package uk.referralline.sms;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text that may be sent.
 *
 * @param atOnce confirms the call just made, at any hour; otherwise quiet hours are kept
 * @param usefulFor how long after it was asked for it still says something true
 */
public record SmsTemplate(String name, String body, boolean atOnce, Duration usefulFor) {
    static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");

    /** The words with these values in. @throws IllegalArgumentException when one is missing */
    public String with(Map<String, String> values) {
        Matcher places = PLACEHOLDER.matcher(body);
        return places.replaceAll(place -> {
            String value = values.get(place.group(1));
            if (value == null) {
                throw new IllegalArgumentException("the text " + name + " needs {" + place.group(1) + "}");
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
