package uk.referralline.casework;

import java.util.Locale;

/** Where in a case a search found what was typed. */
public enum Match {
    REFERENCE,
    NUMBER,
    /** The ward or the hospital. */
    WARD,
    PERSON,
    /** Who refers, or their organisation. */
    REFERRER,
    NOTE,
    /** Something that was known before and was corrected since. */
    EARLIER;

    /** For screens. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
