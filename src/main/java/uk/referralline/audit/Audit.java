package uk.referralline.audit;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Writes down who did what, in the transaction that did it: what was rolled back was never noted, and what could not be
 * noted is not done.
 *
 * <p>A note may be written anywhere in a transaction, also by a feature that does not know what its caller will do after
 * it. It becomes an entry of the audit when the transaction commits, and only then are transactions that note something
 * put in a row, one after the other: a transaction that waits its turn asks for nothing more, so that no two can wait for
 * each other, whatever else they have locked.
 */
public final class Audit {
    /** The detail of an entry that says so. */
    static final String REASONS_ERASED = "reasons-erased";

    private Audit() {}

    /** Writes it down. It can be read in other transactions, and by {@link #of}, once this one has committed. */
    public static void note(Handle handle, Entry entry) {
        handle.attach(AuditDao.class).note(entry);
    }

    /**
     * Erases the reasons in the entries about a record, as they are in somebody's own words and may name whoever is to be forgotten,
     * and notes that it did. What was done, by whom and when stays, and the chain stays whole; reasons that were given before they
     * stood beside the audit ({@code db/019_reasons_that_can_be_erased.sql}) stay too.
     */
    public static void eraseReasons(Handle handle, Actor actor, Subject subject, Instant at) {
        if (handle.attach(AuditDao.class).eraseReasons(subject.kind(), subject.id()) > 0) {
            note(handle, Entry.of(actor, Action.CHANGE, subject, at).detailed(REASONS_ERASED));
        }
    }

    /** What was done with a record, the newest first. */
    public static List<Noted> of(Handle handle, Subject subject, int most) {
        return handle.attach(AuditDao.class).of(subject.kind(), subject.id(), most);
    }

    /** What somebody did, the newest first. */
    public static List<Noted> by(Handle handle, Actor actor, int most) {
        return handle.attach(AuditDao.class).by(actor.kind().word(), actor.id(), most);
    }
}
