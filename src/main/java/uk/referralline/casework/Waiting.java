package uk.referralline.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.referralline.duty.AdvocateId;
import uk.referralline.number.PhoneNumber;

/**
 * An open case as a list shows it.
 *
 * @param dueAt when something has to be done next
 * @param owner whose case it is; empty while it is everybody's
 * @param claimant who deals with it now, by name
 * @param calledElsewhere whether the call that was promised on it is to be made from a linked case
 * @param number that we promised to call
 * @param nextAt when the next attempt is planned
 * @param mayLeaveMessage whether a message may be left on that number
 * @param alert whether a safety alert stands
 * @param messages left messages that nobody has written up
 * @param incident whether something went wrong that nobody has settled, such as a call to a wrong number
 * @param texted whether somebody texted us on it
 * @param referralToComplete whether a professional's referral still lacks something
 */
public record Waiting(
        CaseId id,
        Reference reference,
        String kind,
        Urgency urgency,
        Optional<String> urgencyWhy,
        Instant dueAt,
        Instant openedAt,
        Optional<AdvocateId> owner,
        Optional<String> ownerName,
        Optional<AdvocateId> claimedBy,
        Optional<String> claimant,
        boolean callPromised,
        boolean calledElsewhere,
        Optional<PhoneNumber> number,
        int attempts,
        Optional<Instant> nextAt,
        boolean undecided,
        boolean mayLeaveMessage,
        boolean alert,
        int messages,
        boolean referralToComplete,
        boolean incident,
        boolean texted,
        List<String> needs) {

    public Waiting {
        needs = List.copyOf(needs);
    }

    public boolean overdue(Instant at) {
        return dueAt.isBefore(at);
    }

    /** Never prints anything of the person. */
    @Override
    public String toString() {
        return "case row " + id.value();
    }
}
