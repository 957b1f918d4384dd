package uk.referralline.play;

import java.util.List;
import java.util.Map;
import uk.referralline.ivr.CallState;
import uk.referralline.ivr.Effect;
import uk.referralline.ivr.Engine;
import uk.referralline.ivr.Input;
import uk.referralline.ivr.Keypad;
import uk.referralline.ivr.Likeness;
import uk.referralline.ivr.Prompt;
import uk.referralline.ivr.Script;
import uk.referralline.ivr.Turn;

/** Where a script is tried out: takes turns, and tells what was said in them. */
final class Lab {
    /** More turns than any caller is led through in silence. */
    static final int LONG_SILENCE = 30;

    /** What the claims and the goals ask, beside the script. */
    private static final Map<String, List<String>> ASKED = Map.of(
            "number", List.of("mobile"),
            "own-phone", List.of("yes"),
            "may-text", List.of("yes"),
            "agreement", List.of("said-no"),
            "role", List.of(),
            "place", List.of(),
            "message", List.of(),
            "stop-number", List.of());

    private static final List<Class<?>> DECISIONS = List.of(
            Effect.Promise.class,
            Effect.RequestCallback.class,
            Effect.RequestWardCallback.class,
            Effect.RequestContact.class,
            Effect.OpenReferral.class,
            Effect.TakeMessage.class,
            Effect.StopTexts.class);

    private final Script script;
    private final Engine engine;
    private final Likeness likeness;
    private final boolean transfers;

    Lab(Script script, Keypad plan) {
        Keypad keypad = new Remembering(plan);
        this.script = script;
        this.engine = new Engine(keypad);
        this.likeness = new Likeness(script, keypad, ASKED);
        this.transfers = script.transfers();
    }

    Script script() {
        return script;
    }

    Moment begin(Start start, boolean staffed) {
        return Moment.begun(start, engine.advance(script, CallState.fresh(), start.begun(staffed)));
    }

    /** Who can be on duty on such a call: nobody is rung while the line is closed, or by a script that puts nobody through. */
    List<Boolean> staffings(Start start) {
        return start.open() && transfers ? List.of(false, true) : List.of(false);
    }

    Moment after(Moment moment, Act act) {
        return moment.then(act, engine.advance(script, moment.state(), act.input()));
    }

    /** The turn that led to a moment, taken once more. */
    Turn again(Moment moment) {
        CallState state = moment.before().map(Moment::state).orElseGet(CallState::fresh);
        Input input =
                moment.act().map(Act::input).orElseGet(() -> moment.start().begun(moment.isStaffed()));
        return engine.advance(script, state, input);
    }

    /** Equal for two moments from which the same can follow. */
    String likeness(Moment moment) {
        return likeness.of(moment.state())
                + DECISIONS.stream().map(moment::decided).toList();
    }

    String said(Moment moment, Prompt prompt) {
        return engine.say(script, moment.state(), prompt).text();
    }

    String written(Moment moment, Prompt prompt) {
        return script.words(moment.state()).written(prompt);
    }

    /** A field's word, or the kind of its number; blank when it is empty. */
    String word(Moment moment, String field) {
        return likeness.word(moment.state(), field);
    }
}
