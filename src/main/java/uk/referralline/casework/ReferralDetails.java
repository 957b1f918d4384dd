package uk.referralline.casework;

import java.util.Optional;
import uk.referralline.number.PhoneNumber;

/**
 * What the keypad gave of a referral by a professional, or by family, a friend or a carer. The words are the call script's.
 *
 * @param number the referrer's, never the person's
 */
public record ReferralDetails(
        String role,
        PhoneNumber number,
        Optional<String> extension,
        String agreement,
        Optional<String> personStatus,
        Optional<String> urgentDate) {
    private static final String FAMILY = "family-friend-or-carer";

    /** The kind of case it makes. */
    String kind() {
        return role.equals(FAMILY) ? "family-or-friend" : "professional-referral";
    }
}
