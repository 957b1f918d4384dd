package uk.referralline.casework;

import java.time.Instant;
import java.util.Optional;
import uk.referralline.number.PhoneNumber;

/**
 * A number of a case, and what is allowed on it. What was not asked is no.
 *
 * @param blocked why nobody calls it: {@code wrong-number} or {@code asked-not-to-call}
 */
public record NumberKnown(
        PhoneNumber number,
        boolean ownPhone,
        boolean mayLeaveMessage,
        boolean mayText,
        Instant askedAt,
        Optional<String> blocked) {

    Permissions permissions() {
        return new Permissions(ownPhone, mayLeaveMessage, mayText);
    }
}
