package uk.referralline.casework;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Cases of the same person. The line offers hints; only an advocate links, and says why. Nothing links by itself (law L12). */
public final class Links {

    /** Other cases with a number in common, the newest first, 20 at most. */
    public List<Hint> hints(Handle handle, CaseId id) {
        return handle.attach(LinkDao.class).hints(id);
    }

    /** All other cases of the same person. */
    public List<Link> of(Handle handle, CaseId id) {
        return handle.attach(LinkDao.class).of(id);
    }

    /**
     * Says that two cases are the same person's. Both stay as they are, but that a safety alert of the one holds on the other too, and
     * that the person is called once.
     *
     * @return cases whose call is promised on another one now
     * @throws Refused when they are linked, or are one
     */
    public List<CaseId> link(Handle handle, CaseId one, CaseId two, By by, String typed) {
        String reason = Refused.reason(typed);
        var person = new OnePerson(handle);
        // Whoever asks for a call on either at this moment comes before or after, and waits once.
        person.lock(one, two);
        CaseId id = person.goesOn(one);
        CaseId other = person.goesOn(two);
        if (id.equals(other)) {
            throw new Refused("This is the same case: choose another one.");
        }
        List<CaseId> ours = person.cases(id);
        List<CaseId> theirs = person.cases(other);
        if (linked(handle, id, other)
                || !handle.attach(LinkDao.class)
                        .link(first(id, other), second(id, other), by.advocate(), by.at(), reason)) {
            throw new Refused("These two cases are linked already.");
        }
        var log = new CaseLog(handle);
        Change change = Change.of(CaseEvent.Kind.LINKED).because(reason);
        log.noted(by, id, change.to(Long.toString(other.value())));
        log.noted(by, other, change.to(Long.toString(id.value())));
        person.shareAlerts(ours, theirs, by);
        person.shareAlerts(theirs, ours, by);
        return OneCall.settle(handle, id, other, by, reason).moved();
    }

    /** Whether somebody said so of these two, or of cases that were merged into them. */
    private boolean linked(Handle handle, CaseId id, CaseId other) {
        return of(handle, id).stream()
                .anyMatch(link -> link.caseId().equals(other) && link.reason().isPresent());
    }

    /** Takes a link away. A call that moved because of it is promised again (law L4). @throws Refused when there is none */
    public Calls unlink(Handle handle, CaseId id, CaseId other, By by, String typed) {
        String reason = Refused.reason(typed);
        new OnePerson(handle).lock(id, other);
        if (!handle.attach(LinkDao.class).unlink(first(id, other), second(id, other), by.advocate(), by.at(), reason)) {
            throw new Refused("These two cases are not linked.");
        }
        // A form that was open must know of it.
        var log = new CaseLog(handle);
        Change change = Change.of(CaseEvent.Kind.UNLINKED).because(reason);
        log.changed(by, id, change.to(Long.toString(other.value())));
        log.changed(by, other, change.to(Long.toString(id.value())));
        return OneCall.settle(handle, id, other, by, reason);
    }

    private static CaseId first(CaseId one, CaseId other) {
        return one.value() < other.value() ? one : other;
    }

    private static CaseId second(CaseId one, CaseId other) {
        return one.value() < other.value() ? other : one;
    }
}
