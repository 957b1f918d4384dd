package uk.referralline.console;

import org.jdbi.v3.core.Handle;
import uk.referralline.audit.Action;
import uk.referralline.audit.Actor;
import uk.referralline.audit.Audit;
import uk.referralline.audit.Entry;
import uk.referralline.audit.Subject;
import uk.referralline.casework.CaseId;

/** Writes in the audit what somebody looked at or did here. The last thing of a transaction: the audit has one order. */
final class Trail {
    private Trail() {}

    static void viewed(Handle handle, Visit visit, CaseId id, String what) {
        Audit.note(handle, entry(visit, Action.VIEW, id).detailed(what));
    }

    static void changed(Handle handle, Visit visit, CaseId id, String what) {
        done(handle, visit, id, what, Action.CHANGE);
    }

    /** @param what was done, in a word */
    static void done(Handle handle, Visit visit, CaseId id, String what, Action action) {
        Audit.note(handle, entry(visit, action, id).detailed(what));
    }

    static void opened(Handle handle, Visit visit, CaseId id, String why) {
        Audit.note(
                handle, entry(visit, Action.VIEW, id).detailed("with-a-reason").because(why));
    }

    static void played(Handle handle, Visit visit, CaseId id) {
        Audit.note(handle, entry(visit, Action.PLAY, id));
    }

    private static Entry entry(Visit visit, Action action, CaseId id) {
        return Entry.of(Actor.advocate(visit.person().id()), action, Subject.of("case", id.value()), visit.now());
    }
}
