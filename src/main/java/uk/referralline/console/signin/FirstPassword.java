package uk.referralline.console.signin;

import java.time.Duration;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * A password that an administrator gives to a person, to be replaced when they first sign in: 80 random bits in groups of
 * four, easy to read out. It is shown once, and does not print.
 */
public record FirstPassword(String text) {
    /** Long enough for a leave of some days, short enough for a note that was lost. */
    public static final Duration LASTS = Duration.ofDays(7);

    static FirstPassword random(RandomGenerator chance) {
        return new FirstPassword(
                CodeSecret.grouped(CodeSecret.base32(chance, 10).toLowerCase(Locale.ROOT), "-"));
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
