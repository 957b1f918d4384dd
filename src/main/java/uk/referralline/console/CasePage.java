package uk.referralline.console;

import static uk.referralline.console.Visit.TEMPLATES;

import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import uk.referralline.casework.By;
import uk.referralline.casework.CaseFile;
import uk.referralline.casework.CaseHead;
import uk.referralline.casework.CaseId;
import uk.referralline.casework.NeedToKnow;
import uk.referralline.casework.Reference;
import uk.referralline.casework.Refused;
import uk.referralline.duty.Advocate;
import uk.referralline.duty.Advocates;
import uk.referralline.timeline.Timeline;

/** Everything about one case on one page, the next step first. */
public final class CasePage {
    private static final String WHY = "why";
    private static final String NOTE = "note";

    private final CaseWork work;
    private final NeedToKnow needToKnow = new NeedToKnow();
    private final Timeline timeline = new Timeline();

    public CasePage(CaseWork work) {
        this.work = work;
    }

    /** GET /case/{id} */
    void show(Visit visit) {
        with(visit, (handle, head) -> {
            show(handle, visit, head.id(), Typed.NOTHING);
        });
    }

    /** GET /reference/{reference}: leads on to the living case with it, or else the one that was closed last. */
    void byReference(Visit visit) {
        Optional<CaseId> id = reference(visit.context().pathParam("reference"))
                .flatMap(known -> work.jdbi().withHandle(handle -> CaseFile.find(handle, known)));
        id.ifPresentOrElse(found -> visit.go(CaseView.path(found)), () -> ErrorPages.missing(visit));
    }

    private static Optional<Reference> reference(String digits) {
        try {
            return Optional.of(new Reference(digits));
        } catch (IllegalArgumentException nonsense) {
            return Optional.empty();
        }
    }

    /** POST /case/{id}/open: opens a case that is not one's own, with a reason. */
    void open(Visit visit) {
        work.jdbi()
                .useTransaction(handle -> id(visit)
                        .flatMap(id -> CaseFile.head(handle, id, visit.now()))
                        .ifPresentOrElse(head -> open(handle, visit, head), () -> ErrorPages.missing(visit)));
    }

    private void open(Handle handle, Visit visit, CaseHead head) {
        var by = new By(visit.person().id(), visit.now());
        String why = visit.field(WHY);
        String note = visit.field(NOTE);
        handle.savepoint("before");
        String field = WHY;
        try {
            needToKnow.open(handle, head.id(), by, why);
            field = NOTE;
            if (!note.isEmpty()) {
                work.desks().cases().note(handle, head.id(), by, note);
            }
        } catch (Refused refused) {
            handle.rollbackToSavepoint("before");
            ask(visit, head, Errors.of(field, refused.getMessage()));
            return;
        }
        Trail.opened(handle, visit, head.id(), why);
        if (!note.isEmpty()) {
            Trail.changed(handle, visit, head.id(), NOTE);
        }
        visit.go(
                CaseView.path(head.id()),
                "You can read this case for the next 8 hours" + (note.isEmpty() ? "" : ". The note is kept"));
    }

    /** Asks why; what was typed on the case before it was closed, or given to somebody, can be kept as a note. */
    static void ask(Visit visit, CaseHead head, Errors errors) {
        visit.show(
                errors.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.FORBIDDEN,
                TEMPLATES.caseReason(
                        visit.page("Why do you need this case?").with(errors),
                        head,
                        visit.field(WHY),
                        head.erased() ? "" : Unkept.typed(visit)));
    }

    /** Does something with a case that this person may read; asks for a reason otherwise. */
    void with(Visit visit, BiConsumer<Handle, CaseHead> task) {
        Optional<CaseId> id = id(visit);
        work.jdbi().useTransaction(handle -> {
            Optional<CaseHead> head = id.flatMap(each -> CaseFile.head(handle, each, visit.now()));
            if (head.isEmpty()) {
                ErrorPages.missing(visit);
            } else if (needToKnow.mayRead(handle, head.get(), visit.person(), visit.now())) {
                task.accept(handle, head.get());
            } else {
                ask(visit, head.get(), Errors.NONE);
            }
        });
    }

    /** Where somebody goes on after a change: to the case, unless it is not theirs to read any more. */
    void goOn(Handle handle, Visit visit, CaseId id, String done) {
        CaseHead head = CaseFile.head(handle, id, visit.now()).orElseThrow();
        if (needToKnow.mayRead(handle, head, visit.person(), visit.now())) {
            visit.go(CaseView.path(id), done);
        } else {
            visit.go("/queue", "Case " + CaseWords.reference(head.reference()) + ". " + done);
        }
    }

    private static Optional<CaseId> id(Visit visit) {
        return Optional.of(visit.context().pathParam("id"))
                .filter(text -> text.matches("[1-9][0-9]{0,17}"))
                .map(text -> new CaseId(Long.parseLong(text)));
    }

    /** The page itself, in the transaction that has looked whether it may be shown. */
    void show(Handle handle, Visit visit, CaseId id, Typed typed) {
        CaseView view = view(handle, visit, id, typed);
        Page page = visit.page("Case " + CaseWords.reference(view.head().reference()))
                .with(typed.errors());
        if (typed.errors().any()) {
            visit.context().status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        visit.show(TEMPLATES.caseFile(page, view, typed.since()));
        Trail.viewed(handle, visit, id, "case");
    }

    /** What the page shows. */
    CaseView view(Handle handle, Visit visit, CaseId id, Typed typed) {
        CaseFile file = CaseFile.read(handle, id, visit.now()).orElseThrow();
        List<Advocate> colleagues = new Advocates()
                .all(handle).stream()
                        .filter(each -> each.active() && each.role().returnsCalls())
                        .toList();
        return new CaseView(
                file,
                timeline.of(handle, id),
                work.desks().links().hints(handle, id),
                colleagues,
                visit.person(),
                work.rules().get(),
                work.plan(),
                work.wards().get(),
                typed.fields(),
                visit.query("right-person").equals("yes") || typed.fields().containsKey("right-person"),
                work.desks().slips().mayUndo(handle, file.head(), visit.person().id()),
                work.desks()
                        .closings()
                        .mayUndo(handle, file.head(), visit.person().id()),
                visit.now());
    }

    /**
     * What could not be kept, and why.
     *
     * @param fields what was typed, by the names of its fields
     * @param since what was changed in the meantime, in sentences
     */
    record Typed(Map<String, String> fields, Errors errors, List<String> since) {
        static final Typed NOTHING = new Typed(Map.of(), Errors.NONE, List.of());

        static Typed in(Visit visit, Errors errors, List<String> since) {
            Map<String, String> fields = new HashMap<>();
            visit.context()
                    .formParamMap()
                    .keySet()
                    .forEach(name -> fields.put(name, String.join(" ", visit.fields(name))));
            return new Typed(fields, errors, since);
        }
    }
}
