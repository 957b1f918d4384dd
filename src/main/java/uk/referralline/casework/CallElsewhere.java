package uk.referralline.casework;

import java.time.Instant;
import java.util.Optional;

/**
 * The call that answers what was promised on a case, where it is made from another one of the same person.
 *
 * @param caseId the case from which it is made
 * @param open whether it is still to be made
 * @param outcome what became of it, as tables have it
 */
public record CallElsewhere(
        CaseId caseId, Reference reference, boolean open, Optional<String> outcome, Optional<Instant> endedAt) {

    /** Whether the person was spoken to. */
    public boolean spoke() {
        return outcome.filter(Disposition.SPOKE.word()::equals).isPresent();
    }
}
