package uk.referralline.casework;

import java.time.Instant;
import uk.referralline.duty.AdvocateId;

/**
 * Another case of the same person, as an advocate said.
 *
 * @param waits whether a call is promised on it
 * @param noPhone whether it is noted there that the person must not be phoned
 */
public record Link(
        CaseId caseId,
        Reference reference,
        CaseStatus status,
        boolean waits,
        boolean noPhone,
        String reason,
        AdvocateId advocate,
        Instant linkedAt) {

    /** Never prints the reason: it is personal. */
    @Override
    public String toString() {
        return "link to case row " + caseId.value();
    }
}
