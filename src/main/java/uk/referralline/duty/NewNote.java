package uk.referralline.duty;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What one person on duty leaves for others. It stays in the application: nothing sends it.
 *
 * @param day for those on duty on this day, in England
 * @param shift for this shift of the day only
 * @param words 1 to {@link #LONGEST} characters
 */
public record NewNote(AdvocateId writtenBy, LocalDate day, Optional<ShiftId> shift, String words) {

    /** In characters. */
    public static final int LONGEST = 500;

    public NewNote {
        words = words.strip();
    }

    /** Without its words. */
    @Override
    public String toString() {
        return "a note for " + day;
    }
}
