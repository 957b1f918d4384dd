package uk.referralline.ivr;

import java.util.ArrayList;
import java.util.List;

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
    public List<String> targets() {
        List<String> targets = new ArrayList<>(ways.stream().map(Way::then).toList());
        targets.add(otherwise);
        return targets;
    }

    @Override
    public List<String> prompts() {
        return List.of();
    }
}
