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

    /** @throws Refused when somebody else recorded the last call, or more has happened since */
    public void undo(Handle handle, Edit edit) {
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
    }

    private static Optional<Slip> last(Handle handle, CaseId id, AdvocateId advocate) {
        return handle.attach(SlipDao.class)
                .last(id, advocate)
                // Whoever waits for a call on a linked case by now is called once.
                .filter(slip -> !slip.ended() || !new OnePerson(handle).waitsElsewhere(id));
    }

    /** The last attempt of a case. @param ended whether what was promised ended with it */
    public record Slip(long attempt, Disposition disposition, boolean ended) {}
}
