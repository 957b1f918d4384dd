package uk.referralline.outbox;

import java.time.Instant;
import java.util.Map;

/**
 * An effect to be written down.
 *
 * @param businessKey what makes it one: the same key twice is the same effect
 * @param notBefore when it may be carried out at the earliest
 */
public record NewJob(String kind, String businessKey, Map<String, String> payload, Instant notBefore) {

    public NewJob {
        payload = Map.copyOf(payload);
    }
}
