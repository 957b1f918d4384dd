package uk.referralline.casework;

import java.util.Locale;

/** Where a case is in its life. */
public enum CaseStatus {
    /** Somebody or a queue owns it, and it is due. */
    OPEN,
    /** Ended, with an outcome. */
    CLOSED,
    /** Goes on in another case, until the merge is undone. */
    MERGED;

    public boolean mayBecome(CaseStatus next) {
        return this == OPEN ? next != OPEN : next == OPEN || next == MERGED && this == CLOSED;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when there is no such word */
    public static CaseStatus ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
