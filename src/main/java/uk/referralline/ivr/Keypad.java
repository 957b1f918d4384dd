package uk.referralline.ivr;

import java.util.Optional;

/** Reads what callers key in, by the rules of the number plan and of references. Pure. */
public interface Keypad {

    /** The number in E.164, if it is one that we may call. @param keys digits as keyed */
    Optional<String> phone(String keys);

    /** The kind of a number in the number plan's words, such as {@code mobile}. @param number E.164 */
    String kind(String number);

    /** A number as it is said, digit by digit in its usual groups. @param number E.164 */
    String spokenPhone(String number);

    /** The reference, if its check digit is right. @param keys digits as keyed */
    Optional<String> reference(String keys);

    /** A reference as it is said, in pairs. */
    String spokenReference(String reference);
}
