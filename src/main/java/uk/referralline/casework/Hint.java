package uk.referralline.casework;

import java.time.Instant;
import uk.referralline.number.PhoneNumber;

/**
 * Another case that has a number in common. It says nothing about who called: an advocate may look, and decides (law L12).
 *
 * @param own whether somebody said on one of the two that it is their own phone; a shared phone means little
 */
public record Hint(
        CaseId caseId,
        Reference reference,
        CaseStatus status,
        String kind,
        Instant openedAt,
        PhoneNumber number,
        boolean own) {}
