package uk.referralline.ivr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Digits that fill a field, ended by a hash; a star begins anew. What was keyed is read back, if {@code readBack} is there,
 * and kept only after 1 for "yes, that is right".
 *
 * @param skip where a hash alone leads; empty when it counts as a miss
 */
record KeyIn(String prompt, Field field, Optional<String> readBack, Ways ways, Misses misses) implements Step {
    private static final String RIGHT = "1";
    private static final String WRONG = "2";

    /** Where it goes on. */
    record Ways(String then, Optional<String> skip) {}

    @Override
    public Move arrive(Scene scene, CallState here) {
        if (here.confirming()) {
            return Move.await(here, oneKey(scene, here)).saying(Prompt.of(readBack.orElseThrow()));
        }
        return Move.await(here, manyKeys(scene, here)).saying(Prompt.of(prompt));
    }

    @Override
    public Move hear(Scene scene, CallState here, Input input) {
        return here.confirming() ? confirm(scene, here, input) : read(scene, here, input);
    }

    private Move read(Scene scene, CallState here, Input input) {
        if (!(input instanceof Input.Digits digits)) {
            return misses.miss(here, manyKeys(scene, here), List.of(prompt), List.of());
        }
        if (digits.keys().equals("#") && ways.skip().isPresent()) {
            return Move.to(here, ways.skip().get());
        }
        String keys = digits.keys().substring(digits.keys().lastIndexOf('*') + 1);
        Optional<String> value = value(scene, keys);
        if (value.isEmpty()) {
            return misses.miss(here, manyKeys(scene, here), List.of(prompt), List.of(Prompt.of(Script.WRONG_NUMBER)));
        }
        if (readBack.isEmpty()) {
            return Move.to(here.answered(field.name(), value.get()), ways.then());
        }
        return Move.await(here.drafting(value.get()), oneKey(scene, here)).saying(Prompt.of(readBack.get()));
    }

    private Move confirm(Scene scene, CallState here, Input input) {
        String keys = input instanceof Input.Digits digits ? digits.keys() : "";
        if (keys.equals(RIGHT)) {
            return Move.to(here.answered(field.name(), here.draft()), ways.then());
        }
        if (keys.equals(WRONG)) {
            return misses.miss(here, manyKeys(scene, here), List.of(prompt), List.of());
        }
        if (here.misses() + 1 >= misses.tries()) {
            return Move.to(here, misses.otherwise());
        }
        CallState still = here.missed().drafting(here.draft());
        return Move.await(still, oneKey(scene, here)).saying(Prompt.again(readBack.orElseThrow()));
    }

    private Optional<String> value(Scene scene, String keys) {
        return switch (field.type()) {
            case PHONE -> scene.keypad().phone(keys);
            case REFERENCE -> scene.keypad().reference(keys);
            case DIGITS, CHOICE, YES_NO, RECORDING -> Optional.of(keys).filter(digits -> digits.matches("[0-9]{1,8}"));
        };
    }

    private static Next oneKey(Scene scene, CallState here) {
        return scene.script().waits().key(scene, here);
    }

    private static Next manyKeys(Scene scene, CallState here) {
        return scene.script().waits().number(scene, here);
    }

    @Override
    public ScriptMap.Sketch sketch() {
        List<ScriptMap.Way> all = new ArrayList<>(List.of(ScriptMap.Way.on(ways.then())));
        ways.skip().ifPresent(skip -> all.add(ScriptMap.Way.when("# only", skip)));
        all.add(misses.way());
        return new ScriptMap.Sketch(ScriptMap.Kind.KEYS_IN, List.of(field.name()), all);
    }

    @Override
    public List<String> targets() {
        List<String> targets = new ArrayList<>(List.of(ways.then(), misses.otherwise()));
        ways.skip().ifPresent(targets::add);
        return targets;
    }

    @Override
    public List<String> prompts() {
        List<String> prompts = new ArrayList<>(List.of(prompt));
        readBack.ifPresent(prompts::add);
        return prompts;
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
        return Set.of(field.name());
    }

    @Override
    public Set<String> certain(String target, Set<String> known) {
        boolean filled = !target.equals(misses.otherwise()) && !ways.skip().equals(Optional.of(target));
        return filled ? Set.of(field.name()) : Set.of();
    }
}
