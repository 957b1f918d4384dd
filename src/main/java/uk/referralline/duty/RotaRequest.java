package uk.referralline.duty;

import java.time.Instant;
import java.time.LocalDate;

/** Somebody asks for a change of the rota. @param at when they ask */
public record RotaRequest(AdvocateId by, Instant at) {

    /** In England. */
    LocalDate day() {
        return at.atZone(OpeningHours.LONDON).toLocalDate();
    }
}
