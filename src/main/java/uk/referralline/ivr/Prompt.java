package uk.referralline.ivr;

/**
 * Something to say, by its name in the words of a language.
 *
 * @param key the name in {@code prompts/}, or {@link #OWN_MESSAGE}
 * @param again true for the simpler wording that follows a miss
 * @param firm true when a key press must not cut it short
 */
public record Prompt(String key, boolean again, boolean firm) {
    /** What the caller has just recorded, played back to them. */
    static final String OWN_MESSAGE = "(what you recorded)";

    static Prompt of(String key) {
        return new Prompt(key, false, false);
    }

    static Prompt again(String key) {
        return new Prompt(key, true, false);
    }

    static Prompt ownMessage() {
        return of(OWN_MESSAGE);
    }
}
