package uk.referralline.duty;

/** A hand-over note, as tables name it. */
public record NoteId(long value) {

    public NoteId {
        if (value < 1) {
            throw new IllegalArgumentException("a note's id counts from 1");
        }
    }
}
