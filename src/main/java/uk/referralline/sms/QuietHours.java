package uk.referralline.sms;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.function.Predicate;

/**
 * When a text that is no confirmation may be sent: 9am to 6pm, Monday to Saturday, not on a bank holiday; English time.
 *
 * @param isHoliday whether England has a bank holiday
 */
public record QuietHours(Predicate<LocalDate> isHoliday) {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final LocalTime FROM = LocalTime.of(9, 0);
    private static final LocalTime UNTIL = LocalTime.of(18, 0);

    /** This moment if it is allowed, otherwise the next that is. */
    public Instant firstAllowed(Instant moment) {
        ZonedDateTime local = moment.atZone(LONDON);
        if (allowed(local)) {
            return moment;
        }
        LocalDate day = local.toLocalTime().isBefore(FROM)
                ? local.toLocalDate()
                : local.toLocalDate().plusDays(1);
        while (!allowed(day)) {
            day = day.plusDays(1);
        }
        return day.atTime(FROM).atZone(LONDON).toInstant();
    }

    private boolean allowed(ZonedDateTime local) {
        LocalTime time = local.toLocalTime();
        return allowed(local.toLocalDate()) && !time.isBefore(FROM) && time.isBefore(UNTIL);
    }

    private boolean allowed(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SUNDAY && !isHoliday.test(day);
    }
}
