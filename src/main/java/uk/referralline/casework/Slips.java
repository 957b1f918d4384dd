package uk.referralline.casework;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import uk.referralline.duty.AdvocateId;

/**
 * Takes back the record of a call that was a slip, such as a tap on the wrong line of a list: what was promised is due again when it
 * was, and what followed from the record is undone. Note and record stay readable on the case.
 */
public final class Slips {
    private final Claims claims;

    Slips(Claims claims) {
        this.claims = claims;
    }

    /** How the call ended, as this advocate recorded it last on the case, where nothing has changed since. */
    public Optional<Disposition> mayUndo(Handle handle, CaseHead head, AdvocateId advocate) {
        return head.status() == CaseStatus.OPEN
                ? last(handle, head.id(), advocate).map(Slip::disposition)
                : Optional.empty();
    }

    /**
     * @return what becomes of the calls that the person was promised on linked cases
     * @throws Refused when somebody else recorded the last call, or more has happened since
     */
    public Calls undo(Handle handle, Edit edit) {
        new OnePerson(handle).lock(edit.id(), edit.id());
        var log = new CaseLog(handle);
        log.lock(edit);
        claims.hold(handle, edit.id(), edit.by());
        By by = edit.by();
        Slip slip = last(handle, edit.id(), by.advocate())
                .orElseThrow(() -> new Refused(
                        "Only the last thing on a case is undone, by whoever did it: write in a note what was wrong."));
        SlipDao dao = handle.attach(SlipDao.class);
        dao.promiseAgain(slip.attempt());
        dao.dueAgain(slip.attempt());
        dao.unblock(slip.attempt(), by.advocate(), by.at());
        dao.settle(slip.attempt(), by.advocate(), by.at());
        dao.remove(slip.attempt());
        log.changed(
                by,
                edit.id(),
                Change.of(CaseEvent.Kind.ATTEMPT_UNDONE).to(slip.disposition().word()));
        // Whoever waits for a call on a linked case by now is called once.
        return OneCall.ended(handle, edit.id(), by, "The record of a call on a linked case was a slip.");
    }

    private static Optional<Slip> last(Handle handle, CaseId id, AdvocateId advocate) {
        return handle.attach(SlipDao.class).last(id, advocate);
    }

    /** The last attempt of a case. */
    public record Slip(long attempt, Disposition disposition) {}
}
