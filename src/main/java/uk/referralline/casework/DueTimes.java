package uk.referralline.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import uk.referralline.duty.OpeningHours;

/**
 * By when somebody has to act on what came in. What comes in when the line is closed, or on a day that is no working
 * day, counts as received at the next opening on a working day. "Within three working days" is the close of the third
 * working day after the day of receipt.
 */
public final class DueTimes {

    private final OpeningHours hours;
    private final Promises promises;

    public DueTimes(OpeningHours hours, Promises promises) {
        this.hours = hours;
        this.promises = promises;
    }

    /** The moment of the promise; always later than {@code received}, and within opening hours or at their close. */
    public Instant due(Urgency urgency, Instant received) {
        Instant counted = counted(received);
        return switch (urgency) {
            case U1 -> urgent(received, counted);
            case U2 -> closeAfter(promises.soonDays(), counted);
            case U3 -> closeAfter(promises.standardDays(), counted);
        };
    }

    /** The opening hours that they are reckoned by. */
    public OpeningHours hours() {
        return hours;
    }

    private Instant counted(Instant received) {
        return hours.openAt(received) && hours.workingDay(dateOf(received))
                ? received
                : hours.nextWorkingOpening(received);
    }

    /** The same working day while enough of it is left, otherwise the first hour of the next opening. */
    private Instant urgent(Instant received, Instant counted) {
        boolean open = counted.equals(received);
        Instant close = hours.closes(dateOf(counted));
        if (open && Duration.between(received, close).compareTo(promises.urgentNeeds()) >= 0) {
            return close;
        }
        Instant opening = open ? hours.nextWorkingOpening(received) : counted;
        Instant due = opening.plus(promises.urgentAfterOpening());
        Instant latest = hours.closes(dateOf(opening));
        return due.isBefore(latest) ? due : latest;
    }

    private Instant closeAfter(int workingDays, Instant counted) {
        LocalDate day = dateOf(counted);
        for (int n = 0; n < workingDays; n++) {
            day = hours.nextWorkingDay(day);
        }
        return hours.closes(day);
    }

    private static LocalDate dateOf(Instant moment) {
        return moment.atZone(OpeningHours.LONDON).toLocalDate();
    }
}
