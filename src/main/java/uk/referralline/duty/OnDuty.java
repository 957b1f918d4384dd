package uk.referralline.duty;

import java.time.LocalDate;

/** One person's duty on one day. @param day the day on which the shift begins, in England */
public record OnDuty(AdvocateId advocate, CallOrder order, Span span, ShiftId shift, LocalDate day) {}
