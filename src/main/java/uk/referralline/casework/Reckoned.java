package uk.referralline.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import uk.referralline.duty.OpeningHours;

/** What follows from dates on the day that it is: how far off a hearing is, and which day of a section 2 it is. */
record Reckoned(OpeningHours hours) {
    private static final int FAR = 60;

    /** The facts, and beside them {@code tribunal-date-days} in working days and {@code section-2-day}, the first being 1. */
    Map<String, String> of(Map<String, String> facts, Instant at) {
        Map<String, String> all = new HashMap<>(facts);
        LocalDate today = LocalDate.ofInstant(at, OpeningHours.LONDON);
        date(facts, ReferralField.DEADLINE_DATE)
                .filter(day -> !day.isBefore(today))
                .ifPresent(day -> all.put("tribunal-date-days", Integer.toString(workingDays(today, day))));
        date(facts, ReferralField.SECTION_DATE)
                .filter(day -> !day.isAfter(today) && "section-2".equals(facts.get(ReferralField.STATUS.word())))
                .ifPresent(day -> all.put("section-2-day", Long.toString(ChronoUnit.DAYS.between(day, today) + 1)));
        return all;
    }

    private int workingDays(LocalDate today, LocalDate day) {
        LocalDate last = day.isAfter(today.plusDays(FAR)) ? today.plusDays(FAR) : day;
        return (int) today.datesUntil(last)
                .map(each -> each.plusDays(1))
                .filter(hours::workingDay)
                .count();
    }

    private static Optional<LocalDate> date(Map<String, String> facts, ReferralField field) {
        try {
            return Optional.ofNullable(facts.get(field.word()))
                    .filter(text -> !text.isBlank())
                    .map(LocalDate::parse);
        } catch (DateTimeParseException nonsense) {
            return Optional.empty();
        }
    }
}
