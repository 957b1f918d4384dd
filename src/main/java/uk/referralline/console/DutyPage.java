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
import uk.referralline.duty.DutyRefused;
import uk.referralline.duty.HandOverNote;
import uk.referralline.duty.HandOvers;
import uk.referralline.duty.NewNote;
import uk.referralline.duty.NoteId;
import uk.referralline.duty.OnDuty;
import uk.referralline.duty.OpeningHours;
import uk.referralline.duty.Rota;
import uk.referralline.duty.Rotas;
import uk.referralline.duty.Span;

/** Who is on duty now and next, when nobody is, and what one shift tells the next. */
public final class DutyPage {
    private static final Duration AHEAD = Duration.ofDays(14);
    private static final int DAYS_OF_NOTES = 7;

    private final Jdbi jdbi;
    private final Supplier<OpeningHours> hours;
    private final Rotas rotas = new Rotas();
    private final HandOvers handOvers = new HandOvers();

    /** @param hours those that hold now */
    public DutyPage(Jdbi jdbi, Supplier<OpeningHours> hours) {
        this.jdbi = jdbi;
        this.hours = hours;
    }

    /**
     * What it shows.
     *
     * @param names of everybody who works or worked here
     * @param notes of the last week, the newest first
     */
    public record View(
            List<OnDuty> now,
            List<OnDuty> next,
            List<OnDuty> ahead,
            List<Span> gaps,
            List<HandOverNote.WithReadings> notes,
            Map<AdvocateId, String> names,
            AdvocateId reader) {

        public String name(AdvocateId id) {
            return names.getOrDefault(id, "A colleague");
        }

        /** Whether the reader has not said yet that they have read it, and did not write it. */
        public boolean unread(HandOverNote.WithReadings note) {
            return !note.note().note().writtenBy().equals(reader)
                    && note.readings().stream().noneMatch(each -> each.reader().equals(reader));
        }
    }

    /** GET /duty */
    void show(Visit visit) {
        visit.show(TEMPLATES.duty(visit.page("Duty"), view(visit), ""));
    }

    /** POST /duty/note: for whoever is on duty next. */
    void write(Visit visit) {
        String words = visit.field("note");
        try {
            var note = new NewNote(visit.person().id(), today(visit.now()), Optional.empty(), words);
            jdbi.useTransaction(handle -> handOvers.write(handle, note, visit.now()));
            visit.go("/duty", "Your note is there for the next shift");
        } catch (DutyRefused | IllegalArgumentException refused) {
            Errors errors = Errors.of("note", "Write a note of 1 to " + NewNote.LONGEST + " characters");
            visit.show(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    TEMPLATES.duty(visit.page("Duty").with(errors), view(visit), words));
        }
    }

    /** POST /duty/note/{id}/read */
    void read(Visit visit) {
        String id = visit.context().pathParam("id");
        if (!id.matches("[1-9][0-9]{0,17}")) {
            QueuePage.missing(visit);
            return;
        }
        jdbi.useTransaction(handle -> handOvers.read(
                handle, new NoteId(Long.parseLong(id)), visit.person().id(), visit.now()));
        visit.go("/duty", "Marked as read");
    }

    private View view(Visit visit) {
        Instant now = visit.now();
        return jdbi.inTransaction(handle -> {
            Rota rota = rotas.read(handle, now);
            var ahead = new Span(now, now.plus(AHEAD));
            LocalDate today = today(now);
            List<HandOverNote.WithReadings> notes =
                    handOvers.between(handle, today.minusDays(DAYS_OF_NOTES), today.plusDays(DAYS_OF_NOTES));
            return new View(
                    rota.onDuty(now),
                    rota.next(now),
                    rota.between(ahead),
                    rota.gaps(ahead, hours.get()),
                    notes,
                    names(handle),
                    visit.person().id());
        });
    }

    private static Map<AdvocateId, String> names(Handle handle) {
        return new Advocates().all(handle).stream().collect(Collectors.toMap(Advocate::id, Advocate::name));
    }

    private static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, OpeningHours.LONDON);
    }
}
