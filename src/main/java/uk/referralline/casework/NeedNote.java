package uk.referralline.casework;

import java.time.Instant;
import java.util.Optional;

/**
 * When and where a need was told.
 *
 * @param detail in the person's words, such as which language
 * @param callSid the call it was said on; empty when an advocate notes it
 */
public record NeedNote(Optional<String> detail, Optional<String> callSid, Instant at) {

    /** Never prints the detail: it is personal. */
    @Override
    public String toString() {
        return "NeedNote[callSid=%s, at=%s]".formatted(callSid, at);
    }
}
