package uk.referralline.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Something that was done, to be written down.
 *
 * @param detail which change, call or view it was, in one fixed word of ours such as {@code attempt-recorded}
 * @param why the reason that a person typed when they were asked, at most 500 characters; the one thing here in
 *     somebody's own words
 * @param at to the microsecond, as tables have it
 */
public record Entry(
        Actor actor, Action action, Subject subject, Optional<String> detail, Optional<String> why, Instant at) {
    /** How long a reason may be, in characters. */
    public static final int LONGEST_WHY = 500;

    /** @throws IllegalArgumentException when the detail is not one word, or the reason is empty or too long */
    public Entry {
        detail.filter(word -> !word.matches("[a-z0-9-]{1,60}")).ifPresent(wrong -> {
            throw new IllegalArgumentException("the detail of an entry is one fixed word");
        });
        why = why.map(String::strip);
        why.filter(words -> words.isEmpty() || words.length() > LONGEST_WHY || words.indexOf('\0') >= 0)
                .ifPresent(wrong -> {
                    throw new IllegalArgumentException("a reason has 1 to " + LONGEST_WHY + " characters");
                });
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    public static Entry of(Actor actor, Action action, Subject subject, Instant at) {
        return new Entry(actor, action, subject, Optional.empty(), Optional.empty(), at);
    }

    /** The same, with one fixed word of ours that says what exactly was done. */
    public Entry detailed(String word) {
        return new Entry(actor, action, subject, Optional.of(word), why, at);
    }

    /** The same, with the reason that a person gave. */
    public Entry because(String reason) {
        return new Entry(actor, action, subject, detail, Optional.of(reason), at);
    }

    /** Without the reason: it is in somebody's own words. */
    @Override
    public String toString() {
        return actor + ": " + action.word()
                + detail.map(word -> " (" + word + ")").orElse("") + " " + subject;
    }
}
