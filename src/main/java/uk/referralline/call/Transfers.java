package uk.referralline.call;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import uk.referralline.audit.Action;
import uk.referralline.audit.Actor;
import uk.referralline.audit.Audit;
import uk.referralline.audit.Entry;
import uk.referralline.audit.Subject;
import uk.referralline.duty.Advocates;
import uk.referralline.ivr.CallState;
import uk.referralline.ivr.Engine;
import uk.referralline.ivr.Facts;
import uk.referralline.ivr.Saying;
import uk.referralline.ivr.Script;
import uk.referralline.number.PhoneNumber;

/**
 * What happens on the phones that ring for a caller: whoever picks up hears a whisper, and the first to take the call by a key
 * is put through. Nobody else ever is, so that no answering machine and no wrong person talks to a caller.
 */
public final class Transfers {
    private final Jdbi jdbi;
    private final Scripts scripts;
    private final Engine engine;
    private final InstantSource clock;

    public Transfers(Jdbi jdbi, Scripts scripts, Engine engine, InstantSource clock) {
        this.jdbi = jdbi;
        this.scripts = scripts;
        this.engine = engine;
        this.clock = clock;
    }

    /** Somebody or something picked up: what they hear. Empty when the caller waits no more. Asked again, it is the same. */
    public Optional<Saying> pickedUp(Leg leg) {
        return jdbi.inTransaction(handle -> waiting(handle, leg).map(call -> {
            CallState state = call.state();
            Ring ring = Ring.of(state).pickedUp(leg.phone());
            handle.attach(CallDao.class).note(call.sid(), state.knowing(ring.facts()));
            Script script = scripts.of(call.scriptVersion()).script();
            return engine.say(script, state, script.whisper(state).orElseThrow());
        }));
    }

    /**
     * A person pressed the key that takes the call.
     *
     * @param sid of the leg to that person
     * @return whether they are put through: not when the caller waits no more, or somebody else was faster
     */
    public boolean take(Leg leg, CallSid sid) {
        return jdbi.inTransaction(handle -> waiting(handle, leg)
                .map(call -> {
                    Ring ring = Ring.of(call.state());
                    if (ring.takenBy().isEmpty()) {
                        taken(handle, call, ring.takenBy(sid));
                        audit(handle, call, ring.phones().get(leg.phone()));
                    }
                    return ring.takenBy().orElse(sid).equals(sid);
                })
                .orElse(false));
    }

    private void taken(Handle handle, Call call, Ring ring) {
        CallState state = call.state().knowing(ring.facts()).knowing(Map.of(Facts.TRANSFER, Facts.TAKEN));
        String leg = ring.takenBy().orElseThrow().value();
        handle.attach(CallDao.class).taken(call.sid(), call.caseId(), state, leg, clock.instant());
    }

    /** By whoever's mobile it is; a phone that is nobody's own, or of several, is the line's. */
    private void audit(Handle handle, Call call, PhoneNumber phone) {
        List<Actor> owners = new Advocates()
                .all(handle).stream()
                        .filter(person -> person.active() && person.mobile().equals(Optional.of(phone)))
                        .map(person -> Actor.advocate(person.id()))
                        .toList();
        Actor actor = owners.size() == 1 ? owners.get(0) : Actor.service("line");
        var subject = Subject.of("case", call.caseId().value());
        Audit.note(
                handle, Entry.of(actor, Action.CALL, subject, clock.instant()).detailed("put-through"));
    }

    /** The call, locked, if this is one of the phones that ring for it. */
    private static Optional<Call> waiting(Handle handle, Leg leg) {
        return handle.attach(CallDao.class)
                .lock(leg.call())
                .map(CallDao.Row::call)
                .filter(call -> call.turns() == leg.turn() && !call.state().over())
                .filter(call -> Ring.of(call.state()).has(leg.phone()));
    }
}
