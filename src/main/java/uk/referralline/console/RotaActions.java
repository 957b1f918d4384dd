package uk.referralline.console;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import uk.referralline.audit.Subject;
import uk.referralline.duty.Absence;
import uk.referralline.duty.AbsenceId;
import uk.referralline.duty.AdvocateId;
import uk.referralline.duty.DutyRefused;
import uk.referralline.duty.NewSwap;
import uk.referralline.duty.RotaRequest;
import uk.referralline.duty.Rotas;
import uk.referralline.duty.SwapId;
import uk.referralline.duty.Swaps;

/** What those on duty change of the rota themselves: days away, and swaps of one day's shift. */
final class RotaActions {
    private static final String DUTY = "/duty";
    private static final String AWAY = "away";
    private static final String AWAY_PERSON = "away-person";
    private static final String AWAY_FIRST = "away-first";
    private static final String AWAY_LAST = "away-last";
    private static final String SWAP = "swap";
    private static final String ASK_SHIFT = "ask-shift";
    private static final String ASK_TAKER = "ask-taker";
    private static final String OFFER = "offer";
    /** Where the lists of the page are, for what has no field of its own. */
    private static final String SWAPS = "swaps";

    private static final String ABSENCES = "absences";

    private final Jdbi jdbi;
    private final DutyPage page;
    private final Rotas rotas = new Rotas();
    private final Swaps swaps = new Swaps();

    RotaActions(Jdbi jdbi, DutyPage page) {
        this.jdbi = jdbi;
        this.page = page;
    }

    /** POST /duty/away */
    void away(Visit visit) {
        // Only a manager is asked who.
        Optional<AdvocateId> person = visit.field(AWAY_PERSON).isEmpty()
                ? Optional.of(visit.person().id())
                : Inputs.id(visit.field(AWAY_PERSON), AdvocateId::new);
        Optional<LocalDate> first = Inputs.date(visit.field(AWAY_FIRST));
        Optional<LocalDate> last = Inputs.date(visit.field(AWAY_LAST));
        Errors errors = Errors.NONE
                .when(person.isEmpty(), AWAY_PERSON, "Choose who is away")
                .when(first.isEmpty(), AWAY_FIRST, "Enter the first day away")
                .when(last.isEmpty(), AWAY_LAST, "Enter the last day away")
                .when(
                        first.isPresent()
                                && last.filter(day -> day.isAfter(first.get().plusYears(1)))
                                        .isPresent(),
                        AWAY_LAST,
                        "This is more than a year: look at the year");
        if (errors.any()) {
            page.again(visit, errors);
            return;
        }
        var absence = new Absence(person.get(), first.get(), last.get());
        change(visit, AWAY_FIRST, "Noted: away " + DutyWords.days(first.get(), last.get()), handle -> {
            AbsenceId id = rotas.away(handle, absence, request(visit));
            Trail.set(handle, visit, Subject.of("absence", id.value()), AWAY);
        });
    }

    /** POST /duty/away/{id}/back */
    void back(Visit visit) {
        with(
                visit,
                AbsenceId::new,
                id -> change(visit, ABSENCES, "Noted: not away any more", handle -> {
                    rotas.back(handle, id, request(visit));
                    Trail.set(handle, visit, Subject.of("absence", id.value()), "back");
                }));
    }

    /** POST /duty/swap: that a colleague take a shift. */
    void ask(Visit visit) {
        Optional<SwapChoices.Place> place = SwapChoices.chosen(visit.field(ASK_SHIFT));
        Optional<AdvocateId> taker = Inputs.id(visit.field(ASK_TAKER), AdvocateId::new);
        Errors errors = Errors.NONE
                .when(place.isEmpty(), ASK_SHIFT, "Choose a shift")
                .when(taker.isEmpty(), ASK_TAKER, "Choose who is to take it");
        if (errors.any()) {
            page.again(visit, errors);
            return;
        }
        ask(visit, place.get(), taker.get(), ASK_TAKER);
    }

    /** POST /duty/offer: to take a colleague's shift. */
    void offer(Visit visit) {
        SwapChoices.chosen(visit.field(OFFER))
                .ifPresentOrElse(
                        place -> ask(visit, place, visit.person().id(), OFFER),
                        () -> page.again(visit, Errors.of(OFFER, "Choose a shift")));
    }

    private void ask(Visit visit, SwapChoices.Place place, AdvocateId taker, String field) {
        var wish = new NewSwap(place.shift(), place.day(), taker, visit.person().id());
        change(visit, field, "Asked: the shift stays as it is until the other one agrees", handle -> {
            SwapId id = swaps.ask(handle, wish, visit.now());
            Trail.set(handle, visit, Subject.of(SWAP, id.value()), "asked");
        });
    }

    /** POST /duty/swap/{id}/agree */
    void agree(Visit visit) {
        with(
                visit,
                SwapId::new,
                id -> change(visit, SWAPS, "Agreed: the rota has the swap now", handle -> {
                    swaps.agree(handle, id, request(visit));
                    Trail.set(handle, visit, Subject.of(SWAP, id.value()), "agreed");
                }));
    }

    /** POST /duty/swap/{id}/withdraw */
    void withdraw(Visit visit) {
        with(
                visit,
                SwapId::new,
                id -> change(visit, SWAPS, "The swap is taken back: the rota is as it was before", handle -> {
                    swaps.withdraw(handle, id, visit.field("seen").equals("agreed"), request(visit));
                    Trail.set(handle, visit, Subject.of(SWAP, id.value()), "withdrawn");
                }));
    }

    /** Makes a change, and tells so; or tells at this field of the page why it cannot be. */
    private void change(Visit visit, String field, String done, Consumer<Handle> work) {
        try {
            jdbi.useTransaction(work::accept);
        } catch (DutyRefused refused) {
            page.again(visit, Errors.of(field, DutyWords.refusal(refused)));
            return;
        }
        visit.go(DUTY, done);
    }

    private static <T> void with(Visit visit, LongFunction<T> type, Consumer<T> work) {
        Inputs.id(visit.context().pathParam("id"), type).ifPresentOrElse(work, () -> ErrorPages.missing(visit));
    }

    private static RotaRequest request(Visit visit) {
        return new RotaRequest(visit.person().id(), visit.now());
    }
}
