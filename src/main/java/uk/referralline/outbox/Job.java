package uk.referralline.outbox;

import java.util.Map;
import org.jdbi.v3.json.Json;

/**
 * An effect that a worker has claimed.
 *
 * @param attempts how often it was claimed to be carried out, this time included
 */
public record Job(
        long id, String kind, String businessKey, @Json Map<String, String> payload, int attempts) {

    public Job {
        payload = Map.copyOf(payload);
    }

    /** Its kind and row, and nothing that could be personal. */
    @Override
    public String toString() {
        return kind + " " + id;
    }
}
