package uk.referralline.number;

import java.util.Arrays;
import java.util.Optional;

/**
 * Ofcom's telephone numbers for use in TV and radio drama: nobody has them, so tests and the sandbox may use them and a
 * real line may not. National digits without the leading 0; each range is a thousand numbers.
 */
enum Drama {
    MOBILE("7700900", NumberKind.MOBILE),
    NO_AREA("1632960", NumberKind.LANDLINE),
    LEEDS_TO_READING("11[3-8]4960", NumberKind.LANDLINE),
    BIRMINGHAM_TO_MANCHESTER("1[2-6]14960", NumberKind.LANDLINE),
    LONDON("2079460", NumberKind.LANDLINE),
    TYNESIDE("1914980", NumberKind.LANDLINE),
    NORTHERN_IRELAND("2890180", NumberKind.LANDLINE),
    CARDIFF("2920180", NumberKind.LANDLINE),
    FREEPHONE("8081570", NumberKind.FREEPHONE),
    PREMIUM("9098790", NumberKind.PREMIUM),
    UK_WIDE("3069990", NumberKind.NON_GEOGRAPHIC);

    private final String start;
    private final NumberKind kind;

    Drama(String start, NumberKind kind) {
        this.start = start;
        this.kind = kind;
    }

    /** What this national number would be if it were real; empty when it is in none of the ranges. */
    static Optional<NumberKind> kind(String national) {
        return Arrays.stream(values())
                .filter(range -> national.matches(range.start + "[0-9]{3}"))
                .map(range -> range.kind)
                .findFirst();
    }
}
