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
    private final Swaps swaps = new Swaps();
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

        ShiftId id = does(handle -> rotas.add(handle, night, byManager()));

        assertThat(shifts()).containsExactly(new Shift(id, night));
    }

    @Test
    void thePhonesOfThoseOnDutyComeInOrderOfCall() {
        does(handle -> rotas.add(handle, tuesday(ben).inOrder(CallOrder.SECOND), byManager()));
        does(handle -> rotas.add(handle, tuesday(asha), byManager()));
        AdvocateId without = does(handle -> advocates.add(
                        handle, new NewAdvocate("No Phone", "none", Role.MANAGER, Optional.empty()), now()))
                .orElseThrow();
        does(handle -> rotas.add(handle, tuesday(without).inOrder(CallOrder.THIRD), byManager()));

        List<PhoneNumber> mobiles = does(handle -> new Rotas().mobiles(handle, now()));

        assertThat(mobiles).containsExactly(new PhoneNumber("+447700900201"), new PhoneNumber("+447700900202"));
    }

    @Test
    void whoeverDoesNotReturnCallsIsNotPutOnTheRota() {
        AdvocateId analyst = person("Ann Lee", Role.ANALYST, "+447700900204");
        leaves(ben);

        refuses(
                handle -> rotas.add(handle, tuesday(analyst), byManager()),
                "A person with the role \"Analyst\" does not return calls, and so is not on duty.");
        refuses(handle -> rotas.add(handle, tuesday(ben), byManager()), "This person no longer works here.");
        refuses(handle -> rotas.add(handle, tuesday(new AdvocateId(99)), byManager()), "There is no such person.");
        assertThat(shifts()).isEmpty();
    }

    @Test
    void aChangeOfTheRotaHoldsFromTodayAndLeavesWhatWas() {
        ShiftId id = does(handle -> rotas.add(handle, tuesday(asha), byManager()));
        line.setTime("2026-12-09T10:00");

        refuses(
                handle -> rotas.add(handle, tuesday(ben), byManager()),
                "A shift cannot begin before today: the rota keeps what was.");
        refuses(
                handle -> {
                    rotas.end(handle, id, LocalDate.parse("2026-12-07"), byManager());
                    return id;
                },
                "A shift cannot end before today: the rota keeps what was.");
        use(handle -> rotas.end(handle, id, LocalDate.parse("2026-12-08"), byManager()));

        assertThat(onDuty("2026-12-08T10:00")).containsExactly(asha);
        assertThat(onDuty("2026-12-15T10:00")).isEmpty();
    }

    @Test
    void aShiftThatNeverCameToHoldIsEndedBeforeItBegins() {
        ShiftId id = does(handle -> rotas.add(handle, tuesday(asha, NEXT_WEEK), byManager()));

        use(handle -> rotas.end(handle, id, TODAY, byManager()));

        assertThat(onDuty("2026-12-01T10:00")).isEmpty();
        assertThat(shifts().get(0).weekly().until()).contains(NEXT_WEEK.minusDays(1));
    }

    @Test
    void aSwapHoldsOnceTheOtherAgrees() {
        ShiftId id = does(handle -> rotas.add(handle, tuesday(asha), byManager()));
        SwapId swap = does(handle -> swaps.ask(handle, new NewSwap(id, NEXT_WEEK, ben, asha), now()));
        assertThat(onDuty("2026-12-01T10:00")).containsExactly(asha);
        refusesDoing(
                () -> use(handle -> swaps.agree(handle, swap, by(asha))),
                "A swap is agreed by the other of the two people, or by a manager.");

        use(handle -> swaps.agree(handle, swap, by(ben)));

        assertThat(onDuty("2026-12-01T10:00")).containsExactly(ben);
        assertThat(onDuty("2026-12-08T10:00")).containsExactly(asha);
    }

    @Test
    void aManagerMayAskAndAgreeAlone() {
        ShiftId id = does(handle -> rotas.add(handle, tuesday(asha), byManager()));
        SwapId swap = does(handle -> swaps.ask(handle, new NewSwap(id, NEXT_WEEK, ben, manager), now()));

        use(handle -> swaps.agree(handle, swap, by(manager)));

        assertThat(onDuty("2026-12-01T10:00")).containsExactly(ben);
    }

    @Test
    void aSwapThatCannotBeIsRefusedWithASentence() {
        ShiftId id = does(handle -> rotas.add(handle, tuesday(asha), byManager()));
        does(handle -> rotas.add(handle, tuesday(manager).inOrder(CallOrder.MANAGER), byManager()));
        AdvocateId administrator = person("Adi Nair", Role.ADMINISTRATOR, "+447700900205");
        does(handle -> rotas.away(handle, new Absence(ben, NEXT_WEEK.plusDays(7), NEXT_WEEK.plusDays(7)), byManager()));

        refusesSwap(new NewSwap(id, NEXT_WEEK.plusDays(1), ben, asha), "There is no such shift on that day.");
        refusesSwap(new NewSwap(new ShiftId(99), NEXT_WEEK, ben, asha), "There is no such shift.");
        refusesSwap(new NewSwap(id, TODAY.minusDays(7), ben, asha), "There is no such shift on that day.");
        refusesSwap(new NewSwap(id, NEXT_WEEK, asha, manager), "This shift is already theirs.");
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
        ShiftId id = does(handle -> rotas.add(handle, tuesday(asha), byManager()));
        var taken = new AtomicInteger();
        List<Thread> both = IntStream.range(0, 2)
                .mapToObj(n -> new Thread(() -> {
                    try {
                        does(handle ->
                                swaps.ask(handle, new NewSwap(id, NEXT_WEEK, n == 0 ? ben : manager, asha), now()));
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
        ShiftId first = does(handle -> rotas.add(handle, tuesday(asha), byManager()));
        ShiftId second = does(handle -> rotas.add(handle, tuesday(manager).inOrder(CallOrder.MANAGER), byManager()));
        SwapId one = does(handle -> swaps.ask(handle, new NewSwap(first, NEXT_WEEK, ben, asha), now()));
        SwapId two = does(handle -> swaps.ask(handle, new NewSwap(second, NEXT_WEEK, ben, manager), now()));
        use(handle -> swaps.agree(handle, one, by(ben)));

        refusesDoing(
                () -> use(handle -> swaps.agree(handle, two, by(ben))),
                "Whoever is to take this shift is already on duty at that time.");
    }

    @Test
    void aSwapIsTakenBackBeforeItsShiftBeginsAndNotAfter() {
        ShiftId id = does(handle -> rotas.add(handle, tuesday(asha), byManager()));
        SwapId swap = does(handle -> swaps.ask(handle, new NewSwap(id, NEXT_WEEK, ben, manager), now()));
        use(handle -> swaps.agree(handle, swap, by(manager)));
        use(handle -> swaps.withdraw(handle, swap, true, byManager()));
        assertThat(onDuty("2026-12-01T10:00")).containsExactly(asha);

        SwapId again = does(handle -> swaps.ask(handle, new NewSwap(id, NEXT_WEEK, ben, manager), now()));
        line.setTime("2026-12-01T09:00");

        refusesDoing(
                () -> use(handle -> swaps.withdraw(handle, again, true, byManager())), "This shift has already begun.");
    }

    @Test
    void whoeverIsBackEarlyIsOnDutyFromTodayOn() {
        does(handle -> rotas.add(handle, tuesday(asha), byManager()));
        AbsenceId away =
                does(handle -> rotas.away(handle, new Absence(asha, TODAY, NEXT_WEEK.plusDays(14)), byManager()));
        assertThat(onDuty("2026-12-01T10:00")).isEmpty();
        line.setTime("2026-12-01T08:00");

        use(handle -> rotas.back(handle, away, by(asha)));

        assertThat(onDuty("2026-11-24T10:00")).isEmpty();
        assertThat(onDuty("2026-12-01T10:00")).containsExactly(asha);
    }

    @Test
    void onlyAManagerAddsAndEndsShiftsAndSaysWhoKeepsTheRota() {
        ShiftId id = does(handle -> rotas.add(handle, tuesday(asha), byManager()));

        refuses(handle -> rotas.add(handle, tuesday(ben), by(ben)), "Only a manager adds shifts to the rota.");
        refusesDoing(
                () -> use(handle -> rotas.end(handle, id, TODAY, by(asha))), "Only a manager ends shifts of the rota.");
        refusesDoing(
                () -> use(handle -> rotas.keep(handle, new RotaUpkeep("Asha", NEXT_WEEK), by(asha))),
                "Only a manager says who keeps the rota.");
        leaves(manager);
        refuses(handle -> rotas.add(handle, tuesday(ben), byManager()), "Only a manager adds shifts to the rota.");
        assertThat(shifts()).containsExactly(new Shift(id, tuesday(asha)));
    }

    @Test
    void theSameHoursAreNotGivenToOnePersonTwice() {
        WeeklyShift first = tuesday(asha);
        ShiftId id = does(handle -> rotas.add(handle, first, byManager()));
        LocalDate later = NEXT_WEEK.plusDays(3);

        refuses(
                handle -> rotas.add(handle, tuesday(asha, later).inOrder(CallOrder.SECOND), byManager()),
                "This person has the same shift already.");
        does(handle -> rotas.add(handle, tuesday(ben, later), byManager()));
        use(handle -> rotas.end(handle, id, NEXT_WEEK, byManager()));
        does(handle -> rotas.add(handle, tuesday(asha, later), byManager()));

        assertThat(shifts()).hasSize(3);
    }

    @Test
    void aShiftThatCouldNeverBeIsRefused() {
        WeeklyShift never = new WeeklyShift(
                asha,
                TODAY.getDayOfWeek(),
                LocalTime.parse("09:00"),
                LocalTime.parse("17:00"),
                CallOrder.FIRST,
                TODAY.plusDays(1),
                Optional.of(TODAY.plusDays(6)));

        refuses(
                handle -> rotas.add(handle, never, byManager()),
                "There is no such day of the week between the first day and the last.");
    }

    @Test
    void aShiftThatEndsIsNotMadeLongerByEndingItAgain() {
        ShiftId id = does(handle -> rotas.add(handle, tuesday(asha), byManager()));
        use(handle -> rotas.end(handle, id, NEXT_WEEK, byManager()));

        refusesDoing(
                () -> use(handle -> rotas.end(handle, id, NEXT_WEEK.plusDays(7), byManager())),
                "This shift ends sooner already.");
        refusesDoing(
                () -> use(handle -> rotas.end(handle, new ShiftId(99), NEXT_WEEK, byManager())),
                "There is no such shift.");
    }

    @Test
    void whoeverWouldTakeAShiftMayOfferItAndWhoseItIsAgrees() {
        ShiftId id = does(handle -> rotas.add(handle, tuesday(asha), byManager()));
        SwapId offer = does(handle -> swaps.ask(handle, new NewSwap(id, NEXT_WEEK, ben, ben), now()));

        use(handle -> swaps.agree(handle, offer, by(asha)));

        assertThat(onDuty("2026-12-01T10:00")).containsExactly(ben);
    }

    @Test
    void aThirdPersonHasNothingToDoWithASwap() {
        ShiftId id = does(handle -> rotas.add(handle, tuesday(asha), byManager()));
        AdvocateId cara = person("Cara Fry", Role.DUTY_ADVOCATE, "+447700900206");

        refuses(
                handle -> swaps.ask(handle, new NewSwap(id, NEXT_WEEK, ben, cara), now()),
                "A swap is asked for by one of the two people, or by a manager.");
        SwapId swap = does(handle -> swaps.ask(handle, new NewSwap(id, NEXT_WEEK, ben, asha), now()));
        refusesDoing(
                () -> use(handle -> swaps.agree(handle, swap, by(cara))),
                "A swap is agreed by the other of the two people, or by a manager.");
        refusesDoing(
                () -> use(handle -> swaps.withdraw(handle, swap, true, by(cara))),
                "A swap is taken back by whoever asked, by one of the two people, or by a manager.");
        use(handle -> swaps.withdraw(handle, swap, true, by(ben)));
        assertThat(does(rotas::swaps)).isEmpty();
    }

    @Test
    void peopleSayThemselvesThatTheyAreAwayOrBackOrAManagerDoes() {
        Absence ill = new Absence(asha, TODAY, TODAY);

        refuses(handle -> rotas.away(handle, ill, by(ben)), "Only a manager says that somebody else is away.");
        AbsenceId id = does(handle -> rotas.away(handle, ill, by(asha)));
        refuses(handle -> rotas.away(handle, ill, byManager()), "These days away are noted already.");
        refusesDoing(
                () -> use(handle -> rotas.back(handle, id, by(ben))),
                "Only a manager says that somebody else is back.");
        use(handle -> rotas.back(handle, id, by(asha)));
        refusesDoing(() -> use(handle -> rotas.back(handle, id, by(asha))), "These days away are already over.");
        refusesDoing(
                () -> use(handle -> rotas.back(handle, new AbsenceId(99), by(asha))), "There are no such days away.");
    }

    @Test
    void theRotaSaysWhoKeepsItAndWhetherItShouldHaveBeenReadAgain() {
        assertThat(does(rotas::upkeep)).isEmpty();
        use(handle -> rotas.keep(handle, new RotaUpkeep("Somebody", NEXT_WEEK), byManager()));

        use(handle -> rotas.keep(handle, new RotaUpkeep(" Service manager ", NEXT_WEEK), byManager()));

        assertThat(does(rotas::upkeep)).contains(new RotaUpkeep("Service manager", NEXT_WEEK));
        assertThat(does(rotas::upkeep).orElseThrow().isPast(NEXT_WEEK)).isFalse();
        assertThat(does(rotas::upkeep).orElseThrow().isPast(NEXT_WEEK.plusDays(1)))
                .isTrue();
        refusesDoing(
                () -> use(handle -> rotas.keep(handle, new RotaUpkeep(" ", NEXT_WEEK), byManager())),
                "Whoever keeps the rota is named in 1 to 100 characters.");
        refusesDoing(
                () -> use(handle -> rotas.keep(handle, new RotaUpkeep("Ben", TODAY.minusDays(1)), byManager())),
                "The day for reading the rota again is today or later.");
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
        refuses(handle -> swaps.ask(handle, wish, now()), sentence);
    }

    private void refuses(Function<Handle, ?> change, String sentence) {
        refusesDoing(() -> does(change), sentence);
    }

    private static void refusesDoing(ThrowingCallable change, String sentence) {
        assertThatExceptionOfType(DutyRefused.class).isThrownBy(change).withMessage(sentence);
    }

    private RotaRequest byManager() {
        return by(manager);
    }

    private RotaRequest by(AdvocateId who) {
        return new RotaRequest(who, now());
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
