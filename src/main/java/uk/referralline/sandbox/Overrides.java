package uk.referralline.sandbox;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The connection overrides in a webhook URL's fragment, {@code #rc=2&rp=ct,rt}: how often and after which failures
 * Twilio tries again, and how long it waits. Source: Twilio, "Webhooks: connection overrides".
 */
record Overrides(int retries, Set<String> retryAfter, Duration read, Duration total) {

    private static final int MOST_RETRIES = 5;

    static Overrides of(URI url, Duration limit) {
        Map<String, String> set = new HashMap<>();
        String fragment = url.getFragment() == null ? "" : url.getFragment();
        for (String part : fragment.split("&")) {
            String[] pair = part.split("=", 2);
            if (pair.length == 2) {
                set.put(pair[0], pair[1]);
            }
        }
        int retries = Math.min(MOST_RETRIES, number(set.getOrDefault("rc", "1"), 1));
        return new Overrides(
                retries,
                Set.of(set.getOrDefault("rp", "ct").split(",")),
                shorter(limit, set.get("rt")),
                shorter(limit, set.get("tt")));
    }

    /** Whether Twilio tries again after this: {@code ct}, {@code rt}, {@code 4xx} or {@code 5xx}. */
    boolean retriesAfter(String failure) {
        return retryAfter.contains("all") || retryAfter.contains(failure);
    }

    private static Duration shorter(Duration limit, String millis) {
        if (millis == null) {
            return limit;
        }
        Duration asked = Duration.ofMillis(number(millis, (int) limit.toMillis()));
        return asked.compareTo(limit) < 0 ? asked : limit;
    }

    private static int number(String digits, int otherwise) {
        return digits.matches("[0-9]{1,6}") ? Integer.parseInt(digits) : otherwise;
    }
}
