package uk.referralline.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import uk.referralline.duty.OpeningHours;
import uk.referralline.number.PhoneNumber;

/**
 * Keeping the promise to call: attempts and what became of them. A callback never expires (law L4); it ends by a disposition
 * that settles it, or by a person's decision with a reason.
 */
public final class Callbacks {
    /** As far ahead as a next try may be planned. */
    private static final Duration LONGEST = Duration.ofDays(28);

    private final Supplier<AttemptRules> rules;
    private final Supplier<DueTimes> dueTimes;
    private final Claims claims;

    /** @param rules and {@code dueTimes}: those that hold now */
    public Callbacks(Supplier<AttemptRules> rules, Supplier<DueTimes> dueTimes, Claims claims) {
        this.rules = rules;
        this.dueTimes = dueTimes;
        this.claims = claims;
    }

    /**
     * An advocate called, and says what became of it. On a case without a callback it is the call to a referrer, or the
     * listening to a message.
     *
     * @throws Refused when a colleague deals with the case, when no message may be left, or the next try is in the past
     * @throws Stale when the case was changed since it was read
     */
    public Attempted attempted(Handle handle, Edit edit, NewAttempt attempt) {
        var log = new CaseLog(handle);
        if (attempt.disposition().settles()) {
            new OnePerson(handle).lock(edit.id(), edit.id());
        }
        log.lock(edit);
        claims.hold(handle, edit.id(), edit.by());
        AttemptDao attempts = handle.attach(AttemptDao.class);
        Optional<OpenCallback> callback = attempts.open(edit.id());
        Optional<PhoneNumber> number =
                callback.isPresent() ? callback.flatMap(OpenCallback::number) : attempts.referrer(edit.id());
        allowed(attempts, edit, number, attempt);
        attempts.add(
                edit.id(),
                callback.map(OpenCallback::id),
                edit.by().advocate(),
                attempt.disposition(),
                edit.by().at());
        attempt.note()
                .ifPresent(words -> handle.attach(NoteDao.class).add(edit.id(), edit.by(), CaseDesk.written(words)));
        Change change = Change.of(CaseEvent.Kind.CALL_ATTEMPTED)
                .to(attempt.disposition().word());
        log.changed(edit.by(), edit.id(), change);
        number.filter(any -> attempt.disposition().blocksNumber())
                .ifPresent(called -> block(handle, called, edit, attempt.disposition()));
        if (attempt.disposition() == Disposition.WRONG_NUMBER) {
            openIncident(handle, edit);
        }
        return callback.map(open -> goOn(handle, open, edit, attempt))
                .orElseGet(() -> new Attempted(Optional.empty(), Calls.NONE));
    }

    /**
     * What follows from a call.
     *
     * @param nextAt when to try again; empty when it is settled or a person has to decide
     * @param calls what becomes of those that the person was promised on linked cases
     */
    public record Attempted(Optional<Instant> nextAt, Calls calls) {}

    private static void allowed(AttemptDao attempts, Edit edit, Optional<PhoneNumber> number, NewAttempt attempt) {
        boolean mayLeaveMessage = number.map(called -> attempts.mayLeaveMessage(edit.id(), called))
                .orElse(false);
        if (attempt.disposition().needsPermission() && !mayLeaveMessage) {
            throw new Refused("This person has not agreed to messages on this number: none may be left. "
                    + "If one was left, choose \"no answer\" and tell a manager.");
        }
        attempt.nextAt().ifPresent(next -> soon(next, edit.by()));
    }

    /** A promise is not put off out of sight. */
    private static void soon(Instant next, By by) {
        if (!next.isAfter(by.at())) {
            throw new Refused("The next try lies in the past: choose a later time.");
        }
        if (next.isAfter(by.at().plus(LONGEST))) {
            throw new Refused(
                    "The next try is more than %d days away: choose a sooner time. If the person wants no call "
                                    .formatted(LONGEST.toDays())
                            + "until then, write it in a note, and look again in between.");
        }
    }

    private Attempted goOn(Handle handle, OpenCallback open, Edit edit, NewAttempt attempt) {
        if (attempt.disposition().settles()) {
            return new Attempted(Optional.empty(), settle(handle, open, edit, attempt.disposition()));
        }
        AttemptDao attempts = handle.attach(AttemptDao.class);
        Optional<Instant> next = attempt.nextAt().or(() -> proposed(attempts, open, edit.by()));
        attempts.tried(open.id(), next, next.isEmpty());
        handle.attach(CaseStateDao.class).due(edit.id(), next.orElseGet(() -> due(Urgency.U2, edit.by())));
        return new Attempted(next, Calls.NONE);
    }

    private Optional<Instant> proposed(AttemptDao attempts, OpenCallback open, By by) {
        List<Instant> earlier = attempts.times(open.id(), by.at());
        OpeningHours hours = dueTimes.get().hours();
        return open.preferredPart()
                .map(part -> rules.get().nextAttempt(part, by.at(), earlier, hours))
                .orElseGet(() -> rules.get().nextAttempt(by.at(), earlier, hours));
    }

    private Calls settle(Handle handle, OpenCallback open, Edit edit, Disposition disposition) {
        AttemptDao attempts = handle.attach(AttemptDao.class);
        attempts.end(open.id(), disposition.word(), edit.by().at());
        Urgency wrapUp = disposition == Disposition.WRONG_NUMBER ? Urgency.U2 : Urgency.U3;
        handle.attach(CaseStateDao.class).due(edit.id(), due(wrapUp, edit.by()));
        return OneCall.ended(
                handle, edit.id(), edit.by(), "The number that was called on a linked case was a wrong one.");
    }

    /** Nobody calls or texts this number any more, on any case. */
    private static void block(Handle handle, PhoneNumber number, Edit edit, Disposition why) {
        if (handle.attach(AttemptDao.class)
                .block(number, why, edit.id(), edit.by().advocate(), edit.by().at())) {
            new CaseLog(handle)
                    .noted(
                            edit.by(),
                            edit.id(),
                            Change.of(CaseEvent.Kind.NUMBER_BLOCKED).because(why.word()));
        }
    }

    /** Somebody who does not know the person was called, also where the number was looked up, such as a ward's. */
    private static void openIncident(Handle handle, Edit edit) {
        handle.attach(AttemptDao.class)
                .incident(edit.id(), edit.by().advocate(), edit.by().at());
        new CaseLog(handle)
                .noted(
                        edit.by(),
                        edit.id(),
                        Change.of(CaseEvent.Kind.INCIDENT_OPENED).to("wrong-number"));
    }

    /**
     * Plans the next try, whatever the rules propose. Before the first, what was promised stays due.
     *
     * @throws Refused when nothing is to be called, or when it lies in the past or weeks away
     */
    public void plan(Handle handle, Edit edit, Instant nextAt) {
        OpenCallback open = lockOpen(handle, edit);
        soon(nextAt, edit.by());
        plan(handle, edit, open, nextAt);
    }

    private static void plan(Handle handle, Edit edit, OpenCallback open, Instant nextAt) {
        handle.attach(AttemptDao.class).plan(open.id(), nextAt);
        boolean late = open.attempts() == 0 && nextAt.isAfter(open.dueAt());
        handle.attach(CaseStateDao.class).due(edit.id(), late ? open.dueAt() : nextAt);
        new CaseLog(handle)
                .changed(
                        edit.by(),
                        edit.id(),
                        Change.of(CaseEvent.Kind.CALLBACK_PLANNED).to(nextAt.toString()));
    }

    /**
     * What to look at twice before the next try is planned for this time.
     *
     * @param closedDay whether the line does not open on that day
     * @param outside whether it is another time than the line's opening hours
     * @param promised by when the call was promised, where that is still ahead and sooner
     */
    public record Doubts(boolean closedDay, boolean outside, Optional<Instant> promised) {}

    /** What is perhaps a slip in a time for the next try. */
    public Doubts doubts(Handle handle, Edit edit, Instant next) {
        if (!next.isAfter(edit.by().at())) {
            return new Doubts(false, false, Optional.empty());
        }
        Optional<Instant> promised = handle.attach(AttemptDao.class)
                .open(edit.id())
                .map(OpenCallback::dueAt)
                .filter(due -> due.isAfter(edit.by().at()) && due.isBefore(next));
        LocalDate day = LocalDate.ofInstant(next, OpeningHours.LONDON);
        OpeningHours hours = dueTimes.get().hours();
        return new Doubts(hours.open(day).isEmpty(), !hours.openAt(next), promised);
    }

    /**
     * The part of the day the person prefers, by its name in the settings; empty for any. A try that is planned for another part
     * moves into this one.
     *
     * @return when it is planned now, if it moved
     */
    public Optional<Instant> prefer(Handle handle, Edit edit, Optional<String> part) {
        OpenCallback open = lockOpen(handle, edit);
        handle.attach(AttemptDao.class).prefer(open.id(), part);
        new CaseLog(handle)
                .changed(
                        edit.by(),
                        edit.id(),
                        Change.of(CaseEvent.Kind.TIME_PREFERRED).to(part.orElse("any")));
        Optional<Instant> moved = open.nextAt()
                .flatMap(planned -> part.flatMap(wish -> rules.get()
                        .moved(
                                planned,
                                wish,
                                earliest(handle, open, edit.by()),
                                dueTimes.get().hours())));
        moved.ifPresent(at -> plan(handle, edit, open, at));
        return moved;
    }

    /** Not in the past, and not too soon after the last try. */
    private Instant earliest(Handle handle, OpenCallback open, By by) {
        return handle.attach(AttemptDao.class).times(open.id(), by.at()).stream()
                .map(tried -> tried.plus(rules.get().apart()))
                .reduce(by.at(), (one, other) -> one.isAfter(other) ? one : other);
    }

    /**
     * After the usual attempts a person may decide to stop trying. Where the person asked again, or another try was planned, that one
     * comes first.
     *
     * @return what becomes of the calls that the person was promised on linked cases
     * @throws Refused sooner, or without a reason
     */
    public Calls giveUp(Handle handle, Edit edit, String typed) {
        String reason = Refused.reason(typed);
        new OnePerson(handle).lock(edit.id(), edit.id());
        OpenCallback open = lockOpen(handle, edit);
        if (open.attempts() < rules.get().most()) {
            throw new Refused("This person was promised a call: try %d times before you stop."
                    .formatted(rules.get().most()));
        }
        if (!open.undecided()) {
            throw new Refused(
                    "Another try is due, as the person asked again or it was planned: make it before you stop.");
        }
        handle.attach(AttemptDao.class).end(open.id(), "given-up", edit.by().at());
        new CaseLog(handle)
                .changed(
                        edit.by(),
                        edit.id(),
                        Change.of(CaseEvent.Kind.CALLBACK_GIVEN_UP).because(reason));
        return OneCall.ended(handle, edit.id(), edit.by(), "Nobody was reached on the number of a linked case.");
    }

    /** Whether a call to the person is promised now. It locks nothing: a case is locked before its callback, never after. */
    public boolean promised(Handle handle, CaseId id) {
        return handle.attach(CaseFileDao.class).callback(id).isPresent();
    }

    /** Why nobody may call this person now, in a sentence; empty when they may be called. */
    public Optional<String> whyNoCall(Handle handle, CaseId id) {
        return handle.attach(ContactDao.class).obstacle(id).map(ContactDao.Obstacle::sentence);
    }

    private OpenCallback lockOpen(Handle handle, Edit edit) {
        new CaseLog(handle).lock(edit);
        claims.hold(handle, edit.id(), edit.by());
        return handle.attach(AttemptDao.class)
                .open(edit.id())
                .orElseThrow(() -> new Refused("No call is promised on this case."));
    }

    private Instant due(Urgency urgency, By by) {
        return dueTimes.get().due(urgency, by.at());
    }
}
