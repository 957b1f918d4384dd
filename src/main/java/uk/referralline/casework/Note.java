package uk.referralline.casework;

import java.time.Instant;
import java.util.Optional;
import uk.referralline.duty.AdvocateId;

/**
 * What an advocate wrote about a case. It is never changed: a correction is a new note.
 *
 * @param corrects the note that this one puts right
 * @param corrected whether a later one puts this right
 */
public record Note(long id, AdvocateId advocate, String body, Optional<Long> corrects, boolean corrected, Instant at) {

    /** Never prints the words: they are personal. */
    @Override
    public String toString() {
        return "note " + id;
    }
}
