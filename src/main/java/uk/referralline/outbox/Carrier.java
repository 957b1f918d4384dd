package uk.referralline.outbox;

/** Carries out jobs of one kind, outside any transaction. What it throws counts as {@link Outcome.Unknown}. */
public interface Carrier {

    /** Once. It never tries again by itself. */
    Outcome carry(Job job);

    /** Finds out what became of a job whose outcome is unknown. Unknown again: it is asked again later. */
    Outcome settle(Job job);
}
