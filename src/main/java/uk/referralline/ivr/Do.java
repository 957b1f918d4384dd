package uk.referralline.ivr;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Decides something, to be kept before the next word is said. */
record Do(List<Deed> deeds, String then) implements Step {

    Do {
        deeds = List.copyOf(deeds);
    }

    @Override
    public Move arrive(Scene scene, CallState here) {
        List<Effect> effects =
                deeds.stream().map(deed -> deed.effect(scene, here)).toList();
        return Move.to(here, then).doing(effects);
    }

    @Override
    public ScriptMap.Sketch sketch() {
        List<String> done = deeds.stream().map(Deed::written).toList();
        return new ScriptMap.Sketch(ScriptMap.Kind.DOES, done, List.of(ScriptMap.Way.on(then)));
    }

    @Override
    public List<String> targets() {
        return List.of(then);
    }

    @Override
    public List<String> prompts() {
        return List.of();
    }

    @Override
    public Set<String> certain(String target, Set<String> known) {
        Set<String> certain = new HashSet<>();
        deeds.forEach(deed -> certain.addAll(deed.kind().leaves()));
        return certain;
    }
}
