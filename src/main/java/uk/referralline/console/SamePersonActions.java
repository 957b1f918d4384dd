package uk.referralline.console;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import uk.referralline.casework.Calls;
import uk.referralline.casework.CaseFile;
import uk.referralline.casework.CaseHead;
import uk.referralline.casework.CaseId;
import uk.referralline.casework.Desks;
import uk.referralline.casework.Edit;
import uk.referralline.casework.NeedToKnow;
import uk.referralline.casework.Reference;
import uk.referralline.casework.Refused;

/** What an advocate does when a case may be the same person's as another. */
public final class SamePersonActions {
    private final Desks desks;
    private final CaseForm form;
    private final NeedToKnow needToKnow = new NeedToKnow();

    SamePersonActions(Desks desks, CaseForm form) {
        this.desks = desks;
        this.form = form;
    }

    /** POST /case/{id}/link */
    void link(Visit visit) {
        form.act(visit, "link-why", (handle, edit) -> {
            CaseId other = readable(handle, visit, "reference");
            List<CaseId> moved = desks.links().link(handle, edit.id(), other, edit.by(), visit.field("link-why"));
            Trail.changed(handle, visit, other, "linked");
            moved(handle, visit, moved);
            return "The two cases are linked" + once(moved) + ". You can take the link away again";
        });
    }

    /** POST /case/{id}/unlink */
    void unlink(Visit visit) {
        form.act(visit, "unlink-why", (handle, edit) -> {
            Calls calls = desks.links().unlink(handle, edit.id(), other(visit), edit.by(), visit.field("unlink-why"));
            Trail.changed(handle, visit, other(visit), "unlinked");
            Trail.changed(handle, visit, calls);
            return "The link is taken away" + unmade(handle, visit, calls);
        });
    }

    /** POST /case/{id}/merge: the other case goes on in this one. */
    void merge(Visit visit) {
        form.act(visit, "merge-why", (handle, edit) -> {
            CaseId other = readable(handle, visit, "merge-reference");
            int seen = CaseFile.head(handle, other, visit.now()).orElseThrow().version();
            var merged = new Edit(other, seen, edit.by());
            List<CaseId> moved = desks.merges().merge(handle, merged, edit.id(), visit.field("merge-why"));
            Trail.changed(handle, visit, other, "merged");
            moved(handle, visit, moved);
            return "The other case goes on in this one" + once(moved)
                    + ". You can undo it under \"Merged into this case\"";
        });
    }

    /** POST /case/{id}/unmerge: the other case is a case of its own again. */
    void unmerge(Visit visit) {
        form.act(visit, "unmerge-why", (handle, edit) -> {
            Calls calls = desks.merges().undo(handle, other(visit), edit.by(), visit.field("unmerge-why"));
            Trail.changed(handle, visit, other(visit), "merge-undone");
            Trail.changed(handle, visit, calls);
            return "They are two cases again, as they were" + unmade(handle, visit, calls);
        });
    }

    private static String once(List<CaseId> moved) {
        return moved.isEmpty() ? "" : ", and the person waits for one call";
    }

    private static void moved(Handle handle, Visit visit, List<CaseId> moved) {
        moved.forEach(each -> Trail.changed(handle, visit, each, "callback-moved"));
    }

    /** A case that somebody closed stays closed; but who was promised a call on it was not called, if they are somebody else. */
    private static String unmade(Handle handle, Visit visit, Calls calls) {
        return calls.closed().stream()
                .map(id -> CaseFile.head(handle, id, visit.now()).orElseThrow())
                .map(head ->
                        (". Case %s is closed, and the call that was promised on it was made to somebody else, or not at all:"
                                        + " open it again if that person is still to be called")
                                .formatted(CaseWords.reference(head.reference())))
                .collect(Collectors.joining());
    }

    /** Whoever puts two cases together reads both from then on: so they may read both before. */
    private CaseId readable(Handle handle, Visit visit, String field) {
        CaseId other = other(handle, visit, field);
        CaseHead head =
                CaseFile.head(handle, other, visit.now()).orElseThrow(() -> new Refused("There is no such case."));
        if (!needToKnow.mayRead(handle, head, visit.person(), visit.now())) {
            throw new Refused("You may not read the other case yet: open it first, and say why.");
        }
        return other;
    }

    /** The case that was chosen, or that whose reference was typed. */
    private static CaseId other(Handle handle, Visit visit, String field) {
        return visit.field("other").isEmpty() ? byReference(handle, visit.field(field), field) : other(visit);
    }

    /** @throws Questioned at the field where it was typed */
    private static CaseId byReference(Handle handle, String typed, String field) {
        try {
            var reference = new Reference(typed.replaceAll("\\s", ""));
            return CaseFile.find(handle, reference)
                    .orElseThrow(() -> new Questioned(field, "No case has this reference."));
        } catch (IllegalArgumentException mistyped) {
            throw new Questioned(
                    field,
                    typed.isEmpty()
                            ? "Write the reference of the other case."
                            : "This is no reference: it has 7 digits, and one of them seems to be wrong.");
        }
    }

    private static CaseId other(Visit visit) {
        return Optional.of(visit.field("other"))
                .filter(id -> id.matches("[1-9][0-9]{0,17}"))
                .map(id -> new CaseId(Long.parseLong(id)))
                .orElseThrow(() -> new Refused("Choose the other case."));
    }
}
