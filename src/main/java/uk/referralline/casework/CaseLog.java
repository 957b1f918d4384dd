package uk.referralline.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import uk.referralline.duty.AdvocateId;

/** Locks a case for a change, and writes down what was changed. Both in one transaction, the caller's. */
final class CaseLog {
    private final Handle handle;
    private final CaseEventDao events;

    CaseLog(Handle handle) {
        this.handle = handle;
        this.events = handle.attach(CaseEventDao.class);
    }

    /**
     * The case as it is, locked until the transaction ends.
     *
     * @throws Stale when it was changed after it had been read
     * @throws Refused when there is no such case, or it goes on in another one
     */
    CaseState lock(Edit edit) {
        CaseState now = lock(edit.id());
        if (now.version() != edit.seen()) {
            throw new Stale(edit.id(), events.since(edit.id(), edit.seen()));
        }
        return now;
    }

    /** The same, whatever has changed since. */
    CaseState lock(CaseId id) {
        CaseState now =
                handle.attach(CaseStateDao.class).lock(id).orElseThrow(() -> new Refused("There is no such case."));
        if (now.status() == CaseStatus.MERGED) {
            throw new Refused("This case goes on in another one: open that one.");
        }
        return now;
    }

    /** Something that a form which was opened before must know of. */
    void changed(By by, CaseId id, Change change) {
        changed(Optional.of(by.advocate()), by.at(), id, change);
    }

    /** @param who nobody where the line did it */
    void changed(Optional<AdvocateId> who, Instant at, CaseId id, Change change) {
        int version = handle.attach(CaseStateDao.class).nextVersion(id);
        events.add(id, who, change, Optional.of(version), at);
    }

    /** Something that no form depends on. */
    void noted(By by, CaseId id, Change change) {
        events.add(id, Optional.of(by.advocate()), change, Optional.empty(), by.at());
    }

    List<CaseEvent> of(CaseId id) {
        return events.of(id);
    }
}
