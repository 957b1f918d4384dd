package uk.referralline.call;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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
import uk.referralline.ivr.Saying;
import uk.referralline.ivr.Script;
import uk.referralline.ivr.Turn;
import uk.referralline.number.CallerId;

/**
 * Every call on the line. A turn is one transaction: lock the call, recognise a repeat, run the engine on the script the call
 * began with, keep what it decided, commit, and only then speak.
 */
public final class Calls {
    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);

    /** Nobody can be quiet for longer than the longest message and the longest wait after it. */
    private static final Duration LONGEST_QUIET = Duration.ofMinutes(15);

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
        return jdbi.inTransaction(handle -> {
            Instant at = clock.instant();
            Beginning now = beginning.get();
            long version = now.version().id();
            OpenedCase opened = features.casework().open(handle, at);
            CallDao calls = handle.attach(CallDao.class);
            boolean isNew = calls.insert(sid, opened.id(), version, caller.number(), CallState.fresh(), at);
            if (!isNew) {
                handle.rollback();
                return Optional.<Spoken>empty();
            }
            var call = new Call(sid, opened.id(), version, CallStatus.IN_PROGRESS, CallState.fresh(), 0);
            var begun = new Input.Begun(now.world().facts(caller, opened.reference(), at));
            return Optional.of(take(handle, call, begun, at));
        });
    }

    /**
     * The caller did something.
     *
     * @param n the turn's number, from the address that the line gave with its last words
     * @throws UnknownCall if there is no such call
     */
    public Spoken advance(CallSid sid, int n, Input input) {
        return jdbi.inTransaction(handle -> {
            Call call = handle.attach(CallDao.class)
                    .lock(sid)
                    .orElseThrow(() -> new UnknownCall(sid))
                    .call();
            if (n == call.turns()) {
                return take(handle, call, input, clock.instant());
            }
            return again(handle, call, Math.max(0, Math.min(n, call.turns() - 1)));
        });
    }

    private Spoken take(Handle handle, Call call, Input input, Instant at) {
        Script script = scripts.of(call.scriptVersion()).script();
        Turn turn = engine.advance(script, call.state(), input);
        var keeping = new Keeping(features, handle, call, at);
        turn.effects().forEach(effect -> effect.match(keeping));
        CallState after = turn.state().knowing(keeping.known());
        Map<String, String> answers = Engine.newAnswers(script, call.state(), after);
        keeping.note(answers, after, turn.effects().stream().anyMatch(Effect.Promise.class::isInstance));
        handle.attach(CallDao.class)
                .save(
                        call.sid(),
                        keeping.caseId(),
                        call.turns(),
                        input,
                        call.state(),
                        after,
                        keeping.known(),
                        answers.keySet().toArray(String[]::new),
                        answers.values().toArray(String[]::new),
                        at);
        return spoken(script, turn, after, call.turns() + 1);
    }

    /** A turn that was taken before: the same answer from the same state, and nothing is kept twice (law L2). */
    private Spoken again(Handle handle, Call call, int n) {
        Call.PastTurn past = handle.attach(CallDao.class)
                .turn(call.sid(), n)
                .orElseThrow(() -> new UnknownCall(call.sid()))
                .turn();
        Script script = scripts.of(call.scriptVersion()).script();
        Turn turn = engine.advance(script, past.before(), past.input());
        return spoken(script, turn, turn.state().knowing(past.kept()), n + 1);
    }

    private Spoken spoken(Script script, Turn turn, CallState state, int next) {
        List<Saying> sayings = turn.reply().prompts().stream()
                .map(prompt -> engine.say(script, state, prompt))
                .toList();
        return new Spoken(sayings, turn.reply().next(), next);
    }

    /** Says again what was said last, to a caller whom a failure of ours has thrown off. @throws UnknownCall */
    public Spoken current(CallSid sid) {
        return advance(sid, Integer.MAX_VALUE, new Input.Silence());
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
            take(handle, call, new Input.HungUp(), at);
            state = handle.attach(CallDao.class).lock(call.sid()).orElseThrow().state();
        }
        handle.attach(CallDao.class).progress(call.sid(), status, status.isOver(), at);
        if (status.isOver()) {
            LOG.info("{}", new Summary(state));
        }
    }

    /** Ends calls whose end Twilio never told us of, so that what was given is kept. @return how many */
    public int endLost() {
        List<CallSid> lost = jdbi.withExtension(
                CallDao.class, calls -> calls.quietSince(clock.instant().minus(LONGEST_QUIET)));
        lost.forEach(sid -> heard(sid, CallStatus.COMPLETED));
        return lost.size();
    }
}
