package uk.referralline.casework;

import java.time.Instant;
import java.util.Optional;
import uk.referralline.duty.AdvocateId;

/**
 * A case's own row, for reading.
 *
 * @param version what a form has to carry, so that a change in between is seen
 * @param dueAt when something has to be done next; of a closed case, when it had to be
 * @param mergedInto the case it goes on in
 * @param claimedBy who deals with it now
 */
public record CaseHead(
        CaseId id,
        Reference reference,
        CaseStatus status,
        String kind,
        Urgency urgency,
        Optional<String> urgencyWhy,
        Eligibility eligibility,
        Optional<AdvocateId> owner,
        Optional<String> ownerName,
        Optional<AdvocateId> claimedBy,
        Optional<String> claimant,
        Optional<Instant> claimedUntil,
        Instant dueAt,
        Instant openedAt,
        Optional<String> outcome,
        Optional<Instant> closedAt,
        Optional<CaseId> mergedInto,
        int version) {

    /** Whether it is this advocate's own: theirs, or in their hands now. */
    public boolean isOf(AdvocateId advocate) {
        return owner.filter(advocate::equals).isPresent()
                || claimedBy.filter(advocate::equals).isPresent();
    }

    /** Whether the person said no, and nothing of them is kept. */
    public boolean erased() {
        return outcome.filter("said-no"::equals).isPresent();
    }

    /** Never prints anything of the person. */
    @Override
    public String toString() {
        return "case row " + id.value();
    }
}
