package uk.referralline.casework;

import java.util.Optional;

/**
 * Another case of the same person, as an advocate said.
 *
 * @param waits whether a call is promised on it
 * @param noPhone whether it is noted there that the person must not be phoned
 * @param reason how somebody knew; empty where the two are linked by way of a third case alone, whose readers know it
 */
public record Link(
        CaseId caseId,
        Reference reference,
        CaseStatus status,
        boolean waits,
        boolean noPhone,
        Optional<String> reason) {

    /** Never prints the reason: it is personal. */
    @Override
    public String toString() {
        return "link to case row " + caseId.value();
    }
}
