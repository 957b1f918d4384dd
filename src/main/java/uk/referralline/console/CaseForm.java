package uk.referralline.console;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import uk.referralline.audit.Action;
import uk.referralline.casework.By;
import uk.referralline.casework.CaseEvent;
import uk.referralline.casework.CaseHead;
import uk.referralline.casework.Claims;
import uk.referralline.casework.Edit;
import uk.referralline.casework.Refused;
import uk.referralline.casework.Stale;
import uk.referralline.duty.Advocate;
import uk.referralline.duty.AdvocateId;
import uk.referralline.duty.Advocates;

/** One form on a case's page: all or nothing of what it does is kept, and noted in the audit. */
final class CaseForm {
    /** What the audit has as a call to the person, rather than as a change of the case. */
    private static final Set<String> CALLS = Set.of("disposition");

    static final String STALE = "This case was changed after you had opened it. What you typed is still here: "
            + "look at what is new, and send it again if it is still right.";

    /** A reason in a form that a colleague's claim had refused: whoever gives it takes the case over, and does it. */
    private static final String TAKE_OVER = "take-over-first";

    /** What happened with another case, of which the event holds no more than its row. */
    private static final Set<CaseEvent.Kind> OTHER_CASES = Set.of(
            CaseEvent.Kind.LINKED,
            CaseEvent.Kind.UNLINKED,
            CaseEvent.Kind.MERGED,
            CaseEvent.Kind.WENT_ON_IN_ANOTHER,
            CaseEvent.Kind.MERGE_UNDONE,
            CaseEvent.Kind.CALLBACK_MOVED,
            CaseEvent.Kind.CALLBACK_JOINED);

    private final CasePage page;
    private final Claims claims;

    CaseForm(CasePage page, Claims claims) {
        this.page = page;
        this.claims = claims;
    }

    /** What a form does, and the sentence that says that it is done. */
    interface Task {
        String carryOut(Handle handle, Edit edit);
    }

    /**
     * Does it, or shows the form again with what was typed and why not.
     *
     * @param field where a rule's refusal is shown, and what the audit calls it
     */
    void act(Visit visit, String field, Task task) {
        act(
                visit,
                field,
                task,
                (handle, head, refused) ->
                        again(handle, visit, head, Errors.of(field, refused.getMessage()), List.of()));
    }

    /**
     * Does it, or leads to the case with why not: for a button that stands on other pages too, with which nobody types anything.
     *
     * @param field what the audit calls it
     */
    void press(Visit visit, String field, Task task) {
        act(visit, field, task, (handle, head, refused) -> visit.go(CaseView.path(head.id()), refused.getMessage()));
    }

    /** What follows when a rule refuses. */
    private interface Refusal {
        void answer(Handle handle, CaseHead head, Refused refused);
    }

    private void act(Visit visit, String field, Task task, Refusal refusal) {
        page.with(visit, (handle, head) -> {
            handle.savepoint("before");
            try {
                Edit edit = edit(visit, head);
                takeOver(handle, visit, edit);
                String done = task.carryOut(handle, edit);
                Trail.done(handle, visit, head.id(), field, CALLS.contains(field) ? Action.CALL : Action.CHANGE);
                page.goOn(handle, visit, head.id(), done);
            } catch (Refused refused) {
                handle.rollbackToSavepoint("before");
                refusal.answer(handle, head, refused);
            } catch (Questioned questioned) {
                handle.rollbackToSavepoint("before");
                again(handle, visit, head, Errors.of(questioned.field(), questioned.getMessage()), List.of());
            } catch (Stale stale) {
                handle.rollbackToSavepoint("before");
                again(handle, visit, head, Errors.of(field, STALE), since(handle, stale));
            }
        });
    }

    private void takeOver(Handle handle, Visit visit, Edit edit) {
        if (!visit.field(TAKE_OVER).isEmpty()) {
            claims.takeOver(handle, edit.id(), edit.by(), visit.field(TAKE_OVER));
            Trail.changed(handle, visit, edit.id(), "take-over");
        }
    }

    private void again(Handle handle, Visit visit, CaseHead head, Errors errors, List<String> since) {
        page.show(handle, visit, head.id(), CasePage.Typed.in(visit, errors, since));
    }

    /** What has changed since a form was opened, and by whom, in sentences. */
    static List<String> since(Handle handle, Stale stale) {
        if (stale.since().isEmpty()) {
            return List.of("The person called, or left a message");
        }
        return stale.since().stream().map(event -> sentence(handle, event)).collect(Collectors.toList());
    }

    private static String sentence(Handle handle, CaseEvent event) {
        String who = event.advocate().map(id -> name(handle, id)).orElse("The line");
        return who + ", " + Times.time(event.at()) + ": " + event.kind().title()
                + event.becomes()
                        .filter(value -> !OTHER_CASES.contains(event.kind()))
                        .map(value -> event.kind() == CaseEvent.Kind.OWNER_CHANGED
                                ? name(handle, new AdvocateId(Long.parseLong(value)))
                                : CaseWords.changed(event.kind(), value))
                        .map(words -> " (" + words + ")")
                        .orElse("");
    }

    private static Edit edit(Visit visit, CaseHead head) {
        String seen = visit.field("version");
        int version = seen.matches("[0-9]{1,9}") ? Integer.parseInt(seen) : head.version();
        return new Edit(head.id(), version, new By(visit.person().id(), visit.now()));
    }

    static String name(Handle handle, AdvocateId id) {
        return new Advocates().find(handle, id).map(Advocate::name).orElse("A colleague");
    }

    /** What was chosen in a field. @throws Refused with the sentence when nothing was */
    static <T> T chosen(Visit visit, String field, String sentence, Function<String, T> of) {
        try {
            return of.apply(visit.field(field));
        } catch (IllegalArgumentException nothing) {
            throw new Refused(sentence + ".");
        }
    }
}
