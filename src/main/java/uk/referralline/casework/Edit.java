package uk.referralline.casework;

/**
 * A change somebody wants to make on a case as they saw it.
 *
 * @param seen the case's version when they read it: a change since then makes theirs {@link Stale}
 */
public record Edit(CaseId id, int seen, By by) {}
