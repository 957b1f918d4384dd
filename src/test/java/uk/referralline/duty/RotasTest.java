package uk.referralline.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static uk.referralline.duty.OpeningHours.LONDON;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.referralline.TestLine;
import uk.referralline.number.PhoneNumber;

/** The rota as it is kept. It is Tuesday 24 November 2026, a quarter past ten. */
class RotasTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    private static final LocalDate NEXT_WEEK = LocalDate.parse("2026-12-01");

    @RegisterExtension
    final TestLine line = new TestLine();

    private final Rotas rotas = new Rotas();
    private final Advocates advocates = new Advocates();
    private AdvocateId asha;
    private AdvocateId ben;
    private AdvocateId manager;

    @BeforeEach
    void people() {
        asha = person("Asha Bell", Role.DUTY_ADVOCATE, "+447700900201");
        ben = person("Ben Carr", Role.DUTY_ADVOCATE, "+447700900202");
        manager = person("Maya Dunn", Role.MANAGER, "+447700900203");
    }

    @Test
    void aShiftIsKeptAsItWasAdded() {
        WeeklyShift night = new WeeklyShift(
                asha,
                TODAY.getDayOfWeek(),
                LocalTime.parse("22:30"),
                LocalTime.MIDNIGHT,
                CallOrder.SECOND,
                TODAY,
                Optional.of(NEXT_WEEK));

        ShiftId id = does(handle -> rotas.add(handle, night, now()));

        assertThat(shifts()).containsExactly(new Shift(id, night));
    }

    @Test
    void thePhonesOfThoseOnDutyComeInOrderOfCall() {
        does(handle -> rotas.add(handle, tuesday(ben).inOrder(CallOrder.SECOND), now()));
        does(handle -> rotas.add(handle, tuesday(asha), now()));
        AdvocateId without = does(handle -> advocates.add(
                        handle, new NewAdvocate("No Phone", "none", Role.MANAGER, Optional.empty()), now()))
                .orElseThrow();
        does(handle -> rotas.add(handle, tuesday(without).inOrder(CallOrder.THIRD), now()));

        List<PhoneNumber> mobiles = does(handle -> new Rotas().mobiles(handle, now()));

        assertThat(mobiles).containsExactly(new PhoneNumber("+447700900201"), new PhoneNumber("+447700900202"));
    }

    @Test
    void whoeverDoesNotReturnCallsIsNotPutOnTheRota() {
        AdvocateId analyst = person("Ann Lee", Role.ANALYST, "+447700900204");
        leaves(ben);

        refuses(
                handle -> rotas.add(handle, tuesday(analyst), now()),
                "A person with the role \"Analyst\" does not return calls, and so is not on duty.");
        refuses(handle -> rotas.add(handle, tuesday(ben), now()), "This person no longer works here.");
        refuses(handle -> rotas.add(handle, tuesday(new AdvocateId(99)), now()), "There is no such person.");
        assertThat(shifts()).isEmpty();
    }

    @Test
    void aChangeOfTheRotaHoldsFromTodayAndLeavesWhatWas() {
        ShiftId id = does(handle -> rotas.add(handle, tuesday(asha), now()));
        line.setTime("2026-12-09T10:00");

        refuses(
                handle -> rotas.add(handle, tuesday(ben), now()),
                "A shift cannot begin before today: the rota keeps what was.");
        refuses(
                handle -> {
                    rotas.end(handle, id, LocalDate.parse("2026-12-07"), now());
                    return id;
                },
                "A shift cannot end before today: the rota keeps what was.");
        use(handle -> rotas.end(handle, id, LocalDate.parse("2026-12-08"), now()));

        assertThat(onDuty("2026-12-08T10:00")).containsExactly(asha);
        assertThat(onDuty("2026-12-15T10:00")).isEmpty();
    }

    @Test
    void aShiftThatNeverCameToHoldIsEndedBeforeItBegins() {
        ShiftId id = does(handle -> rotas.add(handle, tuesday(asha, NEXT_WEEK), now()));

        use(handle -> rotas.end(handle, id, TODAY, now()));

        assertThat(onDuty("2026-12-01T10:00")).isEmpty();
        assertThat(shifts().get(0).weekly().until()).contains(NEXT_WEEK.minusDays(1));
    }

    @Test
    void aSwapHoldsOnceTheOtherAgrees() {
        ShiftId id = does(handle -> rotas.add(handle, tuesday(asha), now()));
        SwapId swap = does(handle -> rotas.ask(handle, new NewSwap(id, NEXT_WEEK, ben, asha), now()));
        assertThat(onDuty("2026-12-01T10:00")).containsExactly(asha);
        refusesDoing(
                () -> use(handle -> rotas.agree(handle, swap, asha, now())),
                "A swap is agreed by the other of the two people, or by a manager.");

        use(handle -> rotas.agree(handle, swap, ben, now()));

        assertThat(onDuty("2026-12-01T10:00")).containsExactly(ben);
        assertThat(onDuty("2026-12-08T10:00")).containsExactly(asha);
    }

    @Test
    void aManagerMayAskAndAgreeAlone() {
        ShiftId id = does(handle -> rotas.add(handle, tuesday(asha), now()));
        SwapId swap = does(handle -> rotas.ask(handle, new NewSwap(id, NEXT_WEEK, ben, manager), now()));

        use(handle -> rotas.agree(handle, swap, manager, now()));

        assertThat(onDuty("2026-12-01T10:00")).containsExactly(ben);
    }

    @Test
    void aSwapThatCannotBeIsRefusedWithASentence() {
        ShiftId id = does(handle -> rotas.add(handle, tuesday(asha), now()));
        does(handle -> rotas.add(handle, tuesday(manager).inOrder(CallOrder.MANAGER), now()));
        AdvocateId administrator = person("Adi Nair", Role.ADMINISTRATOR, "+447700900205");
        does(handle -> rotas.away(handle, new Absence(ben, NEXT_WEEK.plusDays(7), NEXT_WEEK.plusDays(7)), now()));

        refusesSwap(new NewSwap(id, NEXT_WEEK.plusDays(1), ben, asha), "There is no such shift on that day.");
        refusesSwap(new NewSwap(new ShiftId(99), NEXT_WEEK, ben, asha), "There is no such shift.");
        refusesSwap(new NewSwap(id, TODAY.minusDays(7), ben, asha), "There is no such shift on that day.");
        refusesSwap(new NewSwap(id, NEXT_WEEK, asha, ben), "This shift is already theirs.");
        refusesSwap(
                new NewSwap(id, NEXT_WEEK, manager, asha),
                "Whoever is to take this shift is already on duty at that time.");
        refusesSwap(
                new NewSwap(id, NEXT_WEEK, administrator, asha),
                "A person with the role \"Administrator\" does not return calls, and so is not on duty.");
        refusesSwap(
                new NewSwap(id, NEXT_WEEK.plusDays(7), ben, asha),
                "Whoever is to take this shift is away on that day.");
        line.setTime("2026-11-24T17:00");
        refusesSwap(new NewSwap(id, TODAY, ben, asha), "This shift is already over.");
        leaves(ben);
        refusesSwap(new NewSwap(id, NEXT_WEEK, ben, asha), "This person no longer works here.");
    }

    @Test
    void twoPeopleDoNotTakeTheSameShift() throws InterruptedException {
        ShiftId id = does(handle -> rotas.add(handle, tuesday(asha), now()));
        var taken = new AtomicInteger();
        List<Thread> both = IntStream.range(0, 2)
                .mapToObj(n -> new Thread(() -> {
                    try {
                        does(handle ->
                                rotas.ask(handle, new NewSwap(id, NEXT_WEEK, n == 0 ? ben : manager, asha), now()));
                        taken.incrementAndGet();
                    } catch (DutyRefused expected) {
                        // One of the two.
                    }
                }))
                .toList();
        both.forEach(Thread::start);
        for (Thread each : both) {
            each.join();
        }

        assertThat(taken).hasValue(1);
    }

    @Test
    void onePersonIsNotAgreedToTakeTwoShiftsAtOneTime() {
        ShiftId first = does(handle -> rotas.add(handle, tuesday(asha), now()));
        ShiftId second = does(handle -> rotas.add(handle, tuesday(manager).inOrder(CallOrder.MANAGER), now()));
        SwapId one = does(handle -> rotas.ask(handle, new NewSwap(first, NEXT_WEEK, ben, asha), now()));
        SwapId two = does(handle -> rotas.ask(handle, new NewSwap(second, NEXT_WEEK, ben, manager), now()));
        use(handle -> rotas.agree(handle, one, ben, now()));

        refusesDoing(
                () -> use(handle -> rotas.agree(handle, two, ben, now())),
                "Whoever is to take this shift is already on duty at that time.");
    }

    @Test
    void aSwapIsTakenBackBeforeItsShiftBeginsAndNotAfter() {
        ShiftId id = does(handle -> rotas.add(handle, tuesday(asha), now()));
        SwapId swap = does(handle -> rotas.ask(handle, new NewSwap(id, NEXT_WEEK, ben, manager), now()));
        use(handle -> rotas.agree(handle, swap, manager, now()));
        use(handle -> rotas.withdraw(handle, swap, now()));
        assertThat(onDuty("2026-12-01T10:00")).containsExactly(asha);

        SwapId again = does(handle -> rotas.ask(handle, new NewSwap(id, NEXT_WEEK, ben, manager), now()));
        line.setTime("2026-12-01T09:00");

        refusesDoing(() -> use(handle -> rotas.withdraw(handle, again, now())), "This shift has already begun.");
    }

    @Test
    void whoeverIsBackEarlyIsOnDutyFromTodayOn() {
        does(handle -> rotas.add(handle, tuesday(asha), now()));
        AbsenceId away = does(handle -> rotas.away(handle, new Absence(asha, TODAY, NEXT_WEEK.plusDays(14)), now()));
        assertThat(onDuty("2026-12-01T10:00")).isEmpty();
        line.setTime("2026-12-01T08:00");

        use(handle -> rotas.back(handle, away, now()));

        assertThat(onDuty("2026-11-24T10:00")).isEmpty();
        assertThat(onDuty("2026-12-01T10:00")).containsExactly(asha);
    }

    private WeeklyShift tuesday(AdvocateId who) {
        return tuesday(who, TODAY);
    }

    private static WeeklyShift tuesday(AdvocateId who, LocalDate since) {
        return new WeeklyShift(
                who,
                TODAY.getDayOfWeek(),
                LocalTime.parse("09:00"),
                LocalTime.parse("17:00"),
                CallOrder.FIRST,
                since,
                Optional.empty());
    }

    private AdvocateId person(String name, Role role, String mobile) {
        var person = new NewAdvocate(name, name, role, Optional.of(new PhoneNumber(mobile)));
        return does(handle -> advocates.add(handle, person, now())).orElseThrow();
    }

    private void leaves(AdvocateId who) {
        line.jdbi().useHandle(handle -> handle.execute("UPDATE advocate SET active = false WHERE id = ?", who.value()));
    }

    private List<Shift> shifts() {
        return does(rotas::shifts);
    }

    private List<AdvocateId> onDuty(String at) {
        Instant moment = LocalDateTime.parse(at).atZone(LONDON).toInstant();
        return does(handle -> rotas.read(handle, now())).onDuty(moment).stream()
                .map(OnDuty::advocate)
                .toList();
    }

    private void refusesSwap(NewSwap wish, String sentence) {
        refuses(handle -> rotas.ask(handle, wish, now()), sentence);
    }

    private void refuses(Function<Handle, ?> change, String sentence) {
        refusesDoing(() -> does(change), sentence);
    }

    private static void refusesDoing(ThrowingCallable change, String sentence) {
        assertThatExceptionOfType(DutyRefused.class).isThrownBy(change).withMessage(sentence);
    }

    private Instant now() {
        return line.time();
    }

    private <T> T does(Function<Handle, T> work) {
        return line.jdbi().inTransaction(work::apply);
    }

    private void use(Consumer<Handle> work) {
        line.jdbi().useTransaction(work::accept);
    }
}
