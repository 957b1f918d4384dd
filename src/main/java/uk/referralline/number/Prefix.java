package uk.referralline.number;

import java.util.Arrays;
import java.util.Optional;

/**
 * UK prefixes that we judge ourselves, whatever libphonenumber's data of the day says. The digits are national and
 * without the leading 0. Of two that fit, the first wins.
 */
enum Prefix {
    ISLE_OF_MAN("7624", NumberKind.CROWN_DEPENDENCY_MOBILE),
    JERSEY("7797", NumberKind.CROWN_DEPENDENCY_MOBILE),
    GUERNSEY("7781", NumberKind.CROWN_DEPENDENCY_MOBILE),
    GUERNSEY_AIRTEL("79111", NumberKind.CROWN_DEPENDENCY_MOBILE),
    PERSONAL("70", NumberKind.PERSONAL),
    PAGER("76", NumberKind.PAGER),
    CORPORATE("55", NumberKind.CORPORATE),
    REVENUE_SHARE_084("84", NumberKind.REVENUE_SHARE),
    REVENUE_SHARE_087("87", NumberKind.REVENUE_SHARE),
    PREMIUM("9", NumberKind.PREMIUM);

    /** 118 xxx and 116 xxx are the longest short codes; the shortest real UK number has seven digits (0800 1111). */
    private static final int LONGEST_SHORT_CODE = 6;

    private final String digits;
    private final NumberKind kind;

    Prefix(String digits, NumberKind kind) {
        this.digits = digits;
        this.kind = kind;
    }

    /** What we know of this national number by ourselves; empty when libphonenumber may decide. */
    static Optional<NumberKind> judge(String national) {
        if (national.length() <= LONGEST_SHORT_CODE) {
            return Optional.of(NumberKind.SHORT_CODE);
        }
        return Arrays.stream(values())
                .filter(prefix -> national.startsWith(prefix.digits))
                .map(prefix -> prefix.kind)
                .findFirst();
    }
}
