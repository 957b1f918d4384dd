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

    /** Whether a person can be rung at this moment of the call: {@link #AVAILABLE} or {@link #NOBODY}. */
    public static final String DUTY = "duty";

    public static final String AVAILABLE = "available";

    public static final String NOBODY = "nobody";

    /** How far a transfer has come: {@link #RINGING}, {@link #TAKEN} or {@link #NOT_TAKEN}. Missing without one. */
    public static final String TRANSFER = "transfer";

    public static final String RINGING = "ringing";

    public static final String TAKEN = "taken";

    public static final String NOT_TAKEN = "not-taken";

    /** The step where the caller asked for another language; the engine's own, no script asks for it. */
    static final String BACK = "back";

    /** All of them: a script may ask for these and not fill them. */
    public static final Set<String> ALL =
            Set.of(LINE, OPENS, CALLER, CALLER_NUMBER, LANGUAGE, REFERENCE, DUE, DUTY, TRANSFER);

    /** Those that the line knows on every call, from its first word. */
    static final Set<String> ALWAYS = Set.of(LINE, OPENS, CALLER, REFERENCE, DUTY);

    private Facts() {}
}
