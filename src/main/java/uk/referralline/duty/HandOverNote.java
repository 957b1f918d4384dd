package uk.referralline.duty;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.mapper.Nested;

/** A note as it is kept. */
public record HandOverNote(NoteId id, @Nested NewNote note, Instant writtenAt) {

    /** Who has read a note, and when for the first time. */
    public record Reading(AdvocateId reader, Instant readAt) {}

    /** A note and who has read it, the first reader first. */
    public record WithReadings(HandOverNote note, List<Reading> readings) {
        public WithReadings {
            readings = List.copyOf(readings);
        }
    }
}
