package uk.referralline.duty;

import java.time.LocalDate;

/** Somebody asks that one day's shift be taken by another person. */
public record NewSwap(ShiftId shift, LocalDate day, AdvocateId takenBy, AdvocateId askedBy) {}
