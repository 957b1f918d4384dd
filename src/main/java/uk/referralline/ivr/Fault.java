package uk.referralline.ivr;

/**
 * One thing wrong in a file that people write: in which file, on which line (the first is 1), where in its own terms
 * (a step, a key; empty for the file as a whole), and a sentence that says what to change.
 */
public record Fault(String file, int line, String where, String message) {

    /** As an editor can jump to: {@code line.yaml:12 (menu-1): …}. */
    @Override
    public String toString() {
        return file + ":" + line + (where.isEmpty() ? "" : " (" + where + ")") + ": " + message;
    }
}
