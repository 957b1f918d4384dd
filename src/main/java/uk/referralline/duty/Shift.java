package uk.referralline.duty;

import org.jdbi.v3.core.mapper.Nested;

/** A shift of the rota. */
public record Shift(ShiftId id, @Nested WeeklyShift weekly) {}
