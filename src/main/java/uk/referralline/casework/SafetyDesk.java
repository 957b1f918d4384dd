package uk.referralline.casework;

import java.util.List;
import org.jdbi.v3.core.Handle;
import uk.referralline.number.PhoneNumber;

/** What keeps a person safe from our contact: alerts, blocked numbers and incidents. Each is lifted only by name and reason. */
public final class SafetyDesk {

    /**
     * From now on nobody calls or texts about this case, or one that is linked to it: it is the person who is in danger. It works at
     * once, whatever else has changed, and is lifted on each case by itself.
     *
     * @return the cases on which it stands
     */
    public List<CaseId> raise(Handle handle, CaseId id, By by, String typed) {
        String reason = Refused.reason(typed);
        ContactDao contact = handle.attach(ContactDao.class);
        List<CaseId> person = contact.lockPerson(id);
        var log = new CaseLog(handle);
        log.lock(id);
        for (CaseId each : person) {
            contact.raise(each, reason, by.advocate(), by.at());
            log.changed(by, each, Change.of(CaseEvent.Kind.ALERT_RAISED).because(reason));
        }
        return person;
    }

    /** Lifts every alert of the case. @throws Refused when none stands, or without a reason */
    public void lift(Handle handle, Edit edit, String typed) {
        String reason = Refused.reason(typed);
        var log = new CaseLog(handle);
        log.lock(edit);
        if (handle.attach(ContactDao.class)
                        .lift(edit.id(), reason, edit.by().advocate(), edit.by().at())
                == 0) {
            throw new Refused("No safety alert stands on this case.");
        }
        log.changed(edit.by(), edit.id(), Change.of(CaseEvent.Kind.ALERT_LIFTED).because(reason));
    }

    /** A blocked number may be called again, on every case. @throws Refused when it is not blocked, or without a reason */
    public void unblock(Handle handle, Edit edit, PhoneNumber number, String typed) {
        String reason = Refused.reason(typed);
        var log = new CaseLog(handle);
        log.lock(edit);
        if (!handle.attach(AttemptDao.class)
                .unblock(number, edit.by().advocate(), edit.by().at(), reason)) {
            throw new Refused("This number is not blocked.");
        }
        log.changed(edit.by(), edit.id(), Change.of(CaseEvent.Kind.BLOCK_LIFTED).because(reason));
    }

    /** Somebody dealt with what went wrong. @throws Refused when nothing is open, or without words */
    public void settle(Handle handle, Edit edit, String typed) {
        String settlement = typed.strip();
        if (settlement.isEmpty()) {
            throw new Refused("Write what was done, in a few words.");
        }
        var log = new CaseLog(handle);
        log.lock(edit);
        if (handle.attach(ContactDao.class)
                        .settle(
                                edit.id(),
                                settlement,
                                edit.by().advocate(),
                                edit.by().at())
                == 0) {
            throw new Refused("No incident is open on this case.");
        }
        log.changed(
                edit.by(), edit.id(), Change.of(CaseEvent.Kind.INCIDENT_SETTLED).because(settlement));
    }

    /** Somebody listened to a left message and wrote up what it says. @param sid the recording's, {@code RE…} */
    public void writtenUp(Handle handle, CaseId id, By by, String sid) {
        if (handle.attach(ContactDao.class).writtenUp(id, sid, by.advocate(), by.at())) {
            new CaseLog(handle).noted(by, id, Change.of(CaseEvent.Kind.MESSAGE_WRITTEN_UP));
        }
    }
}
