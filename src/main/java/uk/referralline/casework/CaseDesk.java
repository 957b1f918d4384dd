package uk.referralline.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import uk.referralline.duty.AdvocateId;
import uk.referralline.duty.Advocates;
import uk.referralline.number.PhoneNumber;

/**
 * What an advocate changes on a case. Each change is one transaction of the caller's, is refused when the case was changed since
 * it was read, and is written in the case's log with who made it; what was before stays readable there.
 */
public final class CaseDesk {
    private static final int LONGEST_NOTE = 5000;

    private final Supplier<DueTimes> dueTimes;
    private final Claims claims;

    /** @param dueTimes those that hold now */
    public CaseDesk(Supplier<DueTimes> dueTimes, Claims claims) {
        this.dueTimes = dueTimes;
        this.claims = claims;
    }

    /** Writes a note. Notes never collide, so it does not matter what else has changed. @throws Refused when it is empty */
    public void note(Handle handle, CaseId id, By by, String words) {
        handle.attach(NoteDao.class).add(id, by, written(words));
    }

    /** Puts a note right with a new one; the wrong one stays, marked. @throws Refused when it was put right already */
    public void correct(Handle handle, CaseId id, By by, Correction correction) {
        if (!handle.attach(NoteDao.class).correct(id, by, written(correction.words()), correction.note())) {
            throw new Refused("This note was corrected already: correct the newer one.");
        }
        new CaseLog(handle).noted(by, id, Change.of(CaseEvent.Kind.NOTE_CORRECTED));
    }

    /** A note as it is kept. @throws Refused when it is empty or too long */
    static String written(String words) {
        if (words.isBlank()) {
            throw new Refused("Write something in the note.");
        }
        if (words.length() > LONGEST_NOTE) {
            throw new Refused("Write %d characters at most: only what the next person needs.".formatted(LONGEST_NOTE));
        }
        return words.strip();
    }

    /** Judges urgency otherwise than the rules. More urgent makes it due sooner; less urgent never later than a promise. */
    public void urgency(Handle handle, Edit edit, Urgency urgency, String typed) {
        String reason = Refused.reason(typed);
        var log = new CaseLog(handle);
        CaseState now = hold(handle, edit);
        var due = dueTimes.get().due(urgency, edit.by().at());
        handle.attach(CaseStateDao.class)
                .urgency(edit.id(), urgency, reason, due.isBefore(now.dueAt()) ? due : now.dueAt());
        log.changed(
                edit.by(),
                edit.id(),
                Change.of(CaseEvent.Kind.URGENCY_CHANGED, now.urgency().name(), urgency.name())
                        .because(reason));
    }

    /** Decides whether the person qualifies; no later call undoes it. */
    public void eligibility(Handle handle, Edit edit, Eligibility eligibility, String typed) {
        String reason = Refused.reason(typed);
        CaseState now = hold(handle, edit);
        handle.attach(CaseStateDao.class).eligibility(edit.id(), eligibility);
        new CaseLog(handle)
                .changed(
                        edit.by(),
                        edit.id(),
                        Change.of(
                                        CaseEvent.Kind.ELIGIBILITY_CHANGED,
                                        now.eligibility().word(),
                                        eligibility.word())
                                .because(reason));
    }

    /** Gives the case to somebody who returns calls, or back to the duty queue. */
    public void owner(Handle handle, Edit edit, Optional<AdvocateId> owner, String typed) {
        String reason = Refused.reason(typed);
        if (owner.filter(id -> !mayOwn(handle, id)).isPresent()) {
            throw new Refused("This colleague does not return calls any more: choose somebody else.");
        }
        CaseState now = hold(handle, edit);
        handle.attach(CaseStateDao.class).owner(edit.id(), owner);
        var change = new Change(
                CaseEvent.Kind.OWNER_CHANGED,
                now.owner().map(CaseDesk::word),
                owner.map(CaseDesk::word),
                Optional.of(reason));
        new CaseLog(handle).changed(edit.by(), edit.id(), change);
        handle.attach(ClaimDao.class).release(edit.id(), edit.by().advocate());
    }

    private static boolean mayOwn(Handle handle, AdvocateId id) {
        return new Advocates()
                .find(handle, id)
                .filter(each -> each.active() && each.role().returnsCalls())
                .isPresent();
    }

    private static String word(AdvocateId advocate) {
        return Long.toString(advocate.value());
    }

    /** Notes what the person needs; one who must not be phoned loses an open callback (DAPB1605). */
    public void need(Handle handle, Edit edit, CommunicationNeed need, Optional<String> detail) {
        hold(handle, edit);
        NeedDao needs = handle.attach(NeedDao.class);
        Optional<String> before = needs.detail(edit.id(), need)
                .filter(words -> detail.isPresent() && !detail.get().equals(words));
        var note = new NeedNote(detail, Optional.empty(), edit.by().at());
        needs.noteBy(edit.id(), need, note, edit.by().advocate());
        Change change = Change.of(CaseEvent.Kind.NEED_NOTED).to(need.word());
        new CaseLog(handle)
                .changed(
                        edit.by(),
                        edit.id(),
                        before.map(CaseDesk::said).map(change::because).orElse(change));
    }

    /** What was known of a need stays readable when it changes. */
    private static String said(String detail) {
        return "It said before: " + detail;
    }

    /**
     * A need was noted by mistake, or is none any more. A call that was not made because of it is promised again (law L4).
     *
     * @return cases whose call is promised on another one now
     * @throws Refused without a reason, or when there is no such need
     */
    public List<CaseId> withdrawNeed(Handle handle, Edit edit, CommunicationNeed need, String typed) {
        String reason = Refused.reason(typed);
        new OnePerson(handle).lock(edit.id(), edit.id());
        hold(handle, edit);
        NeedDao needs = handle.attach(NeedDao.class);
        Optional<String> before = needs.detail(edit.id(), need);
        if (!needs.withdraw(edit.id(), need)) {
            throw new Refused("This need is not noted on this case.");
        }
        new CaseLog(handle)
                .changed(
                        edit.by(),
                        edit.id(),
                        Change.of(CaseEvent.Kind.NEED_WITHDRAWN)
                                .to(need.word())
                                .because(before.map(words -> reason + ". " + said(words))
                                        .orElse(reason)));
        return OneCall.settle(handle, edit.id(), edit.id(), edit.by(), reason).moved();
    }

    /**
     * Another number for this person: what was allowed on the old one is not allowed on the new one unless it is said here
     * (domain.md (d) 5). An open callback goes to the new number, and a call that ended at a wrong number is promised again.
     *
     * @return linked cases on which the same person waited for a call until now
     */
    public List<CaseId> number(Handle handle, Edit edit, NewNumber number) {
        new OnePerson(handle).lock(edit.id(), edit.id());
        CaseState now = hold(handle, edit);
        if (handle.attach(AttemptDao.class).blocked(number.number())) {
            throw new Refused("This number is blocked: it was a wrong number, or they asked us not to call it.");
        }
        Optional<String> was = handle.attach(CaseFileDao.class).numbers(edit.id()).stream()
                .findFirst()
                .map(known -> known.permissions().words());
        handle.attach(CallbackDao.class)
                .permit(
                        edit.id(),
                        number.number(),
                        number.permissions(),
                        edit.by().at());
        handle.attach(CallbackDao.class).redirect(edit.id(), number.number());
        handle.attach(CallbackDao.class).promiseAgain(edit.id(), number.number());
        List<CaseId> insteadOf =
                number.call() && handle.attach(AttemptDao.class).open(edit.id()).isEmpty()
                        ? promise(handle, edit, number.number(), now.urgency())
                        : gather(handle, edit);
        new CaseLog(handle)
                .changed(
                        edit.by(),
                        edit.id(),
                        new Change(
                                CaseEvent.Kind.NUMBER_CHANGED,
                                was,
                                Optional.of(number.permissions().words()),
                                Optional.empty()));
        return insteadOf;
    }

    /**
     * Promises a call to a number that is known, as after a case was opened again. What is allowed on it stays as it is. What was
     * promised before and not done, such as after a wrong number, is not put off.
     *
     * @return linked cases on which the same person waited for a call until now
     * @throws Refused when one is promised already, or this person or number must not be called
     */
    public List<CaseId> promise(Handle handle, Edit edit, PhoneNumber number) {
        new OnePerson(handle).lock(edit.id(), edit.id());
        CaseState now = hold(handle, edit);
        if (handle.attach(AttemptDao.class).open(edit.id()).isPresent()) {
            throw new Refused("A call is promised on this case already.");
        }
        NumberKnown known = handle.attach(CaseFileDao.class).numbers(edit.id()).stream()
                .filter(each -> each.number().equals(number))
                .findFirst()
                .orElseThrow(() -> new Refused("Choose one of the numbers of this case."));
        known.blocked().ifPresent(why -> {
            throw new Refused(ContactDao.Obstacle.BLOCKED.sentence());
        });
        handle.attach(ContactDao.class).obstacle(edit.id()).ifPresent(obstacle -> {
            throw new Refused(obstacle.sentence());
        });
        List<CaseId> insteadOf = promise(handle, edit, number, now.urgency());
        new CaseLog(handle).changed(edit.by(), edit.id(), Change.of(CaseEvent.Kind.CALLBACK_PROMISED));
        return insteadOf;
    }

    private List<CaseId> promise(Handle handle, Edit edit, PhoneNumber number, Urgency urgency) {
        Instant usual = dueTimes.get().due(urgency, edit.by().at());
        Instant due = handle.attach(AttemptDao.class)
                .unkept(edit.id(), edit.by().at())
                .filter(promised -> promised.isBefore(usual))
                .orElse(usual);
        List<CaseId> insteadOf = handle.attach(CallbackDao.class)
                .request(
                        edit.id(),
                        Optional.of(number),
                        Optional.empty(),
                        due,
                        edit.by().at());
        // Sooner where a linked case waited for it; not at all where the person must not be phoned.
        handle.attach(AttemptDao.class)
                .open(edit.id())
                .map(OpenCallback::dueAt)
                .ifPresent(promised -> handle.attach(CaseStateDao.class).due(edit.id(), promised));
        return insteadOf;
    }

    /** Where a call is promised again, and a linked case waits for one by now, the person waits here alone. */
    private static List<CaseId> gather(Handle handle, Edit edit) {
        boolean elsewhere = new OnePerson(handle).waitsElsewhere(edit.id());
        Instant at = edit.by().at();
        return handle.attach(AttemptDao.class)
                .open(edit.id())
                .filter(open -> elsewhere)
                .map(open -> handle.attach(CallbackDao.class)
                        .request(edit.id(), open.number(), open.place(), open.dueAt(), at))
                .orElse(List.of());
    }

    /** Ends the case. @throws Refused while something promised is open; the sentence says what */
    public void close(Handle handle, Edit edit, CaseOutcome outcome, String typed) {
        hold(handle, edit);
        new Ending(handle).refuseWhilePromised(edit.id(), outcome, typed);
        handle.attach(CaseStateDao.class)
                .close(edit.id(), outcome.word(), edit.by().at());
        Change change = Change.of(CaseEvent.Kind.CLOSED).to(outcome.word());
        new CaseLog(handle).changed(edit.by(), edit.id(), typed.isBlank() ? change : change.because(typed.strip()));
        handle.attach(ClaimDao.class).release(edit.id(), edit.by().advocate());
    }

    /**
     * Opens a closed case again, due the next working day.
     *
     * @return what becomes of calls that were promised on it and never made
     */
    public Calls reopen(Handle handle, Edit edit, String typed) {
        String reason = Refused.reason(typed);
        new OnePerson(handle).lock(edit.id(), edit.id());
        CaseState now = new CaseLog(handle).lock(edit);
        if (!now.status().mayBecome(CaseStatus.OPEN)) {
            throw new Refused("This case is open.");
        }
        if (handle.attach(CaseStateDao.class).saidNo(edit.id())) {
            throw new Refused(
                    "This person said no, and nothing of the case is kept: a new request begins with a new call.");
        }
        var due = dueTimes.get().due(Urgency.U2, edit.by().at());
        if (!handle.attach(CaseStateDao.class).reopen(edit.id(), due)) {
            throw new Refused(
                    "Its reference belongs to another case by now: a new call makes a new case, which can be linked to it.");
        }
        new CaseLog(handle)
                .changed(
                        edit.by(), edit.id(), Change.of(CaseEvent.Kind.REOPENED).because(reason));
        return OneCall.ended(handle, edit.id(), edit.by(), reason);
    }

    private CaseState hold(Handle handle, Edit edit) {
        CaseState now = new CaseLog(handle).lock(edit);
        claims.hold(handle, edit.id(), edit.by());
        return now;
    }

    /** @param note the id of the note that is wrong */
    public record Correction(long note, String words) {

        /** Never prints the words: they are personal. */
        @Override
        public String toString() {
            return "correction of note " + note;
        }
    }
}
