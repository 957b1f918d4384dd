package uk.referralline.casework;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import uk.referralline.duty.AdvocateId;

/** Who does something on a case, and when: to the microsecond, as the database keeps it. */
public record By(AdvocateId advocate, Instant at) {

    public By {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }
}
