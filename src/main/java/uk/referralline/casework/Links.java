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
     * Says that two cases are the same person's. Both stay as they are.
     *
     * @throws Refused when they are linked, or are one, or both wait for a callback: a person has one at most, so those two are
     *     merged
     */
    public void link(Handle handle, CaseId id, CaseId other, By by, String typed) {
        String reason = Refused.reason(typed);
        if (id.equals(other)) {
            throw new Refused("This is the same case: choose another one.");
        }
        if (!handle.attach(LinkDao.class).link(first(id, other), second(id, other), by.advocate(), by.at(), reason)) {
            throw new Refused("These two cases are linked already.");
        }
        if (handle.attach(LinkDao.class).bothWait(id, other)) {
            throw new Refused("Both cases wait for a callback, and a person is called once: merge them instead.");
        }
        note(handle, new Pair(id, other), by, Change.of(CaseEvent.Kind.LINKED).because(reason));
    }

    /** Takes a link away. @throws Refused when there is none */
    public void unlink(Handle handle, CaseId id, CaseId other, By by, String typed) {
        String reason = Refused.reason(typed);
        if (!handle.attach(LinkDao.class).unlink(first(id, other), second(id, other), by.advocate(), by.at(), reason)) {
            throw new Refused("These two cases are not linked.");
        }
        note(handle, new Pair(id, other), by, Change.of(CaseEvent.Kind.UNLINKED).because(reason));
    }

    private static void note(Handle handle, Pair pair, By by, Change change) {
        var log = new CaseLog(handle);
        log.noted(by, pair.one(), change.to(Long.toString(pair.other().value())));
        log.noted(by, pair.other(), change.to(Long.toString(pair.one().value())));
    }

    private static CaseId first(CaseId one, CaseId other) {
        return one.value() < other.value() ? one : other;
    }

    private static CaseId second(CaseId one, CaseId other) {
        return one.value() < other.value() ? other : one;
    }

    private record Pair(CaseId one, CaseId other) {}
}
