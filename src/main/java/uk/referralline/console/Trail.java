package uk.referralline.console;

import org.jdbi.v3.core.Handle;
import uk.referralline.audit.Action;
import uk.referralline.audit.Actor;
import uk.referralline.audit.Audit;
import uk.referralline.audit.Entry;
import uk.referralline.audit.Subject;
import uk.referralline.casework.Calls;
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

    /** What became of promised calls, of each case that it is about. */
    static void changed(Handle handle, Visit visit, Calls calls) {
        calls.again().forEach(each -> changed(handle, visit, each, "promised-again"));
        calls.moved().forEach(each -> changed(handle, visit, each, "callback-moved"));
    }

    static void opened(Handle handle, Visit visit, CaseId id, String why) {
        Audit.note(
                handle, entry(visit, Action.VIEW, id).detailed("with-a-reason").because(why));
    }

    /** A copy of a case was taken out of here. */
    static void exported(Handle handle, Visit visit, CaseId id, String why) {
        Audit.note(handle, entry(visit, Action.EXPORT, id).because(why));
    }

    /** Nothing that says who it was is kept of a case, not even in the reasons that were given for reading it. */
    static void forgotten(Handle handle, Visit visit, CaseId id) {
        Actor actor = Actor.advocate(visit.person().id());
        Audit.eraseReasons(handle, actor, Subject.of("case", id.value()), visit.now());
    }

    static void played(Handle handle, Visit visit, CaseId id) {
        Audit.note(handle, entry(visit, Action.PLAY, id));
    }

    /** A change of how the service works. @param what was done, in a word */
    static void set(Handle handle, Visit visit, Subject subject, String what) {
        Audit.note(handle, entry(visit, Action.SETTING, subject).detailed(what));
    }

    /** A change of something that is no case. @param what was done, in a word */
    static void changed(Handle handle, Visit visit, Subject subject, String what) {
        Audit.note(handle, entry(visit, Action.CHANGE, subject).detailed(what));
    }

    private static Entry entry(Visit visit, Action action, CaseId id) {
        return entry(visit, action, Subject.of("case", id.value()));
    }

    private static Entry entry(Visit visit, Action action, Subject subject) {
        return Entry.of(Actor.advocate(visit.person().id()), action, subject, visit.now());
    }
}
