package uk.referralline.console;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import uk.referralline.audit.Action;
import uk.referralline.casework.By;
import uk.referralline.casework.CaseDesk;
import uk.referralline.casework.CaseEvent;
import uk.referralline.casework.CaseFile;
import uk.referralline.casework.CaseHead;
import uk.referralline.casework.CaseId;
import uk.referralline.casework.CaseOutcome;
import uk.referralline.casework.Claim;
import uk.referralline.casework.CommunicationNeed;
import uk.referralline.casework.Desks;
import uk.referralline.casework.Disposition;
import uk.referralline.casework.Edit;
import uk.referralline.casework.Eligibility;
import uk.referralline.casework.NewAttempt;
import uk.referralline.casework.NewNumber;
import uk.referralline.casework.Permissions;
import uk.referralline.casework.Reference;
import uk.referralline.casework.Refused;
import uk.referralline.casework.Stale;
import uk.referralline.casework.Urgency;
import uk.referralline.duty.Advocate;
import uk.referralline.duty.AdvocateId;
import uk.referralline.duty.Advocates;
import uk.referralline.number.PhoneNumber;

/** What an advocate does on a case's page. Each is one form; what cannot be kept is shown again with what was typed. */
public final class CaseActions {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final String YES = "yes";
    /** What the audit has as a call to the person, rather than as a change of the case. */
    private static final Set<String> CALLS = Set.of("disposition");

    private final CaseWork work;
    private final Desks desks;
    private final CasePage page;

    public CaseActions(CaseWork work, CasePage page) {
        this.work = work;
        this.desks = work.desks();
        this.page = page;
    }

    /** One form: what it does, and the sentence that says that it is done. */
    private interface Task {
        String carryOut(Handle handle, Edit edit);
    }

    /** POST /case/{id}/claim */
    void claim(Visit visit) {
        act(visit, "claim", (handle, edit) -> {
            Claim claim = desks.claims().claim(handle, edit.id(), edit.by());
            if (!claim.advocate().equals(edit.by().advocate())) {
                throw new Refused(name(handle, claim.advocate()) + " took this case a moment before you.");
            }
            return "This case is yours to deal with now";
        });
    }

    /** POST /case/{id}/take-over */
    void takeOver(Visit visit) {
        act(visit, "take-over", (handle, edit) -> {
            desks.claims().takeOver(handle, edit.id(), edit.by(), visit.field("take-over"));
            return "You have taken this case over";
        });
    }

    /** POST /case/{id}/release */
    void release(Visit visit) {
        act(visit, "release", (handle, edit) -> {
            desks.claims().release(handle, edit.id(), edit.by());
            return "You have let this case go: it waits in the queue";
        });
    }

    /** POST /case/{id}/attempt */
    void attempt(Visit visit) {
        act(visit, "disposition", (handle, edit) -> {
            Disposition disposition = chosen(visit, "disposition", "Choose how the call ended", Disposition::ofWord);
            var attempt = new NewAttempt(disposition, time(visit, "next"), Optional.of(visit.field("attempt-note")));
            Optional<Instant> next = desks.callbacks().attempted(handle, edit, attempt);
            return "Recorded: " + CaseWords.disposition(disposition)
                    + next.map(at -> ". Next try " + Times.dayAndTime(at)).orElse("");
        });
    }

    /** POST /case/{id}/plan */
    void plan(Visit visit) {
        act(visit, "plan-date", (handle, edit) -> {
            Instant next = time(visit, "plan").orElseThrow(() -> new Refused("Choose a day and a time."));
            desks.callbacks().plan(handle, edit, next);
            return "Next try " + Times.dayAndTime(next);
        });
    }

    /** POST /case/{id}/prefer */
    void prefer(Visit visit) {
        act(visit, "part", (handle, edit) -> {
            Optional<String> part =
                    Optional.of(visit.field("part")).filter(work.rules().get().partNames()::contains);
            desks.callbacks().prefer(handle, edit, part);
            return part.map(name -> "We will try in the " + name).orElse("Any time of day will do");
        });
    }

    /** POST /case/{id}/give-up */
    void giveUp(Visit visit) {
        act(visit, "give-up", (handle, edit) -> {
            desks.callbacks().giveUp(handle, edit, visit.field("give-up"));
            return "No more calls are planned";
        });
    }

    /** POST /case/{id}/note */
    void note(Visit visit) {
        act(visit, "note", (handle, edit) -> {
            desks.cases().note(handle, edit.id(), edit.by(), visit.field("note"));
            return "The note is kept";
        });
    }

    /** POST /case/{id}/correct */
    void correct(Visit visit) {
        act(visit, "note", (handle, edit) -> {
            var correction = new CaseDesk.Correction(Long.parseLong(visit.field("corrects")), visit.field("note"));
            desks.cases().correct(handle, edit.id(), edit.by(), correction);
            return "The note is corrected; the old one stays readable";
        });
    }

    /** POST /case/{id}/urgency */
    void urgency(Visit visit) {
        act(visit, "urgency-why", (handle, edit) -> {
            Urgency urgency = chosen(visit, "urgency", "Choose how urgent it is", Urgency::valueOf);
            desks.cases().urgency(handle, edit, urgency, visit.field("urgency-why"));
            return "The urgency is " + urgency.word() + " now";
        });
    }

    /** POST /case/{id}/eligibility */
    void eligibility(Visit visit) {
        act(visit, "eligibility-why", (handle, edit) -> {
            Eligibility decided = chosen(visit, "eligibility", "Choose a result", Eligibility::ofWord);
            desks.cases().eligibility(handle, edit, decided, visit.field("eligibility-why"));
            return "Your decision is kept; no rule changes it";
        });
    }

    /** POST /case/{id}/owner */
    void owner(Visit visit) {
        act(visit, "owner-why", (handle, edit) -> {
            Optional<AdvocateId> owner = Optional.of(visit.field("owner"))
                    .filter(id -> id.matches("[1-9][0-9]{0,17}"))
                    .map(id -> new AdvocateId(Long.parseLong(id)));
            desks.cases().owner(handle, edit, owner, visit.field("owner-why"));
            return owner.map(id -> "The case is " + name(handle, id) + "'s now")
                    .orElse("The case is in the duty queue");
        });
    }

    /** POST /case/{id}/need */
    void need(Visit visit) {
        act(visit, "need", (handle, edit) -> {
            CommunicationNeed need = chosen(visit, "need", "Choose what the person needs", CommunicationNeed::ofWord);
            Optional<String> detail = Optional.of(visit.field("need-detail")).filter(words -> !words.isEmpty());
            desks.cases().need(handle, edit, need, detail);
            return "Noted: " + need.meaning();
        });
    }

    /** POST /case/{id}/number */
    void number(Visit visit) {
        act(visit, "number", (handle, edit) -> {
            PhoneNumber number = work.plan()
                    .keyed(visit.field("number").replaceAll("[\\s()-]", "").replaceFirst("^\\+44", "0"))
                    .orElseThrow(() -> new Refused("This is no number in the UK that we may call. Check it."));
            var permissions = new Permissions(
                    visit.field("own-phone").equals(YES),
                    visit.field("may-leave-message").equals(YES),
                    visit.field("own-phone").equals(YES)
                            && visit.field("may-text").equals(YES));
            desks.cases().number(handle, edit, new NewNumber(number, permissions));
            return "The number is changed, with what you ticked and nothing else";
        });
    }

    /** POST /case/{id}/alert */
    void alert(Visit visit) {
        act(visit, "alert", (handle, edit) -> {
            desks.safety().raise(handle, edit.id(), edit.by(), visit.field("alert"));
            return "Nobody calls or texts about this case now";
        });
    }

    /** POST /case/{id}/lift */
    void lift(Visit visit) {
        act(visit, "lift", (handle, edit) -> {
            desks.safety().lift(handle, edit, visit.field("lift"));
            return "The safety alert is lifted";
        });
    }

    /** POST /case/{id}/settle */
    void settle(Visit visit) {
        act(visit, "settle", (handle, edit) -> {
            desks.safety().settle(handle, edit, visit.field("settle"));
            return "The incident is settled";
        });
    }

    /** POST /case/{id}/written-up */
    void writtenUp(Visit visit) {
        act(visit, "note", (handle, edit) -> {
            desks.cases().note(handle, edit.id(), edit.by(), visit.field("note"));
            desks.safety().writtenUp(handle, edit.id(), edit.by(), visit.field("sid"));
            return "The message is written up";
        });
    }

    /** POST /case/{id}/link */
    void link(Visit visit) {
        act(visit, "link-why", (handle, edit) -> {
            CaseId other = visit.field("reference").isEmpty() ? other(visit) : byReference(handle, visit);
            desks.links().link(handle, edit.id(), other, edit.by(), visit.field("link-why"));
            return "The two cases are linked. You can take the link away again";
        });
    }

    /** POST /case/{id}/unlink */
    void unlink(Visit visit) {
        act(visit, "unlink-why", (handle, edit) -> {
            desks.links().unlink(handle, edit.id(), other(visit), edit.by(), visit.field("unlink-why"));
            return "The link is taken away";
        });
    }

    /** POST /case/{id}/merge: the other case goes on in this one. */
    void merge(Visit visit) {
        act(visit, "merge-why", (handle, edit) -> {
            CaseId other = other(visit);
            int seen = CaseFile.read(handle, other, visit.now())
                    .orElseThrow(() -> new Refused("There is no such case."))
                    .head()
                    .version();
            desks.merges().merge(handle, new Edit(other, seen, edit.by()), edit.id(), visit.field("merge-why"));
            return "The other case goes on in this one. You can undo it under \"Merged into this case\"";
        });
    }

    /** POST /case/{id}/unmerge: the other case is a case of its own again. */
    void unmerge(Visit visit) {
        act(visit, "unmerge-why", (handle, edit) -> {
            desks.merges().undo(handle, other(visit), edit.by(), visit.field("unmerge-why"));
            return "They are two cases again, as they were";
        });
    }

    /** POST /case/{id}/close */
    void close(Visit visit) {
        act(visit, "outcome", (handle, edit) -> {
            CaseOutcome outcome = chosen(visit, "outcome", "Choose how the case ended", CaseOutcome::ofWord);
            desks.cases().close(handle, edit, outcome, visit.field("close-why"));
            return "The case is closed: " + outcome.title();
        });
    }

    /** POST /case/{id}/reopen */
    void reopen(Visit visit) {
        act(visit, "reopen", (handle, edit) -> {
            desks.cases().reopen(handle, edit, visit.field("reopen"));
            return "The case is open again";
        });
    }

    /** @param field where a rule's refusal is shown, and what the audit calls it */
    private void act(Visit visit, String field, Task task) {
        page.with(visit, (handle, head) -> {
            handle.savepoint("before");
            try {
                String done = task.carryOut(handle, edit(visit, head));
                Trail.done(handle, visit, head.id(), field, CALLS.contains(field) ? Action.CALL : Action.CHANGE);
                visit.go(CaseView.path(head.id()), done);
            } catch (Refused refused) {
                handle.rollbackToSavepoint("before");
                again(handle, visit, head, Errors.of(field, refused.getMessage()), List.of());
            } catch (Stale stale) {
                handle.rollbackToSavepoint("before");
                String sentence = "This case was changed after you had opened it. What you typed is still here: "
                        + "look at what is new, and send it again if it is still right.";
                again(handle, visit, head, Errors.of(field, sentence), since(handle, stale));
            }
        });
    }

    private void again(Handle handle, Visit visit, CaseHead head, Errors errors, List<String> since) {
        page.show(handle, visit, head.id(), CasePage.Typed.in(visit, errors, since));
    }

    private static List<String> since(Handle handle, Stale stale) {
        if (stale.since().isEmpty()) {
            return List.of("The person called, or left a message");
        }
        return stale.since().stream().map(event -> sentence(handle, event)).collect(Collectors.toList());
    }

    private static String sentence(Handle handle, CaseEvent event) {
        String who = event.advocate().map(id -> name(handle, id)).orElse("The line");
        return who + ", " + Times.time(event.at()) + ": " + event.kind().title()
                + event.becomes()
                        .map(value -> " (" + CaseWords.plain(value) + ")")
                        .orElse("");
    }

    private static Edit edit(Visit visit, CaseHead head) {
        String seen = visit.field("version");
        int version = seen.matches("[0-9]{1,9}") ? Integer.parseInt(seen) : head.version();
        return new Edit(head.id(), version, new By(visit.person().id(), visit.now()));
    }

    private static String name(Handle handle, AdvocateId id) {
        return new Advocates().find(handle, id).map(Advocate::name).orElse("A colleague");
    }

    private static CaseId byReference(Handle handle, Visit visit) {
        try {
            var reference = new Reference(visit.field("reference").replaceAll("\\s", ""));
            return CaseFile.find(handle, reference).orElseThrow(() -> new Refused("No case has this reference."));
        } catch (IllegalArgumentException mistyped) {
            throw new Refused("This is no reference: it has 7 digits, and one of them seems to be wrong.");
        }
    }

    private static CaseId other(Visit visit) {
        return Optional.of(visit.field("other"))
                .filter(id -> id.matches("[1-9][0-9]{0,17}"))
                .map(id -> new CaseId(Long.parseLong(id)))
                .orElseThrow(() -> new Refused("Choose the other case."));
    }

    private static <T> T chosen(Visit visit, String field, String sentence, java.util.function.Function<String, T> of) {
        try {
            return of.apply(visit.field(field));
        } catch (IllegalArgumentException nothing) {
            throw new Refused(sentence + ".");
        }
    }

    /** A day and a time of two fields; empty when neither was filled in. */
    private static Optional<Instant> time(Visit visit, String name) {
        String day = visit.field(name + "-date");
        String time = visit.field(name + "-time");
        if (day.isEmpty() && time.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(day)
                    .atTime(LocalTime.parse(time))
                    .atZone(LONDON)
                    .toInstant());
        } catch (DateTimeException wrong) {
            throw new Refused("Choose both a day and a time for the next try, or neither.");
        }
    }
}
