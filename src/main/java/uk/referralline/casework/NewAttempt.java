package uk.referralline.casework;

import java.time.Instant;
import java.util.Optional;

/**
 * What became of a call that an advocate made.
 *
 * @param nextAt when they will try again; empty takes what the rules propose
 * @param note in their words, kept as a note of the case; empty for none
 */
public record NewAttempt(Disposition disposition, Optional<Instant> nextAt, Optional<String> note) {

    public NewAttempt {
        note = note.map(String::strip).filter(words -> !words.isEmpty());
    }

    /** Never prints the note: it is personal. */
    @Override
    public String toString() {
        return "attempt: " + disposition.word();
    }
}
