package uk.referralline.outbox;

import java.time.Instant;
import java.util.Map;

/**
 * An effect to write down.
 *
 * @param kind says which {@link Carrier} carries it out, such as {@code send-text}
 * @param businessKey what makes it one: a second job with the same key is the same job (law L2)
 * @param payload ids rather than personal data: the carrier reads the rest at the moment of carrying
 * @param notBefore the earliest moment to carry it out
 */
public record NewJob(String kind, String businessKey, Map<String, String> payload, Instant notBefore) {

    public NewJob {
        if (kind.isBlank() || businessKey.isBlank()) {
            throw new IllegalArgumentException("a job has a kind and a business key");
        }
        payload = Map.copyOf(payload);
    }

    /** It does not print its key, which a careless writer could make of a number. */
    @Override
    public String toString() {
        return "new " + kind;
    }
}
