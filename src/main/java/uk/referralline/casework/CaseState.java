package uk.referralline.casework;

import java.time.Instant;
import java.util.Optional;
import uk.referralline.duty.AdvocateId;

/** A case while it is being changed. @param version counts its changes */
public record CaseState(
        CaseId id,
        CaseStatus status,
        String kind,
        Urgency urgency,
        Eligibility eligibility,
        Optional<AdvocateId> owner,
        Instant dueAt,
        int version) {}
