package uk.referralline.casework;

import java.util.Optional;
import uk.referralline.number.PhoneNumber;

/**
 * What the keypad gave of a professional's referral. The words are the call script's.
 *
 * @param number the referrer's, never the person's
 */
public record ReferralDetails(
        String role,
        PhoneNumber number,
        Optional<String> extension,
        String agreement,
        Optional<String> personStatus,
        Optional<String> urgentDate) {}
