package uk.referralline.casework;

import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Makes one case of two, and two of one again. A merged case keeps everything that is its own; it is read together with the case
 * it goes on in. So undoing loses nothing, and nothing that happened in between is undone with it.
 */
public final class Merges {
    private static final int TRIES = 5;

    /**
     * Lets a case go on in another, open one. What was promised on it is promised on that one, by the earlier time; its reference
     * leads there, and so does a call that is going on.
     *
     * @param edit the case that ends here
     * @return cases whose call is promised on another one now
     * @throws Refused when one of the two is not there to be merged, or without a reason
     * @throws Stale when it was changed since it was read
     */
    public List<CaseId> merge(Handle handle, Edit edit, CaseId into, String typed) {
        String reason = Refused.reason(typed);
        if (edit.id().equals(into)) {
            throw new Refused("This is the same case: choose another one.");
        }
        MergeDao merges = handle.attach(MergeDao.class);
        var person = new OnePerson(handle);
        lock(handle, edit.id(), into);
        CaseState mine = checked(handle, edit, into);
        List<CaseId> ours = person.cases(edit.id());
        List<CaseId> theirs = person.cases(into);
        merges.note(edit.id(), into, edit.by(), reason);
        // What stands on the other side holds for the merged case where it goes on, and so is not written on it.
        List<CaseId> linked =
                ours.stream().filter(each -> !each.equals(edit.id())).toList();
        person.shareAlerts(theirs, linked, edit.by());
        merges.copyWarnings(edit.id(), into, edit.by().at());
        merges.becomeMerged(edit.id(), into);
        merges.hurry(edit.id(), into, mine.status() == CaseStatus.OPEN);
        merges.moveLiveCalls(edit.id(), into);
        var log = new CaseLog(handle);
        log.changed(
                edit.by(),
                edit.id(),
                Change.of(CaseEvent.Kind.WENT_ON_IN_ANOTHER).to(number(into)).because(reason));
        log.changed(
                edit.by(),
                into,
                Change.of(CaseEvent.Kind.MERGED).to(number(edit.id())).because(reason));
        person.shareAlerts(ours, theirs, edit.by());
        return OneCall.settle(handle, edit.id(), into, edit.by(), reason).moved();
    }

    /** A turn of a call locks the call first and then its case: so do we, and look again whether another call has come in. */
    private static void lock(Handle handle, CaseId id, CaseId into) {
        var person = new OnePerson(handle);
        MergeDao merges = handle.attach(MergeDao.class);
        for (int n = 0; n < TRIES; n++) {
            handle.savepoint("merge");
            List<String> locked = merges.lockCalls(id, into);
            person.lock(id, into);
            if (merges.calls(id, into).equals(locked)) {
                return;
            }
            handle.rollbackToSavepoint("merge");
        }
        throw new Refused("Somebody is calling about one of these cases just now: try again in a moment.");
    }

    private static CaseState checked(Handle handle, Edit edit, CaseId into) {
        var log = new CaseLog(handle);
        CaseState mine = log.lock(edit);
        boolean held = handle.attach(ClaimDao.class)
                .standing(edit.id(), edit.by().at())
                .filter(claim -> !claim.advocate().equals(edit.by().advocate()))
                .isPresent();
        if (held) {
            throw new Refused("A colleague is dealing with the other case now: ask them first, or take it over.");
        }
        if (handle.attach(MergeDao.class).referenceTaken(edit.id())) {
            throw new Refused("The reference of the closed case belongs to another one by now: link the two instead.");
        }
        if (log.lock(into).status() != CaseStatus.OPEN) {
            throw new Refused("The other case is closed: open it again first, or merge it into this one.");
        }
        return mine;
    }

    /**
     * Undoes a merge completely: the case is as it was before, with what was promised on it open again. What was done on the other
     * case since stays there; its time and urgency go back only where nobody has changed them since.
     *
     * @param id the case that went on in another
     * @throws Refused when it is not merged, when its merge is not the last one, or without a reason
     */
    public Calls undo(Handle handle, CaseId id, By by, String typed) {
        String reason = Refused.reason(typed);
        MergeDao merges = handle.attach(MergeDao.class);
        Merge merge = merges.standing(id).orElseThrow(() -> new Refused("This case is not merged into another one."));
        lock(handle, id, merge.into());
        if (merges.standing(merge.into()).isPresent()) {
            throw new Refused("The case that this one went on in was merged itself since: undo that merge first.");
        }
        UnmergeDao back = handle.attach(UnmergeDao.class);
        if (!back.undo(merge.id(), by, reason)) {
            throw new Refused("A colleague has just undone this merge.");
        }
        back.restoreMine(merge.id());
        back.restoreCalls(merge.id());
        back.restoreOther(merge.id());
        back.dropWarnings(merge.id());
        back.shareWarnings(merge.id(), by.at());
        var log = new CaseLog(handle);
        Change undone = Change.of(CaseEvent.Kind.MERGE_UNDONE).because(reason);
        log.changed(by, id, undone.to(number(merge.into())));
        log.changed(by, merge.into(), undone.to(number(id)));
        return OneCall.settle(handle, id, merge.into(), by, reason);
    }

    /** The cases that go on in this one, the oldest merge first. */
    public List<Merge> into(Handle handle, CaseId id) {
        return handle.attach(MergeDao.class).into(id);
    }

    private static String number(CaseId id) {
        return Long.toString(id.value());
    }
}
