package uk.referralline.ivr;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * What is certain at each step, whatever way led there: definite assignment, as a compiler does it for variables. Facts are
 * written as in {@link Step#certain}; that an effect was decided is {@link Deed.Kind#done()}.
 */
final class Known {
    private final Script script;
    private final Map<String, Set<String>> at = new HashMap<>();

    /** Fields that are filled whenever another one is: "whoever was asked whether the person agrees has a role". */
    private Map<String, Set<String>> together;

    private Known(Script script) {
        this.script = script;
        this.together = everything(script);
    }

    /**
     * Begins with the belief that every field comes together with every other one, and drops beliefs until the rest proves
     * itself: what is left then holds on every call, by induction over its turns.
     */
    static Known in(Script script) {
        var known = new Known(script);
        known.flow();
        while (known.dropWrongBeliefs()) {
            known.flow();
        }
        return known;
    }

    private static Map<String, Set<String>> everything(Script script) {
        Map<String, Set<String>> all = new HashMap<>();
        script.fields()
                .keySet()
                .forEach(field -> all.put(field, new HashSet<>(script.fields().keySet())));
        return all;
    }

    /** Empty for a step that is never reached. */
    Set<String> at(String step) {
        return at.getOrDefault(step, Set.of());
    }

    boolean reached(String step) {
        return at.containsKey(step);
    }

    /** These, and what always comes together with them. */
    Set<String> closure(Set<String> facts) {
        Set<String> all = new HashSet<>(facts);
        Deque<String> open = new ArrayDeque<>(facts);
        while (!open.isEmpty()) {
            for (String more : together.getOrDefault(open.pop(), Set.of())) {
                if (all.add(more)) {
                    open.add(more);
                }
            }
        }
        return all;
    }

    private void flow() {
        at.clear();
        at.put(script.start(), closure(Facts.ALWAYS));
        Deque<String> open = new ArrayDeque<>(Set.of(script.start()));
        while (!open.isEmpty()) {
            ways(open.pop(), (target, facts) -> {
                if (arrives(target, facts)) {
                    open.add(target);
                }
            });
        }
    }

    private boolean arrives(String target, Set<String> facts) {
        Set<String> before = at.get(target);
        if (before == null) {
            at.put(target, new HashSet<>(facts));
            return true;
        }
        return before.retainAll(facts);
    }

    private void ways(String from, BiConsumer<String, Set<String>> way) {
        Step step = script.step(from);
        Set<String> before = new HashSet<>(at.get(from));
        if (step.waits()) {
            // Who is on duty is looked up anew each time the caller has done something.
            before.removeIf(fact -> fact.startsWith(Facts.DUTY + "="));
        }
        for (String target : step.targets()) {
            Set<String> after = new HashSet<>(before);
            after.removeIf(fact -> fact.contains("=") && step.mayFill().contains(fact.substring(0, fact.indexOf('='))));
            after.addAll(step.certain(target, before));
            way.accept(target, closure(after));
        }
        if (step.waits()) {
            way.accept(script.person(), before);
            script.otherLanguage().ifPresent(language -> way.accept(language, before));
        }
    }

    /** Keeps of each belief only what holds right after each step that may fill the field. */
    private boolean dropWrongBeliefs() {
        Map<String, Set<String>> right = new HashMap<>();
        together.forEach((field, others) -> right.put(field, new HashSet<>(others)));
        at.forEach((name, before) -> {
            Step step = script.step(name);
            for (String target : step.targets()) {
                Set<String> after = new HashSet<>(before);
                after.addAll(step.certain(target, before));
                step.mayFill().stream()
                        .filter(right::containsKey)
                        .forEach(field ->
                                right.get(field).removeIf(other -> !other.equals(field) && !after.contains(other)));
            }
        });
        boolean dropped = !right.equals(together);
        together = right;
        return dropped;
    }
}
