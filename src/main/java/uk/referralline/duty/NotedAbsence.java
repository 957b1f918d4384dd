package uk.referralline.duty;

import org.jdbi.v3.core.mapper.Nested;

/** An absence as it is kept. */
public record NotedAbsence(AbsenceId id, @Nested Absence absence) {}
