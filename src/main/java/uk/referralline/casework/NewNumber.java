package uk.referralline.casework;

import uk.referralline.number.PhoneNumber;

/** Another number for a person, and what they allow on it. */
public record NewNumber(PhoneNumber number, Permissions permissions) {}
