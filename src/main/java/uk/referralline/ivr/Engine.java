package uk.referralline.ivr;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs a call script, one input at a time. Pure: the same script, state and input give the same turn, so a webhook that comes
 * twice is given the same answer.
 */
public final class Engine {
    private static final String PERSON = "0";
    private static final String REPEAT = "*";
    private static final String OTHER_LANGUAGE = "9";

    /** A script that passes more steps than this without a word from the caller goes in a circle. */
    private static final int FAR = 1_000;

    private final Keypad keypad;

    public Engine(Keypad keypad) {
        this.keypad = keypad;
    }

    /**
     * One turn: what the input leads to.
     *
     * @param state where the call was; {@link CallState#fresh()} with {@link Input.Begun} first
     * @throws IllegalStateException if the script is not one that its reader accepted
     */
    public Turn advance(Script script, CallState state, Input input) {
        var scene = new Scene(script, keypad);
        if (state.over()) {
            return new Turn(state, List.of(), new Reply(List.of(), new Next.HangUp()));
        }
        if (input instanceof Input.HungUp) {
            return hungUp(scene, state);
        }
        return run(scene, first(scene, state, input));
    }

    private static Move first(Scene scene, CallState state, Input input) {
        if (input instanceof Input.Begun begun) {
            return Move.to(state.knowing(begun.facts()), scene.script().start());
        }
        String keys = input instanceof Input.Digits digits ? digits.keys() : "";
        if (keys.equals(PERSON)) {
            return Move.to(state, scene.script().person());
        }
        Optional<String> otherLanguage = scene.script().otherLanguage();
        if (keys.equals(OTHER_LANGUAGE) && otherLanguage.isPresent()) {
            boolean already = state.answer(Facts.BACK).isPresent();
            return Move.to(already ? state : state.answered(Facts.BACK, state.step()), otherLanguage.get());
        }
        Step here = scene.script().step(state.step());
        return keys.equals(REPEAT) ? here.arrive(scene, state) : here.hear(scene, state, input);
    }

    private static Turn run(Scene scene, Move begun) {
        Move move = begun;
        for (int passed = 0; move.next().isEmpty(); passed++) {
            if (passed > FAR) {
                throw new IllegalStateException("step \"%s\" is part of an endless circle"
                        .formatted(move.state().step()));
            }
            CallState here = move.state();
            boolean leadsBack = !here.step().equals(scene.script().person());
            move = move.then(
                    scene.script().step(here.step()).arrive(scene, leadsBack ? here : here.without(Facts.BACK)));
        }
        return new Turn(
                move.state(),
                move.effects(),
                new Reply(move.prompts(), move.next().get()));
    }

    private static Turn hungUp(Scene scene, CallState state) {
        List<Effect> effects = scene.script().rules().hangUp().stream()
                .filter(rule -> rule.condition().holds(scene, state))
                .findFirst()
                .map(rule -> rule.deeds().stream()
                        .map(deed -> deed.effect(scene, state))
                        .toList())
                .orElse(List.of());
        return new Turn(state.ended(), effects, new Reply(List.of(), new Next.HangUp()));
    }

    /** The line's words for a prompt in the call's language, with what is known filled in. */
    public Saying say(Script script, CallState state, Prompt prompt) {
        return script.words(state).say(new Scene(script, keypad), state, prompt);
    }

    /** The answers, and how far a transfer came, that {@code after} has and {@code before} had not, or had otherwise. */
    public static Map<String, String> newAnswers(Script script, CallState before, CallState after) {
        return after.answers().entrySet().stream()
                .filter(each -> script.isAnswer(each.getKey()) || each.getKey().equals(Facts.TRANSFER))
                .filter(each -> !each.getValue().equals(before.answers().get(each.getKey())))
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
