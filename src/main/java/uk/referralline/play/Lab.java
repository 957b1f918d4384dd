package uk.referralline.play;

import java.util.HashMap;
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

    /** The needs of people to whom no call may be promised; the words are those of the cases. */
    static final List<String> MUST_NOT_BE_PHONED =
            List.of("contact-by-text-only", "contact-by-email-only", "no-phone-calls");

    /** What the claims and the goals ask, beside the script. */
    private static final Map<String, List<String>> ASKED = Map.of(
            "number", List.of(Likeness.KNOWN, "mobile"),
            "own-phone", List.of(Likeness.KNOWN, "yes"),
            "may-text", List.of(Likeness.KNOWN, "yes"),
            "agreement", List.of(Likeness.KNOWN, "said-no"),
            "role", List.of(Likeness.KNOWN),
            "place", List.of(Likeness.KNOWN),
            "message", List.of(Likeness.KNOWN),
            "stop-number", List.of(Likeness.KNOWN));

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
        Map<String, List<String>> asked = new HashMap<>(ASKED);
        script.needs().forEach(field -> asked.put(field, MUST_NOT_BE_PHONED));
        this.likeness = new Likeness(script, keypad, asked);
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

    /** Whether the caller said that they need one of these. */
    boolean needs(Moment moment, List<String> needs) {
        return script.needs().stream().anyMatch(field -> needs.contains(word(moment, field)));
    }

    /** A field's word, or the kind of its number; blank when it is empty. */
    String word(Moment moment, String field) {
        return likeness.word(moment.state(), field);
    }
}
