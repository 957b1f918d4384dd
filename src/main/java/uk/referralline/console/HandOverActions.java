package uk.referralline.console;

import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import uk.referralline.audit.Subject;
import uk.referralline.duty.DutyRefused;
import uk.referralline.duty.HandOvers;
import uk.referralline.duty.NewNote;
import uk.referralline.duty.NoteId;
import uk.referralline.duty.OpeningHours;

/** What one shift tells the next, from the page of duty. */
final class HandOverActions {
    private static final String NOTE = "note";

    private final Jdbi jdbi;
    private final DutyPage page;
    private final HandOvers handOvers = new HandOvers();

    HandOverActions(Jdbi jdbi, DutyPage page) {
        this.jdbi = jdbi;
        this.page = page;
    }

    /** POST /duty/note: for whoever is on duty next. */
    void write(Visit visit) {
        var day = visit.now().atZone(OpeningHours.LONDON).toLocalDate();
        var note = new NewNote(visit.person().id(), day, Optional.empty(), visit.field(NOTE));
        try {
            jdbi.useTransaction(handle -> {
                NoteId id = handOvers.write(handle, note, visit.now());
                Trail.changed(handle, visit, Subject.of("hand-over", id.value()), "written");
            });
        } catch (DutyRefused refused) {
            page.again(visit, Errors.of(NOTE, DutyWords.refusal(refused)));
            return;
        }
        visit.go("/duty", "Your note is there for the next shift");
    }

    /** POST /duty/note/{id}/read */
    void read(Visit visit) {
        boolean there = jdbi.inTransaction(handle -> {
            Optional<NoteId> id = Inputs.id(visit.context().pathParam("id"), NoteId::new)
                    .filter(each -> handOvers.find(handle, each).isPresent());
            id.ifPresent(each -> {
                handOvers.read(handle, each, visit.person().id(), visit.now());
                Trail.changed(handle, visit, Subject.of("hand-over", each.value()), "read");
            });
            return id.isPresent();
        });
        if (there) {
            visit.go("/duty", "Marked as read");
        } else {
            ErrorPages.missing(visit);
        }
    }
}
