package uk.referralline.console;

/**
 * Something at one field of several that is perhaps a slip: nothing was changed yet, and whoever sends the same again means it,
 * if it is allowed.
 */
final class Questioned extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String field;

    Questioned(String field, String sentence) {
        super(sentence);
        this.field = field;
    }

    /** Where it is asked on the page. */
    String field() {
        return field;
    }
}
