package uk.referralline.console;

import static uk.referralline.console.Visit.TEMPLATES;

import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import uk.referralline.duty.Advocate;
import uk.referralline.duty.AdvocateId;
import uk.referralline.duty.Advocates;
import uk.referralline.duty.HandOvers;
import uk.referralline.duty.NotedAbsence;
import uk.referralline.duty.OpeningHours;
import uk.referralline.duty.Rota;
import uk.referralline.duty.RotaUpkeep;
import uk.referralline.duty.Rotas;
import uk.referralline.duty.Shift;
import uk.referralline.duty.ShiftId;
import uk.referralline.duty.Span;
import uk.referralline.duty.Swap;

/** Who is on duty now and next, when nobody is, who is away, who swaps, and what one shift tells the next. */
final class DutyPage {
    static final int DAYS = 14;

    private static final Duration DAYS_TO_SWAP = Duration.ofDays(28);
    private static final int DAYS_OF_NOTES = 7;

    private final Jdbi jdbi;
    private final Supplier<OpeningHours> hours;
    private final Rotas rotas = new Rotas();
    private final HandOvers handOvers = new HandOvers();

    /** @param hours those that hold now */
    DutyPage(Jdbi jdbi, Supplier<OpeningHours> hours) {
        this.jdbi = jdbi;
        this.hours = hours;
    }

    /** GET /duty */
    void show(Visit visit) {
        show(visit, DutyForm.NONE);
    }

    /** The page once more, with what could not be kept. */
    void again(Visit visit, Errors errors) {
        visit.context().status(HttpStatus.UNPROCESSABLE_CONTENT);
        show(visit, DutyForm.of(visit, errors));
    }

    private void show(Visit visit, DutyForm form) {
        jdbi.useTransaction(handle -> {
            Optional<RotaUpkeep> upkeep = rotas.upkeep(handle);
            visit.show(TEMPLATES.duty(visit.page("Duty").with(form.errors()), view(handle, visit, form), upkeep));
        });
    }

    private DutyView view(Handle handle, Visit visit, DutyForm form) {
        Instant now = visit.now();
        DutyView.Crew crew = crew(handle, visit);
        Rota rota = rotas.read(handle, now);
        List<Swap> swaps = rotas.swaps(handle);
        LocalDate today = crew.today();
        return new DutyView(
                new DutyView.Present(rota.onDuty(now), rota.next(now)),
                rota.days(now, DAYS, hours.get()),
                SwapChoices.of(rota.planned(new Span(now, now.plus(DAYS_TO_SWAP))), swaps, crew),
                swaps(swaps, rotas.shifts(handle), crew),
                coming(rotas.absences(handle), today),
                handOvers.between(handle, today.minusDays(DAYS_OF_NOTES), today.plusDays(DAYS_OF_NOTES)),
                crew,
                form);
    }

    static DutyView.Crew crew(Handle handle, Visit visit) {
        List<Advocate> people = new Advocates().all(handle);
        Map<AdvocateId, String> names = people.stream().collect(Collectors.toMap(Advocate::id, Advocate::name));
        return new DutyView.Crew(visit.person(), people, names, visit.now());
    }

    /** Those of shifts that are not over, and whose shift was not ended before them. */
    private static List<SwapView> swaps(List<Swap> swaps, List<Shift> shifts, DutyView.Crew crew) {
        Map<ShiftId, Shift> each = shifts.stream().collect(Collectors.toMap(Shift::id, shift -> shift));
        var look = new SwapView.Look(crew.reader(), crew::name, crew.now());
        return swaps.stream()
                .flatMap(swap -> view(swap, each.get(swap.wish().shift()), look).stream())
                .filter(SwapView::isShown)
                .toList();
    }

    private static Optional<SwapView> view(Swap swap, Shift shift, SwapView.Look look) {
        return Optional.of(swap.wish().day())
                .filter(shift.weekly()::on)
                .flatMap(shift.weekly()::span)
                .filter(span -> span.to().isAfter(look.now()))
                .map(span -> new SwapView(swap, shift.weekly().advocate(), span, look));
    }

    private static List<NotedAbsence> coming(List<NotedAbsence> absences, LocalDate today) {
        return absences.stream()
                .filter(each -> !each.absence().lastDay().isBefore(today))
                // Whoever is back before the first day was never away.
                .filter(each ->
                        !each.absence().lastDay().isBefore(each.absence().firstDay()))
                .toList();
    }
}
