package uk.referralline.console;

import java.time.Instant;
import java.util.Optional;
import uk.referralline.casework.Callbacks;
import uk.referralline.casework.Calls;
import uk.referralline.casework.CaseDesk;
import uk.referralline.casework.CaseOutcome;
import uk.referralline.casework.Claim;
import uk.referralline.casework.Desks;
import uk.referralline.casework.Disposition;
import uk.referralline.casework.Eligibility;
import uk.referralline.casework.NewAttempt;
import uk.referralline.casework.Refused;
import uk.referralline.casework.Urgency;
import uk.referralline.duty.AdvocateId;

/** What an advocate does on a case's page. Each is one form; what cannot be kept is shown again with what was typed. */
public final class CaseActions {
    private final CaseWork work;
    private final Desks desks;
    private final CaseForm form;
    private final NextTry nextTry;

    CaseActions(CaseWork work, CaseForm form) {
        this.work = work;
        this.desks = work.desks();
        this.form = form;
        this.nextTry = new NextTry(desks.callbacks());
    }

    /** POST /case/{id}/claim */
    void claim(Visit visit) {
        form.press(visit, "claim", (handle, edit) -> {
            Claim claim = desks.claims().claim(handle, edit.id(), edit.by());
            if (!claim.advocate().equals(edit.by().advocate())) {
                throw new Refused(CaseForm.name(handle, claim.advocate()) + " took this case a moment before you");
            }
            return "This case is yours to deal with now";
        });
    }

    /** POST /case/{id}/take-over */
    void takeOver(Visit visit) {
        form.act(visit, "take-over", (handle, edit) -> {
            desks.claims().takeOver(handle, edit.id(), edit.by(), visit.field("take-over"));
            return "You have taken this case over";
        });
    }

    /** POST /case/{id}/release */
    void release(Visit visit) {
        form.act(visit, "release", (handle, edit) -> {
            desks.claims().release(handle, edit.id(), edit.by());
            return "You have let this case go: it waits in the queue";
        });
    }

    /** POST /case/{id}/attempt */
    void attempt(Visit visit) {
        form.act(visit, "disposition", (handle, edit) -> {
            Disposition disposition =
                    CaseForm.chosen(visit, "disposition", "Choose how the call ended", Disposition::ofWord);
            if (!disposition.settles()) {
                nextTry.question(handle, visit, edit, "next");
            }
            var attempt =
                    new NewAttempt(disposition, NextTry.typed(visit, "next"), Optional.of(visit.field("attempt-note")));
            boolean callback = desks.callbacks().promised(handle, edit.id());
            Callbacks.Attempted done = desks.callbacks().attempted(handle, edit, attempt);
            Trail.changed(handle, visit, done.calls());
            return "Recorded: " + (callback ? CaseWords.disposition(disposition) : CaseWords.plain(disposition.word()))
                    + done.nextAt()
                            .map(at -> ". Next try " + Times.dayAndTime(at))
                            .orElse("")
                    + elsewhere(done.calls());
        });
    }

    private static String elsewhere(Calls calls) {
        return calls.again().isEmpty() ? "" : ". This person is to be called on a linked case now";
    }

    /** POST /case/{id}/plan */
    void plan(Visit visit) {
        form.act(visit, "plan-date", (handle, edit) -> {
            Instant next = NextTry.typed(visit, "plan").orElseThrow(() -> new Refused("Choose a day and a time."));
            nextTry.question(handle, visit, edit, "plan");
            desks.callbacks().plan(handle, edit, next);
            return "Next try " + Times.dayAndTime(next);
        });
    }

    /** POST /case/{id}/prefer */
    void prefer(Visit visit) {
        form.act(visit, "part", (handle, edit) -> {
            Optional<String> part =
                    Optional.of(visit.field("part")).filter(work.rules().get().partNames()::contains);
            Optional<Instant> moved = desks.callbacks().prefer(handle, edit, part);
            return part.map(name -> "We will try in the " + name).orElse("Any time of day will do")
                    + moved.map(at -> ". Next try " + Times.dayAndTime(at)).orElse("");
        });
    }

    /** POST /case/{id}/give-up */
    void giveUp(Visit visit) {
        form.act(visit, "give-up", (handle, edit) -> {
            Calls calls = desks.callbacks().giveUp(handle, edit, visit.field("give-up"));
            Trail.changed(handle, visit, calls);
            return "No more calls are planned" + (calls.again().isEmpty() ? "" : " on this case" + elsewhere(calls));
        });
    }

    /** POST /case/{id}/note */
    void note(Visit visit) {
        form.act(visit, "note", (handle, edit) -> {
            desks.cases().note(handle, edit.id(), edit.by(), visit.field("note"));
            return "The note is kept";
        });
    }

    /** POST /case/{id}/correct */
    void correct(Visit visit) {
        form.act(visit, "note", (handle, edit) -> {
            var correction = new CaseDesk.Correction(Long.parseLong(visit.field("corrects")), visit.field("note"));
            desks.cases().correct(handle, edit.id(), edit.by(), correction);
            return "The note is corrected; the old one stays readable";
        });
    }

    /** POST /case/{id}/urgency */
    void urgency(Visit visit) {
        form.act(visit, "urgency-why", (handle, edit) -> {
            Urgency urgency = CaseForm.chosen(visit, "urgency", "Choose how urgent it is", Urgency::valueOf);
            desks.cases().urgency(handle, edit, urgency, visit.field("urgency-why"));
            return "This case is " + urgency.name() + " " + urgency.word() + " now";
        });
    }

    /** POST /case/{id}/eligibility */
    void eligibility(Visit visit) {
        form.act(visit, "eligibility-why", (handle, edit) -> {
            Eligibility decided = CaseForm.chosen(visit, "eligibility", "Choose a result", Eligibility::ofWord);
            desks.cases().eligibility(handle, edit, decided, visit.field("eligibility-why"));
            return "Your decision is kept; no rule changes it";
        });
    }

    /** POST /case/{id}/owner */
    void owner(Visit visit) {
        form.act(visit, "owner-why", (handle, edit) -> {
            Optional<AdvocateId> owner = Optional.of(visit.field("owner"))
                    .filter(id -> id.matches("[1-9][0-9]{0,17}"))
                    .map(id -> new AdvocateId(Long.parseLong(id)));
            desks.cases().owner(handle, edit, owner, visit.field("owner-why"));
            return owner.map(id -> "The case is " + CaseForm.name(handle, id) + "'s now")
                    .orElse("The case is in the duty queue");
        });
    }

    /** POST /case/{id}/written-up */
    void writtenUp(Visit visit) {
        form.act(visit, "note", (handle, edit) -> {
            desks.cases().note(handle, edit.id(), edit.by(), visit.field("note"));
            desks.safety().writtenUp(handle, edit.id(), edit.by(), visit.field("sid"));
            return "The message is written up";
        });
    }

    /** POST /case/{id}/close */
    void close(Visit visit) {
        form.act(visit, "outcome", (handle, edit) -> {
            CaseOutcome outcome = CaseForm.chosen(visit, "outcome", "Choose how the case ended", CaseOutcome::ofWord);
            desks.cases().close(handle, edit, outcome, visit.field("close-why"));
            return "The case is closed: " + outcome.title();
        });
    }

    /** POST /case/{id}/undo-attempt */
    void undoAttempt(Visit visit) {
        form.act(visit, "undo-attempt", (handle, edit) -> {
            Trail.changed(handle, visit, desks.slips().undo(handle, edit));
            return "The record of the call is taken back: all is as it was before";
        });
    }

    /** POST /case/{id}/undo-close */
    void undoClose(Visit visit) {
        form.act(visit, "undo-close", (handle, edit) -> {
            desks.closings().undo(handle, edit);
            return "The case is open again, as it was";
        });
    }

    /** POST /case/{id}/reopen */
    void reopen(Visit visit) {
        form.act(visit, "reopen", (handle, edit) -> {
            Calls calls = desks.cases().reopen(handle, edit, visit.field("reopen"));
            Trail.changed(handle, visit, calls);
            return "The case is open again" + (calls.again().isEmpty() ? "" : ", and the call is promised again");
        });
    }
}
