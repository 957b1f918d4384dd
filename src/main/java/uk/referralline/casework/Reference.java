package uk.referralline.casework;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What a person says or keys in to come back to their own request: six random digits and a check digit.
 *
 * <p>It has no meaning. The check digit is Damm's (H. M. Damm, 2004), which notices every single wrong digit and
 * every two neighbours swapped. Seven equal digits are never a reference, so that a leaned-on key is none.
 */
public record Reference(String digits) {

    /** Damm's totally anti-symmetric quasigroup of order 10. Row: the sum so far; column: the next digit. */
    private static final String[] DAMM = {
        "0317598642",
        "7092154863",
        "4206871359",
        "1750983426",
        "6123045978",
        "3674209581",
        "5869720134",
        "8945362017",
        "9438617205",
        "2581436790"
    };

    public Reference {
        if (!isReference(digits)) {
            throw new IllegalArgumentException("a reference is seven digits, the last a Damm check digit");
        }
    }

    /** A new reference. Whether it is already taken is for the database to say. */
    public static Reference random(RandomGenerator chance) {
        String six;
        do {
            six = String.format(Locale.ROOT, "%06d", chance.nextInt(1_000_000));
        } while (allTheSame(six));
        return new Reference(six + damm(six));
    }

    /** The reference in what a caller keyed or a person typed; spaces do not count. Empty when it cannot be one. */
    public static Optional<Reference> keyed(String keys) {
        String digits = keys.replace(" ", "");
        return isReference(digits) ? Optional.of(new Reference(digits)) : Optional.empty();
    }

    /** In pairs, for a voice: {@code "1 2, 3 4, 5 6, 7"}. */
    public String spoken() {
        return digits.replaceAll("(.)(.)(?=.)", "$1 $2, ");
    }

    /** In pairs, for the eye: {@code "12 34 56 7"}. */
    public String written() {
        return digits.replaceAll("(..)(?=.)", "$1 ");
    }

    @Override
    public String toString() {
        return written();
    }

    private static boolean isReference(String digits) {
        return digits.matches("[0-9]{7}") && damm(digits) == '0' && !allTheSame(digits);
    }

    private static boolean allTheSame(String digits) {
        return digits.chars().distinct().count() == 1;
    }

    private static char damm(String digits) {
        char sum = '0';
        for (char digit : digits.toCharArray()) {
            sum = DAMM[sum - '0'].charAt(digit - '0');
        }
        return sum;
    }
}
