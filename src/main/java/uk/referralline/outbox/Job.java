package uk.referralline.outbox;

import java.time.Instant;
import java.util.Map;

/**
 * An effect that waits to be carried out.
 *
 * @param attempts how often it has been tried, this time included
 * @param writtenAt when it was decided
 */
public record Job(long id, String kind, Map<String, String> payload, int attempts, Instant writtenAt) {

    public Job {
        payload = Map.copyOf(payload);
    }

    /** The payload may name a person's number. */
    @Override
    public String toString() {
        return "Job[" + id + ", " + kind + "]";
    }
}
