package uk.referralline.yaml;

import java.util.Optional;

/** Whether a native speaker has read a translation: its file says who, behind {@code checked-by}. */
public final class NativeCheck {
    /** Where a file says it. */
    public static final String KEY = "checked-by";

    /** What a person reads when nobody has. */
    public static final String WAITS = "These words wait for the check of a native speaker.";

    /** What to do about it. */
    public static final String SUGGESTION = "Write that person's name behind \"checked-by\" once it is done.";

    private static final String NOBODY = "nobody yet";

    private NativeCheck() {}

    /** Where a file says that nobody has; empty when somebody has, or it needs no check. */
    public static Optional<Entry> missing(Entry file) {
        return file.child(KEY).filter(who -> who.text().strip().equals(NOBODY));
    }
}
