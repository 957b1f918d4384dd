package uk.referralline.duty;

import java.util.Optional;
import uk.referralline.number.PhoneNumber;

/**
 * A person who works here.
 *
 * @param name as colleagues know them
 * @param signIn what they type to sign in, in lower case
 * @param mobile their work mobile, for alerts
 * @param active false once they have left
 */
public record Advocate(
        AdvocateId id, String name, String signIn, Role role, Optional<PhoneNumber> mobile, boolean active) {

    /** Without the number, and without what they sign in with. */
    @Override
    public String toString() {
        return "advocate " + id.value();
    }
}
