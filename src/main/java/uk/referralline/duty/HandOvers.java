package uk.referralline.duty;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Notes from one person on duty to the next, in the caller's transaction. None is changed, sent or deleted. */
public final class HandOvers {
    private static final Duration TWICE = Duration.ofMinutes(1);

    private final Advocates advocates = new Advocates();

    /**
     * Keeps a note; the same words by the same person within a minute are one note, sent twice.
     *
     * @throws DutyRefused with a sentence: no words, too many, or a writer who does not return calls
     */
    public NoteId write(Handle handle, NewNote note, Instant at) {
        if (note.words().isEmpty() || note.words().length() > NewNote.LONGEST) {
            throw new DutyRefused("A note has 1 to " + NewNote.LONGEST + " characters.");
        }
        boolean mayWrite = advocates
                .find(handle, note.writtenBy())
                .filter(person -> person.active() && person.role().returnsCalls())
                .isPresent();
        if (!mayWrite) {
            throw new DutyRefused("Only somebody who returns calls writes a note.");
        }
        HandOverDao notes = handle.attach(HandOverDao.class);
        notes.oneAtATime(note.writtenBy());
        return notes.same(note, at.minus(TWICE)).orElseGet(() -> notes.write(note, at));
    }

    /** The notes for these days, both included, the newest first. */
    public List<HandOverNote.WithReadings> between(Handle handle, LocalDate first, LocalDate last) {
        HandOverDao dao = handle.attach(HandOverDao.class);
        return dao.between(first, last).stream()
                .map(note -> new HandOverNote.WithReadings(note, dao.readings(note.id())))
                .toList();
    }

    public Optional<HandOverNote> find(Handle handle, NoteId id) {
        return handle.attach(HandOverDao.class).find(id);
    }

    /** Somebody has read a note that is there. False when they had before: the first time counts. */
    public boolean read(Handle handle, NoteId id, AdvocateId reader, Instant at) {
        return handle.attach(HandOverDao.class).read(id, reader, at);
    }
}
