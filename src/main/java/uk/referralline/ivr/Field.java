package uk.referralline.ivr;

import java.util.List;

/**
 * A typed answer, declared once in {@code line.yaml} and filled by one step or more.
 *
 * @param values the words a choice may be; empty for every other type
 */
record Field(String name, Type type, List<String> values) {

    /** What a field holds, and how the caller gives it. */
    enum Type {
        YES_NO("yes-no"),
        CHOICE("choice"),
        PHONE("phone"),
        DIGITS("digits"),
        REFERENCE("reference"),
        RECORDING("recording");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        boolean isChosen() {
            return this == YES_NO || this == CHOICE;
        }

        boolean isKeyedIn() {
            return this == PHONE || this == DIGITS || this == REFERENCE;
        }
    }

    Field {
        values = type == Type.YES_NO ? List.of("yes", "no") : List.copyOf(values);
    }
}
