package uk.referralline.console;

import static uk.referralline.console.Visit.TEMPLATES;
import static uk.referralline.duty.OpeningHours.LONDON;

import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import uk.referralline.audit.Subject;
import uk.referralline.duty.DutyRefused;
import uk.referralline.duty.OpeningHours;
import uk.referralline.duty.RotaRequest;
import uk.referralline.duty.RotaUpkeep;
import uk.referralline.duty.Rotas;
import uk.referralline.duty.Shift;
import uk.referralline.duty.ShiftId;
import uk.referralline.duty.Span;

/** Where a manager adds and ends the shifts of every week, covers what nobody covers, and says who keeps the rota. */
public final class ShiftPages {
    private static final String PATH = "/duty/shifts";
    private static final String OWNER = "owner";
    private static final String REVIEW = "review";
    private static final String SHIFT = "shift";

    private final Jdbi jdbi;
    private final Supplier<OpeningHours> hours;
    private final Rotas rotas = new Rotas();

    /** @param hours those that hold now */
    ShiftPages(Jdbi jdbi, Supplier<OpeningHours> hours) {
        this.jdbi = jdbi;
        this.hours = hours;
    }

    /** GET /duty/shifts. What nobody covers leads here, with its day and hours after the question mark. */
    void show(Visit visit) {
        show(visit, cover(visit).orElse(DutyForm.NONE));
    }

    /** POST /duty/shifts */
    void add(Visit visit) {
        ShiftForm form = ShiftForm.of(visit);
        Errors errors = form.errors(visit);
        if (errors.any()) {
            again(visit, errors);
            return;
        }
        change(visit, ShiftForm.PERSON, "The shift is on the rota", handle -> {
            ShiftId id = rotas.add(handle, form.shift(), request(visit));
            Trail.set(handle, visit, Subject.of(SHIFT, id.value()), "shift-added");
        });
    }

    /** POST /duty/shifts/{id}/end */
    void end(Visit visit) {
        Optional<ShiftId> id = Inputs.id(visit.context().pathParam("id"), ShiftId::new);
        if (id.isEmpty()) {
            ErrorPages.missing(visit);
            return;
        }
        String field = "last-" + id.get().value();
        Optional<LocalDate> last = Inputs.date(visit.field(field));
        if (last.isEmpty()) {
            again(visit, Errors.of(field, "Enter the last day"));
            return;
        }
        change(visit, field, "The shift ends after " + DutyWords.day(last.get()), handle -> {
            rotas.end(handle, id.get(), last.get(), request(visit));
            Trail.set(handle, visit, Subject.of(SHIFT, id.get().value()), "shift-ended");
        });
    }

    /** POST /duty/upkeep */
    void keep(Visit visit) {
        Optional<LocalDate> review = Inputs.date(visit.field(REVIEW));
        Errors errors = Errors.NONE
                .when(visit.field(OWNER).isEmpty(), OWNER, "Enter who keeps the rota")
                .when(visit.field(OWNER).length() > RotaUpkeep.LONGEST, OWNER, "Enter at most 100 characters")
                .when(review.isEmpty(), REVIEW, "Enter the day by which the rota is to be read again");
        if (errors.any()) {
            again(visit, errors);
            return;
        }
        change(visit, REVIEW, "The rota is to be read again by " + DutyWords.day(review.get()), handle -> {
            rotas.keep(handle, new RotaUpkeep(visit.field(OWNER), review.get()), request(visit));
            Trail.set(handle, visit, Subject.of("rota", "upkeep"), "upkeep-changed");
        });
    }

    /** Makes a change, and tells so; or tells at this field of the page why it cannot be. */
    private void change(Visit visit, String field, String done, Consumer<Handle> work) {
        try {
            jdbi.useTransaction(work::accept);
        } catch (DutyRefused refused) {
            again(visit, Errors.of(field, DutyWords.refusal(refused)));
            return;
        }
        visit.go(PATH, done);
    }

    private void again(Visit visit, Errors errors) {
        visit.context().status(HttpStatus.UNPROCESSABLE_CONTENT);
        show(visit, DutyForm.of(visit, errors));
    }

    private void show(Visit visit, DutyForm form) {
        ShiftsView view = jdbi.inTransaction(handle -> view(handle, visit, form));
        visit.show(TEMPLATES.dutyShifts(visit.page("Weekly rota").with(form.errors()), view));
    }

    private ShiftsView view(Handle handle, Visit visit, DutyForm form) {
        Instant now = visit.now();
        DutyView.Crew crew = DutyPage.crew(handle, visit);
        List<Shift> shifts = rotas.shifts(handle).stream()
                .filter(each -> each.weekly()
                        .until()
                        .filter(last -> last.isBefore(crew.today()))
                        .isEmpty())
                .sorted(Comparator.comparing((Shift each) -> each.weekly().day())
                        .thenComparing(each -> each.weekly().starts())
                        .thenComparing(each -> each.weekly().order()))
                .toList();
        List<Span> gaps = rotas.read(handle, now).days(now, DutyPage.DAYS, hours.get()).stream()
                .flatMap(day -> day.gaps().stream())
                .toList();
        return new ShiftsView(shifts, gaps, rotas.upkeep(handle), crew, form);
    }

    /** A form for one day, filled in as the link of a gap has it. */
    private static Optional<DutyForm> cover(Visit visit) {
        return Inputs.date(visit.query(ShiftForm.DAY))
                .filter(day -> Inputs.time(visit.query(ShiftForm.FROM)).isPresent()
                        && Inputs.time(visit.query(ShiftForm.TO)).isPresent())
                .map(day -> new DutyForm(
                        Map.of(
                                ShiftForm.DAY, day.getDayOfWeek().name().toLowerCase(Locale.ROOT),
                                ShiftForm.FROM, visit.query(ShiftForm.FROM),
                                ShiftForm.TO, visit.query(ShiftForm.TO),
                                ShiftForm.SINCE, day.toString(),
                                ShiftForm.UNTIL, day.toString()),
                        Errors.NONE));
    }

    /** Where a manager covers this gap. */
    public static String coverPath(Span gap) {
        var from = gap.from().atZone(LONDON);
        return PATH + "?day=" + from.toLocalDate() + "&from="
                + from.toLocalTime().truncatedTo(ChronoUnit.MINUTES) + "&to="
                + gap.to().atZone(LONDON).toLocalTime().truncatedTo(ChronoUnit.MINUTES) + "#add";
    }

    private static RotaRequest request(Visit visit) {
        return new RotaRequest(visit.person().id(), visit.now());
    }
}
