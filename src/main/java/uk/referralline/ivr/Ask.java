package uk.referralline.ivr;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A choice of one key: a menu, or a question whose answer fills a field.
 *
 * @param prompts said first, one after the other, and in their simpler wording after a miss
 * @param keep the field it fills; empty for a menu
 * @param choices by key
 */
record Ask(List<String> prompts, Optional<String> keep, Map<String, Choice> choices, Misses misses) implements Step {

    /** What a key stands for: the field's value (the step's name in a menu), and the step that follows. */
    record Choice(String value, String then) {}

    Ask {
        prompts = List.copyOf(prompts);
        choices = Map.copyOf(choices);
    }

    @Override
    public Move arrive(Scene scene, CallState here) {
        return Move.await(here, scene.script().waits().key(scene, here))
                .saying(prompts.stream().map(Prompt::of).toList());
    }

    @Override
    public Move hear(Scene scene, CallState here, Input input) {
        if (input instanceof Input.Digits digits && choices.containsKey(digits.keys())) {
            Choice choice = choices.get(digits.keys());
            CallState answered =
                    keep.map(field -> here.answered(field, choice.value())).orElse(here);
            return Move.to(answered, choice.then());
        }
        Next wait = scene.script().waits().key(scene, here);
        return misses.miss(here, wait, prompts, Misses.excuse(input, Script.WRONG_KEY));
    }

    @Override
    public ScriptMap.Sketch sketch() {
        List<ScriptMap.Way> all = new ArrayList<>();
        new TreeMap<>(choices)
                .forEach((key, choice) ->
                        all.add(ScriptMap.Way.when(keep.isEmpty() ? key : key + " " + choice.value(), choice.then())));
        all.add(misses.way());
        return new ScriptMap.Sketch(ScriptMap.Kind.ASKS, keep.stream().toList(), all);
    }

    @Override
    public List<String> targets() {
        List<String> targets =
                new ArrayList<>(choices.values().stream().map(Choice::then).toList());
        targets.add(misses.otherwise());
        return targets;
    }

    @Override
    public boolean waits() {
        return true;
    }

    @Override
    public List<String> unanswered() {
        return List.of(misses.otherwise());
    }

    @Override
    public Set<String> mayFill() {
        return keep.map(Set::of).orElse(Set.of());
    }

    @Override
    public Set<String> certain(String target, Set<String> known) {
        if (keep.isEmpty() || target.equals(misses.otherwise())) {
            return Set.of();
        }
        List<String> words = choices.values().stream()
                .filter(choice -> choice.then().equals(target))
                .map(Choice::value)
                .distinct()
                .toList();
        return words.size() == 1 ? Set.of(keep.get(), keep.get() + "=" + words.get(0)) : Set.of(keep.get());
    }
}
