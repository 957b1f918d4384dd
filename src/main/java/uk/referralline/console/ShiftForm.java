package uk.referralline.console;

import static uk.referralline.duty.OpeningHours.LONDON;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import uk.referralline.duty.AdvocateId;
import uk.referralline.duty.CallOrder;
import uk.referralline.duty.WeeklyShift;

/** The form with which a manager adds a shift, as it was sent. */
record ShiftForm(
        Optional<AdvocateId> person,
        Optional<DayOfWeek> day,
        Hours hours,
        Optional<CallOrder> order,
        Optional<LocalDate> since,
        Until until) {
    static final String PERSON = "person";
    static final String DAY = "day";
    static final String FROM = "from";
    static final String TO = "to";
    static final String ORDER = "order";
    static final String SINCE = "since";
    static final String UNTIL = "until";

    /** The hours of a shift that was questioned, as they were sent then. */
    static final String OVERNIGHT = "overnight";

    record Hours(Optional<LocalTime> from, Optional<LocalTime> to) {}

    /** The last day, which may be left empty. */
    record Until(boolean given, Optional<LocalDate> day) {}

    static ShiftForm of(Visit visit) {
        String until = visit.field(UNTIL);
        return new ShiftForm(
                Inputs.id(visit.field(PERSON), AdvocateId::new),
                weekday(visit.field(DAY)),
                new Hours(Inputs.time(visit.field(FROM)), Inputs.time(visit.field(TO))),
                order(visit.field(ORDER)),
                Inputs.date(visit.field(SINCE)),
                new Until(!until.isEmpty(), Inputs.date(until)));
    }

    /** What is wrong with it, in the order of its fields. */
    Errors errors(Visit visit) {
        LocalDate today = visit.now().atZone(LONDON).toLocalDate();
        boolean early = since.filter(each -> each.isBefore(today)).isPresent();
        return Errors.NONE
                .when(person.isEmpty(), PERSON, "Choose who is on duty")
                .when(day.isEmpty(), DAY, "Choose a day of the week")
                .when(comesNever(), DAY, "There is no such day of the week between the first day and the last")
                .when(hours.from().isEmpty(), FROM, "Enter when the shift begins, such as 09:00")
                .when(hours.to().isEmpty(), TO, "Enter when the shift ends, such as 17:00")
                .when(
                        overnight() && !visit.field(OVERNIGHT).equals(overnightMark()),
                        TO,
                        "This shift ends on the next day. If you mean that, send it again")
                .when(order.isEmpty(), ORDER, "Choose when they are called")
                .when(since.isEmpty(), SINCE, "Enter the first day")
                .when(early, SINCE, "The first day must be today or later: the rota keeps what was")
                .when(until.given() && until.day().isEmpty(), UNTIL, "Enter the last day, or leave it empty")
                .when(endsTooSoon(), UNTIL, "The last day must be the first day or later");
    }

    /** @throws java.util.NoSuchElementException when it has errors */
    WeeklyShift shift() {
        return new WeeklyShift(
                person.orElseThrow(),
                day.orElseThrow(),
                hours.from().orElseThrow(),
                hours.to().orElseThrow(),
                order.orElseThrow(),
                since.orElseThrow(),
                until.day());
    }

    private boolean overnight() {
        return hours.from()
                .flatMap(begins -> hours.to().filter(ends -> !ends.isAfter(begins)))
                .isPresent();
    }

    private String overnightMark() {
        return hours.from().orElseThrow() + " " + hours.to().orElseThrow();
    }

    private boolean endsTooSoon() {
        return since.flatMap(first -> until.day().filter(last -> last.isBefore(first)))
                .isPresent();
    }

    private boolean comesNever() {
        return !endsTooSoon()
                && day.flatMap(each -> since.map(first -> first.with(TemporalAdjusters.nextOrSame(each))))
                        .filter(first -> until.day().filter(first::isAfter).isPresent())
                        .isPresent();
    }

    private static Optional<DayOfWeek> weekday(String word) {
        return Arrays.stream(DayOfWeek.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    private static Optional<CallOrder> order(String word) {
        return Arrays.stream(CallOrder.values())
                .filter(each -> each.word().equals(word))
                .findFirst();
    }
}
