package uk.referralline.casework;

import uk.referralline.number.PhoneNumber;

/** Another number for a person, and what they allow on it. @param call whether a call to it is promised, where none is yet */
public record NewNumber(PhoneNumber number, Permissions permissions, boolean call) {

    /** One that nothing new is promised on. */
    public NewNumber(PhoneNumber number, Permissions permissions) {
        this(number, permissions, false);
    }
}
