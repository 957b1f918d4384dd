package uk.referralline.outbox;

/**
 * Carries out jobs of one kind, outside any transaction. Whatever it throws counts as {@link Outcome.Unknown}, so a
 * carrier that knows better says so.
 */
public interface Carrier {

    /** Carries it out, once. */
    Outcome carry(Job job);

    /** Finds out what came of an attempt that nobody knows the end of; it must not carry it out. */
    Outcome settle(Job job);

    /** It was put off as often as it may be and is now failed. May be told twice. */
    default void gaveUp(Job job) {}
}
