package uk.referralline.casework;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import uk.referralline.duty.AdvocateId;

/** Takes a closing back that was a slip, as if it had not been: the case is due when it was due before. */
public final class Closings {
    private final Claims claims;

    Closings(Claims claims) {
        this.claims = claims;
    }

    /** Whether this advocate closed the case, and nothing has happened on it since. */
    public boolean mayUndo(Handle handle, CaseHead head, AdvocateId advocate) {
        return head.status() == CaseStatus.CLOSED
                && last(handle, head.id())
                        .filter(event -> isClosingBy(event, advocate))
                        .isPresent();
    }

    /** Opens it again in the hands of whoever closed it. @throws Refused when somebody else closed it, or more has happened since */
    public void undo(Handle handle, Edit edit) {
        var log = new CaseLog(handle);
        CaseState now = log.lock(edit);
        boolean mine = last(handle, edit.id())
                .filter(event -> isClosingBy(event, edit.by().advocate()))
                .isPresent();
        if (now.status() != CaseStatus.CLOSED || !mine) {
            throw new Refused(
                    "Only the last thing on a case is undone, by whoever did it: open the case again instead.");
        }
        if (!handle.attach(CaseStateDao.class).reopen(edit.id(), now.dueAt())) {
            throw new Refused("Its reference belongs to another case by now: open a new case and link the two.");
        }
        log.changed(edit.by(), edit.id(), Change.of(CaseEvent.Kind.CLOSING_UNDONE));
        claims.claim(handle, edit.id(), edit.by());
    }

    /** Where the person said no, everything was erased, and nothing is left to go on with. */
    private static boolean isClosingBy(CaseEvent event, AdvocateId advocate) {
        return event.kind() == CaseEvent.Kind.CLOSED
                && event.advocate().filter(advocate::equals).isPresent()
                && !event.becomes().equals(Optional.of("said-no"));
    }

    private static Optional<CaseEvent> last(Handle handle, CaseId id) {
        List<CaseEvent> events = new CaseLog(handle).of(id);
        return events.isEmpty() ? Optional.empty() : Optional.of(events.get(events.size() - 1));
    }
}
