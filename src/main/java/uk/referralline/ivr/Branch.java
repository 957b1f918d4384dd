package uk.referralline.ivr;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The first way whose condition holds, otherwise another. The caller notices nothing. */
record Branch(List<Way> ways, String otherwise) implements Step {

    record Way(Condition condition, String then) {}

    Branch {
        ways = List.copyOf(ways);
    }

    @Override
    public Move arrive(Scene scene, CallState here) {
        String target = ways.stream()
                .filter(way -> way.condition().holds(scene, here))
                .map(Way::then)
                .findFirst()
                .orElse(otherwise);
        return Move.to(here, target);
    }

    @Override
    public ScriptMap.Sketch sketch() {
        List<ScriptMap.Way> all = new ArrayList<>();
        ways.forEach(way -> all.add(ScriptMap.Way.when(way.condition().written(), way.then())));
        all.add(ScriptMap.Way.when("otherwise", otherwise));
        return new ScriptMap.Sketch(ScriptMap.Kind.DECIDES, List.of(), all);
    }

    @Override
    public List<String> targets() {
        List<String> targets = new ArrayList<>(ways.stream().map(Way::then).toList());
        targets.add(otherwise);
        return targets;
    }

    @Override
    public List<String> prompts() {
        return List.of();
    }

    @Override
    public Set<String> certain(String target, Set<String> known) {
        List<Set<String>> each = new ArrayList<>();
        ways.stream()
                .filter(way -> way.then().equals(target))
                .forEach(way -> each.add(way.condition().certain()));
        if (target.equals(otherwise)) {
            Set<String> refused = new HashSet<>();
            ways.forEach(way -> refused.addAll(way.condition().certainIfNot()));
            each.add(refused);
        }
        return each.stream().reduce(Branch::both).orElse(Set.of());
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        return both;
    }
}
