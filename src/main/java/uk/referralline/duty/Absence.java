package uk.referralline.duty;

import java.time.LocalDate;

/** Whole days on which somebody takes no shift of theirs, the first and the last included. */
public record Absence(AdvocateId advocate, LocalDate firstDay, LocalDate lastDay) {

    boolean has(AdvocateId person, LocalDate day) {
        return advocate.equals(person) && !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }

    /** Whether the same person is away on all of the other's days. */
    boolean covers(Absence other) {
        return has(other.advocate, other.firstDay) && !other.lastDay.isAfter(lastDay);
    }
}
