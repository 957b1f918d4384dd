package uk.referralline.sms;

import java.time.Duration;
import java.util.UUID;
import uk.referralline.number.PhoneNumber;

/**
 * A text to hand over.
 *
 * @param id ours; it belongs in the URL of the status callback
 * @param validity how long the provider may still deliver it; more than nothing
 */
public record OutgoingText(UUID id, PhoneNumber to, String body, Duration validity) {

    /** Without its words. */
    @Override
    public String toString() {
        return "text " + id;
    }
}
