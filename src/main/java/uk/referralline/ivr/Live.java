package uk.referralline.ivr;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which fields can still make a difference from a step onwards. Two calls that differ only in a field that nothing asks any
 * more go the same way.
 */
final class Live {
    private final Map<String, Set<String>> at = new HashMap<>();

    Live(Script script) {
        script.steps().forEach((name, step) -> at.put(name, new HashSet<>(reads(step))));
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Map.Entry<String, Step> each : script.steps().entrySet()) {
                grew |= at.get(each.getKey()).addAll(after(script, each.getValue()));
            }
        }
    }

    boolean is(String field, String step) {
        return at.getOrDefault(step, Set.of()).contains(field);
    }

    private Set<String> after(Script script, Step step) {
        Set<String> live = new HashSet<>();
        // "Back" leads to where the call was, and what is live there was live on the way here, and is kept.
        if (!(step instanceof Back)) {
            step.targets().forEach(target -> live.addAll(at.get(target)));
        }
        if (step.waits()) {
            // 0 and 9 say themselves what to come back to.
            live.addAll(withoutBack(at.get(script.person())));
            script.otherLanguage().ifPresent(language -> live.addAll(withoutBack(at.get(language))));
        }
        return live;
    }

    private static Set<String> withoutBack(Set<String> fields) {
        Set<String> rest = new HashSet<>(fields);
        rest.remove(Facts.BACK);
        return rest;
    }

    private static Set<String> reads(Step step) {
        Set<String> reads = new HashSet<>();
        if (step instanceof Branch branch) {
            branch.ways().forEach(way -> reads.addAll(way.condition().wanted().keySet()));
        }
        if (step instanceof Back) {
            reads.add(Facts.BACK);
        }
        if (step instanceof Assign assign) {
            reads.addAll(assign.copied());
        }
        step.deeds().forEach(deed -> reads.addAll(deed.kind().needs()));
        return reads;
    }
}
