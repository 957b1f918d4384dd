package uk.referralline.casework;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What keeps a case from being closed: everything that was promised and not yet done. */
final class Ending {
    private final Handle handle;

    Ending(Handle handle) {
        this.handle = handle;
    }

    /** @param why in the words of whoever closes it; may be blank */
    void refuseWhilePromised(CaseId id, CaseOutcome outcome, String why) {
        if (handle.attach(AttemptDao.class).open(id).isPresent()) {
            throw new Refused("A call is promised on this case: record how the call ended, then close.");
        }
        Optional<CallElsewhere> elsewhere = handle.attach(CaseFileDao.class).callElsewhere(id);
        elsewhere.filter(CallElsewhere::open).ifPresent(there -> {
            throw new Refused(
                    "The call that was promised on this case is to be made from case %s: merge the two, or close after that call."
                            .formatted(there.reference().written()));
        });
        ContactDao contact = handle.attach(ContactDao.class);
        if (contact.unheard(id) > 0) {
            throw new Refused("A message was left on this case: listen to it and write it up, then close.");
        }
        if (contact.incidentOpen(id)) {
            throw new Refused("An incident is open on this case: settle it, then close.");
        }
        if (outcome == CaseOutcome.COULD_NOT_REACH
                && (handle.attach(AttemptDao.class).spoke(id)
                        || elsewhere.filter(CallElsewhere::spoke).isPresent())) {
            throw new Refused(
                    "The last call reached this person: choose what became of it, or record a call that did not.");
        }
        if (outcome == CaseOutcome.COULD_NOT_REACH
                && why.isBlank()
                && !handle.attach(AttemptDao.class).tried(id)) {
            throw new Refused(
                    "No call is recorded on this case: say in a few words how you tried to reach the person.");
        }
        boolean incomplete = handle.attach(ReferralDao.class).incomplete(id);
        if (incomplete && outcome == CaseOutcome.ADVOCATE_ALLOCATED) {
            throw new Refused("The referral is not complete: fill in what is missing, then close.");
        }
        if (outcome == CaseOutcome.NO_REQUEST && contact.asked(id)) {
            throw new Refused("Something was asked of us on this case: choose what became of it.");
        }
        if (why.isBlank() && (incomplete || contact.promisedOtherwise(id))) {
            throw new Refused(
                    incomplete
                            ? "The referral is not complete: say in a few words why it ends like this."
                            : "Contact was promised otherwise than by phone: say in a few words how you made it.");
        }
    }
}
