package uk.referralline.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A case that a search found. It says where something was found and not what, so that a list of results tells no more of a person
 * than a list has to.
 *
 * @param closedAt when it was closed, of a closed one
 * @param matched where it was found, without repeats
 * @param exact whether it was found as it was typed; otherwise by words that are spelt much like it or begin with it
 * @param mergedFrom the reference of the case where it was found, when that one goes on in this one
 */
public record Found(
        CaseId caseId,
        Reference reference,
        String kind,
        CaseStatus status,
        Urgency urgency,
        Instant openedAt,
        Optional<Instant> closedAt,
        List<Match> matched,
        boolean exact,
        Optional<Reference> mergedFrom) {

    public Found {
        matched = matched.stream().sorted().distinct().toList();
    }

    /** Never prints where it was found: that says something of the person. */
    @Override
    public String toString() {
        return "case row " + caseId.value();
    }
}
