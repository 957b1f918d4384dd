package uk.referralline.casework;

import java.time.Instant;
import uk.referralline.duty.AdvocateId;

/** Who is dealing with a case, and until when if they do nothing more on it. */
public record Claim(CaseId caseId, AdvocateId advocate, Instant claimedAt, Instant until) {

    public boolean holds(Instant at) {
        return until.isAfter(at);
    }
}
