package uk.referralline.casework;

import java.time.Instant;
import uk.referralline.duty.AdvocateId;

/**
 * A case that goes on in another one.
 *
 * @param reference of the case that was merged; it still leads to the one it goes on in
 */
public record Merge(
        long id,
        CaseId caseId,
        Reference reference,
        CaseId into,
        AdvocateId advocate,
        Instant mergedAt,
        String reason) {

    /** Never prints the reason: it is personal. */
    @Override
    public String toString() {
        return "merge " + id;
    }
}
