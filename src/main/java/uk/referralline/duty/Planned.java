package uk.referralline.duty;

import java.time.LocalDate;

/**
 * One day's shift as the rota has it, whether or not anybody is there for it.
 *
 * @param day the day on which it begins, in England
 * @param whose it is on this day, once swaps are counted
 */
public record Planned(Shift shift, LocalDate day, Span span, AdvocateId whose, Presence presence) {

    /** Whether they are there. */
    public enum Presence {
        HERE,
        AWAY,
        /** They left, or have another role now. */
        GONE
    }

    /** Whether somebody takes it whose it is not in other weeks. */
    public boolean isSwapped() {
        return !whose.equals(shift.weekly().advocate());
    }

    public boolean isTaken() {
        return presence == Presence.HERE;
    }
}
