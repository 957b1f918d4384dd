package uk.referralline.casework;

import java.time.Instant;
import java.util.Optional;
import uk.referralline.number.PhoneNumber;

/**
 * A promise to call that is open.
 *
 * @param place the hospital to call, where the person has no number
 * @param dueAt by when it was promised
 * @param preferredPart the part of the day the person prefers, by its name in the settings
 * @param nextAt when the next attempt is planned, once there was one
 * @param undecided the usual attempts are over: a person decides how to go on
 */
public record OpenCallback(
        long id,
        CaseId caseId,
        Optional<PhoneNumber> number,
        Optional<String> place,
        Instant dueAt,
        Instant askedAt,
        Optional<String> preferredPart,
        Optional<Instant> nextAt,
        int attempts,
        boolean undecided) {}
