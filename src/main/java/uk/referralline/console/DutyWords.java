package uk.referralline.console;

import static uk.referralline.duty.OpeningHours.LONDON;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import uk.referralline.duty.DutyRefused;
import uk.referralline.duty.Span;
import uk.referralline.duty.WeeklyShift;

/** The rota as people read it. */
public final class DutyWords {
    private DutyWords() {}

    /** Such as Wednesday 25 November. */
    public static String day(LocalDate day) {
        return Times.day(day.atTime(12, 0).atZone(LONDON).toInstant());
    }

    /** Such as Tuesday. */
    public static String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.UK);
    }

    /** Days away: one day, or the first and the last. */
    public static String days(LocalDate first, LocalDate last) {
        return first.equals(last) ? day(first) : day(first) + " to " + day(last);
    }

    /** Such as "9am to 5pm"; an end on another day than this one is named by its day. */
    public static String hours(Span span, LocalDate day) {
        return time(span.from(), day) + " to " + time(span.to(), day);
    }

    /** Such as "Tuesday 24 November, 9am to 5pm". */
    public static String dayAndHours(Span span, LocalDate day) {
        return day(day) + ", " + hours(span, day);
    }

    /** The same of time on the day on which it begins. */
    public static String dayAndHours(Span span) {
        return dayAndHours(span, span.from().atZone(LONDON).toLocalDate());
    }

    /** Such as "9am to 5pm", or "10pm to 7am the next day". */
    public static String hours(WeeklyShift shift) {
        boolean overnight =
                !shift.ends().isAfter(shift.starts()) && shift.ends().toSecondOfDay() > 0;
        return Times.time(shift.starts()) + " to " + Times.time(shift.ends()) + (overnight ? " the next day" : "");
    }

    /** The midnight at the end of a day is of that day. */
    private static String time(Instant at, LocalDate day) {
        boolean here = List.of(at, at.minusNanos(1)).stream()
                .anyMatch(each -> each.atZone(LONDON).toLocalDate().equals(day));
        return here ? Times.time(at) : Times.time(at) + " on " + Times.day(at);
    }

    /** Names as a sentence has them: "Asha", "Asha and Ben", "Asha, Ben and Carys". */
    public static String list(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /** What was refused, as it stands beside a field: without a full stop. */
    static String refusal(DutyRefused refused) {
        return refused.getMessage().replaceFirst("\\.$", "");
    }
}
