package uk.referralline.casework;

import org.jdbi.v3.core.Handle;

/** What keeps a case from being closed: everything that was promised and not yet done. */
final class Ending {
    private final Handle handle;

    Ending(Handle handle) {
        this.handle = handle;
    }

    void refuseWhilePromised(CaseId id, CaseOutcome outcome) {
        if (handle.attach(AttemptDao.class).open(id).isPresent()) {
            throw new Refused("A call is promised on this case: record how the call ended, then close.");
        }
        ContactDao contact = handle.attach(ContactDao.class);
        if (contact.unheard(id) > 0) {
            throw new Refused("A message was left on this case: listen to it and write it up, then close.");
        }
        if (contact.incidentOpen(id)) {
            throw new Refused("An incident is open on this case: settle it, then close.");
        }
        if (handle.attach(ReferralDao.class).incomplete(id) && outcome == CaseOutcome.ADVOCATE_ALLOCATED) {
            throw new Refused("The referral is not complete: fill in what is missing, then close.");
        }
    }
}
