package uk.referralline.play;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import uk.referralline.casework.DueTimes;
import uk.referralline.casework.Urgency;
import uk.referralline.ivr.CallState;
import uk.referralline.ivr.Effect;
import uk.referralline.ivr.Engine;
import uk.referralline.ivr.Facts;
import uk.referralline.ivr.Input;
import uk.referralline.ivr.Next;
import uk.referralline.ivr.Script;
import uk.referralline.ivr.Turn;
import uk.referralline.ivr.Words;

/**
 * A call without a phone or a database: the script, what was heard, and what would have been kept. Promises fall due by the
 * same rules as on the line.
 */
public final class Walk {
    private final Engine engine;
    private final Script script;
    private final DueTimes dueTimes;
    private final Instant at;
    private final List<Effect> kept = new ArrayList<>();

    private CallState state = CallState.fresh();
    private List<String> heard = List.of();
    private Next next = new Next.HangUp();

    public Walk(Engine engine, Script script, DueTimes dueTimes, Instant at) {
        this.engine = engine;
        this.script = script;
        this.dueTimes = dueTimes;
        this.at = at;
    }

    /** One turn; {@link #heard()} and {@link #next()} tell what the line does. */
    public void take(Input input) {
        Turn turn = engine.advance(script, state, input);
        kept.addAll(turn.effects());
        state = turn.state().knowing(known(turn));
        heard = turn.reply().prompts().stream()
                .map(prompt -> engine.say(script, state, prompt))
                .map(said -> said.text().replace(Words.PAUSE, " ").replaceAll("\\s+", " "))
                .toList();
        next = turn.reply().next();
        if (next instanceof Next.Transfer transfer) {
            heard = Stream.concat(heard.stream(), Stream.of("transfers to " + transfer.to()))
                    .toList();
        }
    }

    private Map<String, String> known(Turn turn) {
        Map<String, String> known = new HashMap<>();
        for (Effect effect : turn.effects()) {
            if (effect instanceof Effect.Promise promise) {
                Instant due = dueTimes.due(Urgency.valueOf(promise.urgency()), at);
                known.put(Facts.DUE, due.toString());
            }
        }
        return known;
    }

    /** State after this turn; a test may send it through JSON and put it back. */
    public CallState state() {
        return state;
    }

    public void putBack(CallState stored) {
        state = stored;
    }

    /** What the line said last, sentence by sentence, in words; at the end {@code transfers to duty} when it rings. */
    public List<String> heard() {
        return heard;
    }

    /** What the phone does now. */
    public Next next() {
        return next;
    }

    /** Everything that would have been kept so far. */
    public List<Effect> kept() {
        return List.copyOf(kept);
    }
}
