package uk.referralline.call;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.referralline.casework.OpenedCase;
import uk.referralline.ivr.CallState;
import uk.referralline.ivr.Effect;
import uk.referralline.ivr.Engine;
import uk.referralline.ivr.Input;
import uk.referralline.ivr.Next;
import uk.referralline.ivr.Saying;
import uk.referralline.ivr.Script;
import uk.referralline.ivr.Turn;
import uk.referralline.number.CallerId;
import uk.referralline.number.PhoneNumber;

/**
 * Every call on the line. A turn is one transaction: lock the call, recognise a repeat, run the engine on the script the call
 * began with, keep what it decided, commit, and only then speak.
 */
public final class Calls {
    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);

    /** Nobody can be quiet for longer than the longest message and the longest wait after it. */
    private static final Duration LONGEST_QUIET = Duration.ofMinutes(15);

    /** A caller who talks to a person is quiet for as long as they talk. */
    private static final Duration LONGEST_TALK = Next.Transfer.LONGEST.plus(LONGEST_QUIET);

    private final Jdbi jdbi;
    private final Scripts scripts;
    private final Engine engine;
    private final Features features;
    private final Supplier<Beginning> beginning;
    private final InstantSource clock;

    /** @param beginning what a call that comes in now begins with */
    public Calls(
            Jdbi jdbi,
            Scripts scripts,
            Engine engine,
            Features features,
            Supplier<Beginning> beginning,
            InstantSource clock) {
        this.jdbi = jdbi;
        this.scripts = scripts;
        this.engine = engine;
        this.features = features;
        this.beginning = beginning;
        this.clock = clock;
    }

    /** A call comes in: it gets its case and hears the first words. Asked again, it hears the same. */
    public Spoken begin(CallSid sid, CallerId caller) {
        return firstTurn(sid, caller).orElseGet(() -> advance(sid, 0, new Input.Silence()));
    }

    private Optional<Spoken> firstTurn(CallSid sid, CallerId caller) {
        Beginning beginning = this.beginning.get();
        Now now = now(beginning.world());
        return jdbi.inTransaction(handle -> {
            Instant at = now.at();
            long version = beginning.version().id();
            OpenedCase opened = features.casework().open(handle, at);
            CallDao calls = handle.attach(CallDao.class);
            boolean isNew = calls.insert(sid, opened.id(), version, caller.number(), CallState.fresh(), at);
            if (!isNew) {
                handle.rollback();
                return Optional.<Spoken>empty();
            }
            var call = new Call(sid, opened.id(), version, CallStatus.IN_PROGRESS, CallState.fresh(), 0);
            var begun = new Input.Begun(beginning.world().facts(caller, opened.reference(), at));
            return Optional.of(take(handle, call, begun, now));
        });
    }

    /** What a turn sees of the world. @param duty who can be rung at this moment */
    private record Now(Instant at, List<PhoneNumber> duty) {}

    /** Looked up before the turn's transaction, so that the look needs no connection beside the turn's. */
    private Now now(World world) {
        Instant at = clock.instant();
        return new Now(at, world.ringing(at));
    }

    /**
     * The caller did something.
     *
     * @param n the turn's number, from the address that the line gave with its last words
     * @throws UnknownCall if there is no such call
     */
    public Spoken advance(CallSid sid, int n, Input input) {
        Now now = now(beginning.get().world());
        return jdbi.inTransaction(handle -> {
            Call call = handle.attach(CallDao.class)
                    .lock(sid)
                    .orElseThrow(() -> new UnknownCall(sid))
                    .call();
            if (n == call.turns()) {
                return take(handle, call, input, now);
            }
            return again(handle, call, Math.max(0, Math.min(n, call.turns() - 1)));
        });
    }

    private Spoken take(Handle handle, Call call, Input told, Now now) {
        Script script = scripts.of(call.scriptVersion()).script();
        Ring ring = Ring.of(call.state());
        Input input = ring.settled(told);
        CallState before = call.state().knowing(World.facts(now.duty()));
        Turn turn = engine.advance(script, before, input);
        var keeping = new Keeping(features, handle, call, now.at());
        turn.effects().forEach(effect -> effect.match(keeping));
        keeping.trace(turn.effects());
        Map<String, String> kept = new HashMap<>(keeping.known());
        kept.putAll(ring.after(input, turn.reply().next(), now.duty()));
        CallState after = turn.state().knowing(kept);
        Map<String, String> answers = Engine.newAnswers(script, before, after);
        keeping.note(answers, after, turn.effects().stream().anyMatch(Effect.Promise.class::isInstance));
        handle.attach(CallDao.class)
                .save(
                        call.sid(),
                        keeping.caseId(),
                        call.turns(),
                        input,
                        before,
                        after,
                        kept,
                        answers.keySet().toArray(String[]::new),
                        answers.values().toArray(String[]::new),
                        now.at());
        return spoken(call, turn, after, call.turns() + 1);
    }

    /** A turn that was taken before: the same answer from the same state, and nothing is kept twice (law L2). */
    private Spoken again(Handle handle, Call call, int n) {
        Call.PastTurn past = handle.attach(CallDao.class)
                .turn(call.sid(), n)
                .orElseThrow(() -> new UnknownCall(call.sid()))
                .turn();
        Script script = scripts.of(call.scriptVersion()).script();
        Turn turn = engine.advance(script, past.before(), past.input());
        return spoken(call, turn, turn.state().knowing(past.kept()), n + 1);
    }

    private Spoken spoken(Call call, Turn turn, CallState state, int next) {
        Script script = scripts.of(call.scriptVersion()).script();
        List<Saying> sayings = turn.reply().prompts().stream()
                .map(prompt -> engine.say(script, state, prompt))
                .toList();
        var ringing = new Spoken.Ringing(call.sid(), Ring.of(state).phones());
        return new Spoken(sayings, turn.reply().next(), next, ringing);
    }

    /**
     * Says again what was said last, to a caller whom a failure of ours has thrown off. Whoever has talked to a person goes on
     * from there: nobody is rung for them again.
     *
     * @throws UnknownCall if there is no such call
     */
    public Spoken current(CallSid sid) {
        Optional<Call> talked = jdbi.withExtension(CallDao.class, calls -> calls.lock(sid))
                .map(CallDao.Row::call)
                .filter(call -> Ring.of(call.state()).takenBy().isPresent());
        int n = talked.map(Call::turns).orElse(Integer.MAX_VALUE);
        return advance(sid, n, new Input.TransferEnded(Input.TransferEnded.Outcome.TALKED));
    }

    /** Twilio's call status callback. It may come late, twice, or before the last turn; a call only moves on. */
    public void heard(CallSid sid, CallStatus status) {
        jdbi.useTransaction(handle -> {
            Optional<Call> call = handle.attach(CallDao.class).lock(sid).map(CallDao.Row::call);
            if (call.isPresent() && call.get().status().mayBecome(status)) {
                move(handle, call.get(), status);
            }
        });
    }

    private void move(Handle handle, Call call, CallStatus status) {
        Instant at = clock.instant();
        CallState state = call.state();
        if (status.isOver() && !state.over()) {
            take(handle, call, new Input.HungUp(), new Now(at, List.of()));
            state = handle.attach(CallDao.class).lock(call.sid()).orElseThrow().state();
        }
        handle.attach(CallDao.class).progress(call.sid(), status, status.isOver(), at);
        if (status.isOver()) {
            LOG.info("{}", new Summary(state));
        }
    }

    /** Ends calls whose end Twilio never told us of, so that what was given is kept. @return how many */
    public int endLost() {
        Instant now = clock.instant();
        List<CallSid> lost = jdbi.withExtension(
                CallDao.class, calls -> calls.quietSince(now.minus(LONGEST_QUIET), now.minus(LONGEST_TALK)));
        lost.forEach(sid -> heard(sid, CallStatus.COMPLETED));
        return lost.size();
    }
}
