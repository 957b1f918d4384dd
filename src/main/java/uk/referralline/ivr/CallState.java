package uk.referralline.ivr;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a call is in its script: all that the engine remembers between two turns.
 *
 * @param step the step that waits for the caller; blank before the first turn
 * @param misses how often in a row the caller has missed at this step
 * @param draft what was keyed in and waits for the caller's "yes, that is right"; blank when nothing waits
 * @param answers the fields filled so far, and the facts the line told the engine ({@link Facts}); values are words,
 *     E.164 numbers, references, ISO-8601 instants or recording ids, by the field's type
 * @param over true once the last words have been said, or the caller has hung up
 */
public record CallState(String step, int misses, String draft, Map<String, String> answers, boolean over) {

    public CallState {
        answers = Map.copyOf(answers);
    }

    /** Before the first word. */
    public static CallState fresh() {
        return new CallState("", 0, "", Map.of(), false);
    }

    public Optional<String> answer(String field) {
        return Optional.ofNullable(answers.get(field));
    }

    CallState at(String nextStep) {
        return new CallState(nextStep, 0, "", answers, over);
    }

    CallState missed() {
        return new CallState(step, misses + 1, "", answers, over);
    }

    CallState drafting(String keyed) {
        return new CallState(step, misses, keyed, answers, over);
    }

    CallState ended() {
        return new CallState(step, 0, "", answers, true);
    }

    CallState without(String field) {
        Map<String, String> rest = new LinkedHashMap<>(answers);
        rest.remove(field);
        return new CallState(step, misses, draft, rest, over);
    }

    CallState answered(String field, String value) {
        return knowing(Map.of(field, value));
    }

    /** With these added; a field that is filled again holds the newer value. */
    public CallState knowing(Map<String, String> more) {
        if (answers.entrySet().containsAll(more.entrySet())) {
            return this;
        }
        Map<String, String> all = new HashMap<>(answers);
        all.putAll(more);
        return new CallState(step, misses, draft, all, over);
    }

    @JsonIgnore
    boolean confirming() {
        return !draft.isBlank();
    }

    /** Never prints an answer: they are personal. */
    @Override
    public String toString() {
        return "CallState[step=%s, misses=%d, answers=%s, over=%s]".formatted(step, misses, answers.keySet(), over);
    }
}
