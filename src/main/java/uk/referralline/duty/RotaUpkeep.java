package uk.referralline.duty;

import java.time.LocalDate;

/**
 * Who keeps the rota, and when they read it again.
 *
 * @param owner a person or a post, 1 to {@link #LONGEST} characters
 * @param review the last day for it
 */
public record RotaUpkeep(String owner, LocalDate review) {

    /** In characters. */
    public static final int LONGEST = 100;

    public RotaUpkeep {
        owner = owner.strip();
    }

    /** Whether it should have been read again before this day. */
    public boolean isPast(LocalDate today) {
        return review.isBefore(today);
    }
}
