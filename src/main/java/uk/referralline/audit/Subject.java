package uk.referralline.audit;

/**
 * What something was done with: a case, a recording, a list. It is found again by this, so it is named by its row and
 * never by what it holds.
 *
 * @param kind a short word of ours, such as {@code case}
 * @param id the number or short word of one of them: letters, digits, dots, hyphens and underscores, at most 64
 */
public record Subject(String kind, String id) {

    /** @throws IllegalArgumentException when it could be contents, or a phone number, rather than a name of a row */
    public Subject {
        if (!kind.matches("[a-z][a-z0-9-]{0,63}")) {
            throw new IllegalArgumentException("the kind of a subject is a short word");
        }
        if (!id.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new IllegalArgumentException("a subject is named by a number or a short word, without spaces");
        }
        // No row of ours has so high a number; phone numbers do.
        if (id.matches("[0-9]{9,15}")) {
            throw new IllegalArgumentException("a subject is never named by what may be a phone number");
        }
    }

    /** One of many, by its number, such as {@code of("case", 12)}. */
    public static Subject of(String kind, long number) {
        return new Subject(kind, String.valueOf(number));
    }

    /** One of many, by a short word, such as {@code of("list", "open-cases")}. */
    public static Subject of(String kind, String id) {
        return new Subject(kind, id);
    }

    @Override
    public String toString() {
        return kind + " " + id;
    }
}
