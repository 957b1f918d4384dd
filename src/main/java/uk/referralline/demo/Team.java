package uk.referralline.demo;

import static uk.referralline.duty.OpeningHours.LONDON;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import uk.referralline.duty.Advocate;
import uk.referralline.duty.AdvocateId;
import uk.referralline.duty.Advocates;
import uk.referralline.duty.CallOrder;
import uk.referralline.duty.HandOvers;
import uk.referralline.duty.NewAdvocate;
import uk.referralline.duty.NewNote;
import uk.referralline.duty.NewSwap;
import uk.referralline.duty.Role;
import uk.referralline.duty.RotaRequest;
import uk.referralline.duty.RotaUpkeep;
import uk.referralline.duty.Rotas;
import uk.referralline.duty.ShiftId;
import uk.referralline.duty.SwapId;
import uk.referralline.duty.Swaps;
import uk.referralline.duty.WeeklyShift;
import uk.referralline.number.PhoneNumber;

/** Who works in the invented week, and when. @param you whom the newcomer signs in as */
record Team(AdvocateId you, AdvocateId manager, AdvocateId asha, AdvocateId ben, AdvocateId carys) {
    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final LocalTime ONE = LocalTime.of(13, 0);
    private static final LocalTime FIVE = LocalTime.of(17, 0);

    /** @param handle of a transaction, in which the people of the sandbox are there already */
    static Team hired(Handle handle, Instant at) {
        return new Team(
                demo(handle, Role.DUTY_ADVOCATE),
                demo(handle, Role.MANAGER),
                add(handle, "Asha", "+447700900201", at),
                add(handle, "Ben", "+447700900202", at),
                add(handle, "Carys", "+447700900203", at));
    }

    private static AdvocateId demo(Handle handle, Role role) {
        return new Advocates()
                .findBySignIn(handle, "demo-" + role.word())
                .map(Advocate::id)
                .orElseThrow();
    }

    private static AdvocateId add(Handle handle, String name, String mobile, Instant at) {
        var person = new NewAdvocate(
                name + " (sample)",
                name + ".sample@example.org",
                Role.DUTY_ADVOCATE,
                Optional.of(new PhoneNumber(mobile)));
        return new Advocates().add(handle, person, at).orElseThrow();
    }

    /** Those who return calls in the week, but not the newcomer. */
    List<AdvocateId> colleagues() {
        return List.of(asha, ben, carys);
    }

    /** The shifts of every week; nobody has Friday afternoon. */
    void plan(Handle handle, Instant at) {
        var days = List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY);
        for (DayOfWeek day : days) {
            shift(handle, shift(asha, day, NINE, ONE, CallOrder.FIRST, at), at);
            shift(handle, shift(ben, day, ONE, FIVE, CallOrder.FIRST, at), at);
            shift(handle, shift(you, day, NINE, FIVE, CallOrder.SECOND, at), at);
            shift(handle, shift(manager, day, NINE, FIVE, CallOrder.MANAGER, at), at);
        }
        shift(handle, shift(carys, DayOfWeek.FRIDAY, NINE, ONE, CallOrder.FIRST, at), at);
        new Rotas()
                .keep(handle, new RotaUpkeep("Service manager", day(at).plusMonths(3)), new RotaRequest(manager, at));
    }

    private static WeeklyShift shift(
            AdvocateId who, DayOfWeek day, LocalTime starts, LocalTime ends, CallOrder order, Instant at) {
        return new WeeklyShift(who, day, starts, ends, order, day(at), Optional.empty());
    }

    private void shift(Handle handle, WeeklyShift shift, Instant at) {
        new Rotas().add(handle, shift, new RotaRequest(manager, at));
    }

    /** Ben cannot come next Tuesday, and Carys does it for him; she asks the newcomer for her Friday in the week after. */
    void swaps(Handle handle, Instant at) {
        var swaps = new Swaps();
        LocalDate tuesday = day(at).plusDays(1).with(TemporalAdjusters.next(DayOfWeek.TUESDAY));
        SwapId swap = swaps.ask(handle, new NewSwap(shift(handle, ben, DayOfWeek.TUESDAY), tuesday, carys, ben), at);
        swaps.agree(handle, swap, new RotaRequest(carys, at));
        LocalDate friday = tuesday.with(TemporalAdjusters.next(DayOfWeek.FRIDAY));
        swaps.ask(handle, new NewSwap(shift(handle, carys, DayOfWeek.FRIDAY), friday, you, carys), at);
    }

    private static ShiftId shift(Handle handle, AdvocateId who, DayOfWeek day) {
        return new Rotas()
                .shifts(handle).stream()
                        .filter(each -> each.weekly().advocate().equals(who)
                                && each.weekly().day() == day)
                        .findFirst()
                        .orElseThrow()
                        .id();
    }

    void handOver(Handle handle, Instant at) {
        var notes = new HandOvers();
        notes.write(
                handle,
                new NewNote(
                        asha,
                        day(at),
                        Optional.empty(),
                        "Example Ward 3 has a new ward phone from today; the old one still rings through. (sample)"),
                at);
        notes.write(
                handle,
                new NewNote(
                        ben,
                        day(at).plusDays(1),
                        Optional.empty(),
                        "Two people asked for an interpreter this week: both are booked for the morning. (sample)"),
                at);
    }

    private static LocalDate day(Instant at) {
        return at.atZone(LONDON).toLocalDate();
    }
}
