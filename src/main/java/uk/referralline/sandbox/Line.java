package uk.referralline.sandbox;

/**
 * One line of a call's transcript.
 *
 * @param text the words said, the URL played, the keys pressed, or a note such as "a pause of 2 s"
 * @param language of words said, as in TwiML; empty when the document names none
 * @param voice of words said, as in TwiML; empty when the document names none
 */
public record Line(Kind kind, String text, String language, String voice) {

    /** Who does what. */
    public enum Kind {
        SAYS(true),
        PLAYS(true),
        BEEPS(true),
        PAUSES(true),
        RINGS(true),
        CONNECTS(true),
        ENDS(true),
        CALLS(false),
        PRESSES(false),
        SPEAKS(false),
        STAYS_SILENT(false),
        HANGS_UP(false);

        private final boolean line;

        Kind(boolean line) {
            this.line = line;
        }
    }

    static Line of(Kind kind, String text) {
        return new Line(kind, text, "", "");
    }

    /** Whether this came from the line, and not from the caller. */
    public boolean fromTheLine() {
        return kind.line;
    }

    /** Whether these are words, or a recording of words. */
    public boolean spoken() {
        return kind == Kind.SAYS || kind == Kind.PLAYS;
    }
}
