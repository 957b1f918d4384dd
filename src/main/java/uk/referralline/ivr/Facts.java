package uk.referralline.ivr;

import java.util.Set;

/** Names of what the line itself knows on a call, beside the fields that the caller fills. */
public final class Facts {
    /** {@code open} or {@code closed}, when the call came in. */
    public static final String LINE = "line";

    /** When the line next opens: an ISO-8601 instant. */
    public static final String OPENS = "opens";

    /** The kind of the number that called, in the number plan's words, or {@code withheld}. */
    public static final String CALLER = "caller";

    /** The caller's kind when no number is shown, or none that the line may call back. */
    public static final String WITHHELD = "withheld";

    /** The number that called, E.164; a hint that is never spoken (law L12). */
    public static final String CALLER_NUMBER = "caller-number";

    /** BCP 47, such as {@code en-GB}. */
    public static final String LANGUAGE = "language";

    /** The reference of this call's case. */
    public static final String REFERENCE = "reference";

    /** By when what was promised will be done: an ISO-8601 instant. Known only once it has been kept. */
    public static final String DUE = "due";

    /** The step where the caller asked for another language; the engine's own, no script asks for it. */
    static final String BACK = "back";

    /** All of them: a script may ask for these and not fill them. */
    public static final Set<String> ALL = Set.of(LINE, OPENS, CALLER, CALLER_NUMBER, LANGUAGE, REFERENCE, DUE);

    /** Those that the line knows on every call, from its first word. */
    static final Set<String> ALWAYS = Set.of(LINE, OPENS, CALLER, REFERENCE);

    private Facts() {}
}
