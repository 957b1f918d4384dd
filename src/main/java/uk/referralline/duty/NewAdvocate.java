package uk.referralline.duty;

import java.util.Locale;
import java.util.Optional;
import uk.referralline.number.PhoneNumber;

/**
 * A person who begins to work here.
 *
 * @param name as colleagues know them, not blank
 * @param signIn what they will type to sign in, not blank; upper and lower case are one
 */
public record NewAdvocate(String name, String signIn, Role role, Optional<PhoneNumber> mobile) {

    public NewAdvocate {
        name = name.strip();
        signIn = signIn.strip().toLowerCase(Locale.ROOT);
        if (name.isEmpty() || signIn.isEmpty()) {
            throw new IllegalArgumentException("a person has a name and a sign-in name");
        }
    }

    /** Without the number, and without what they sign in with. */
    @Override
    public String toString() {
        return "a new " + role.word();
    }
}
