package uk.referralline.console.signin;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.referralline.duty.Advocate;

/** What a password must be: long, and not what anybody would try first. Nothing else, as NIST SP 800-63B and the NCSC advise. */
public final class PasswordRules {
    /** In characters. */
    public static final int SHORTEST = 12;

    private static final int LONGEST = 128;
    private static final int FEWEST_DIFFERENT = 5;
    private static final List<String> TRIED_FIRST = List.of(
            "password", "passw0rd", "qwerty", "letmein", "welcome", "iloveyou", "referralline", "advocate", "12345678");

    private PasswordRules() {}

    /** What is wrong with a password, as a sentence. @param person whose it would be */
    static Optional<String> fault(String password, Advocate person) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of("Your password must have at least " + SHORTEST + " characters");
        }
        if (length > LONGEST) {
            return Optional.of("Your password must have at most " + LONGEST + " characters");
        }
        if (isEasy(password.toLowerCase(Locale.ROOT), person)) {
            return Optional.of("This password is easy to guess: choose another one, such as three words that have"
                    + " nothing to do with each other");
        }
        return Optional.empty();
    }

    private static boolean isEasy(String password, Advocate person) {
        String letters = password.replaceAll("\\s", "");
        boolean repeats = letters.codePoints().distinct().count() < FEWEST_DIFFERENT;
        return repeats
                || TRIED_FIRST.stream().anyMatch(letters::startsWith)
                || isIn(letters, person.signIn())
                || isIn(letters, person.name().toLowerCase(Locale.ROOT).replaceAll("\\s", ""));
    }

    private static boolean isIn(String password, String name) {
        return name.length() >= FEWEST_DIFFERENT && password.contains(name);
    }
}
