package uk.referralline.casework;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Cases of the same person. The line offers hints; only an advocate links, and says why. Nothing links by itself (law L12). */
public final class Links {

    /** Other cases with a number in common, the newest first, 20 at most. */
    public List<Hint> hints(Handle handle, CaseId id) {
        return handle.attach(LinkDao.class).hints(id);
    }

    /** The cases that are linked to this one. */
    public List<Link> of(Handle handle, CaseId id) {
        return handle.attach(LinkDao.class).of(id);
    }

    /**
     * Says that two cases are the same person's. Both stay as they are, but that a safety alert of the one holds on the other too.
     *
     * @throws Refused when they are linked, or are one, or both wait for a callback: a person has one at most, so those two are
     *     merged
     */
    public void link(Handle handle, CaseId id, CaseId other, By by, String typed) {
        String reason = Refused.reason(typed);
        if (id.equals(other)) {
            throw new Refused("This is the same case: choose another one.");
        }
        // Whoever asks for a call on either at this moment comes before or after, and waits once.
        handle.attach(MergeDao.class).lockCases(id, other);
        if (!handle.attach(LinkDao.class).link(first(id, other), second(id, other), by.advocate(), by.at(), reason)) {
            throw new Refused("These two cases are linked already.");
        }
        if (handle.attach(LinkDao.class).bothWait(id, other)) {
            throw new Refused("Both cases wait for a callback, and a person is called once: merge them instead.");
        }
        var log = new CaseLog(handle);
        Change change = Change.of(CaseEvent.Kind.LINKED).because(reason);
        log.noted(by, id, change.to(Long.toString(other.value())));
        log.noted(by, other, change.to(Long.toString(id.value())));
        shareAlerts(handle, by, id, other);
        shareAlerts(handle, by, other, id);
    }

    private static void shareAlerts(Handle handle, By by, CaseId from, CaseId to) {
        if (handle.attach(LinkDao.class).shareAlerts(from, to)) {
            Change change = Change.of(CaseEvent.Kind.ALERT_RAISED).because("It stands on the case that is linked now.");
            new CaseLog(handle).changed(by, to, change);
        }
    }

    /** Takes a link away. A call that moved because of it is promised again (law L4). @throws Refused when there is none */
    public void unlink(Handle handle, CaseId id, CaseId other, By by, String typed) {
        String reason = Refused.reason(typed);
        if (!handle.attach(LinkDao.class).unlink(first(id, other), second(id, other), by.advocate(), by.at(), reason)) {
            throw new Refused("These two cases are not linked.");
        }
        handle.attach(LinkDao.class).promiseAgain(id, other);
        handle.attach(LinkDao.class).promiseAgain(other, id);
        // A form that was open must know of it: a call may be promised again.
        var log = new CaseLog(handle);
        Change change = Change.of(CaseEvent.Kind.UNLINKED).because(reason);
        log.changed(by, id, change.to(Long.toString(other.value())));
        log.changed(by, other, change.to(Long.toString(id.value())));
    }

    private static CaseId first(CaseId one, CaseId other) {
        return one.value() < other.value() ? one : other;
    }

    private static CaseId second(CaseId one, CaseId other) {
        return one.value() < other.value() ? other : one;
    }
}
