package uk.referralline.console.signin;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Lets a person in, once, who has lost the phone with the app: 80 random bits in groups of four. It does not print.
 *
 * @param letters 16 of them, and digits, without the hyphens
 */
public record RecoveryCode(String letters) {
    private static final int COUNT = 10;

    /** A set of them, which replaces the one before. */
    static List<RecoveryCode> set(RandomGenerator chance) {
        return Stream.generate(() -> new RecoveryCode(CodeSecret.base32(chance, 10)))
                .limit(COUNT)
                .toList();
    }

    /** What somebody typed from paper: capitals, hyphens, and digits that look like letters do not matter. */
    static RecoveryCode typed(String text) {
        return new RecoveryCode(text.toUpperCase(Locale.ROOT)
                .replace('0', 'O')
                .replace('1', 'I')
                .replace('8', 'B')
                .replaceAll("[^A-Z2-7]", ""));
    }

    /** As the person keeps it. */
    public String grouped() {
        return CodeSecret.grouped(letters, "-");
    }

    Hashed hashed() {
        return Hashed.of("recovery " + letters);
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
