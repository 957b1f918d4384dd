package uk.referralline.casework;

import java.util.Collections;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** All cases of a person, as links and merges say. */
final class OnePerson {
    private static final int TRIES = 5;

    private final Handle handle;
    private final OnePersonDao dao;
    private final CaseLog log;

    OnePerson(Handle handle) {
        this.handle = handle;
        this.dao = handle.attach(OnePersonDao.class);
        this.log = new CaseLog(handle);
    }

    /** The case, and all others of its person. */
    List<CaseId> cases(CaseId id) {
        return dao.cases(id, id);
    }

    /**
     * All cases of the persons of these two, locked in one order, so that two who change them at once never wait for each other in a
     * circle. Looks again whether another link has come in.
     *
     * @throws Refused when one comes in each time
     */
    List<CaseId> lock(CaseId one, CaseId other) {
        for (int n = 0; n < TRIES; n++) {
            handle.savepoint("person");
            List<CaseId> locked = dao.lock(one, other);
            if (dao.cases(one, other).equals(locked)) {
                return locked;
            }
            handle.rollbackToSavepoint("person");
        }
        throw new Refused("Colleagues are linking these cases just now: try again in a moment.");
    }

    /** The case itself, or the one that it goes on in since it was merged. */
    CaseId goesOn(CaseId id) {
        return dao.goesOn(id);
    }

    /** Whether the person waits for a call on another case than this. */
    boolean waitsElsewhere(CaseId id) {
        return dao.waitsElsewhere(id);
    }

    /**
     * Whoever is in danger on cases of the one is so on those of the other, now that they are one person. Where they were one before,
     * an alert that was lifted on one case is not raised there again.
     */
    void shareAlerts(List<CaseId> from, List<CaseId> to, By by) {
        if (!Collections.disjoint(from, to)) {
            return;
        }
        Change change = Change.of(CaseEvent.Kind.ALERT_RAISED).because("It stands on another case of the same person.");
        for (CaseId each : to) {
            long shared =
                    from.stream().filter(one -> dao.shareAlerts(one, each)).count();
            if (shared > 0) {
                log.changed(by, each, change);
            }
        }
    }
}
