package uk.referralline.sms;

import static uk.referralline.duty.OpeningHours.LONDON;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZonedDateTime;
import uk.referralline.duty.OpeningHours;

/**
 * When a text that is not a confirmation may be sent: 9am to 6pm on Saturdays and on days that the line works, so never
 * on a bank holiday. The moment of 6pm is quiet.
 */
public final class QuietHours {
    private static final LocalTime FROM = LocalTime.of(9, 0);
    private static final LocalTime UNTIL = LocalTime.of(18, 0);
    /** On a Saturday its bank holiday is another day; it is Christmas all the same. */
    private static final MonthDay CHRISTMAS = MonthDay.of(12, 25);

    private final OpeningHours hours;

    public QuietHours(OpeningHours hours) {
        this.hours = hours;
    }

    /** This moment, or the next at which it is not quiet. */
    public Instant nextAllowed(Instant moment) {
        ZonedDateTime here = moment.atZone(LONDON);
        LocalDate day = here.toLocalDate();
        if (allowed(day) && here.toLocalTime().isBefore(UNTIL)) {
            Instant from = day.atTime(FROM).atZone(LONDON).toInstant();
            return moment.isBefore(from) ? from : moment;
        }
        do {
            day = day.plusDays(1);
        } while (!allowed(day));
        return day.atTime(FROM).atZone(LONDON).toInstant();
    }

    private boolean allowed(LocalDate day) {
        boolean saturday = day.getDayOfWeek() == DayOfWeek.SATURDAY;
        return saturday ? !MonthDay.from(day).equals(CHRISTMAS) : hours.workingDay(day);
    }
}
