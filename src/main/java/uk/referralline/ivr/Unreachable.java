package uk.referralline.ivr;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Steps that no caller can come to. */
final class Unreachable implements Check {

    @Override
    public void look(Subject subject) {
        Set<String> reached = reached(subject.script());
        for (String name : subject.names()) {
            if (!reached.contains(name)) {
                subject.error(name, "No way leads to this step.", "Lead to it from another step, or remove it.");
            }
        }
    }

    /** Every step that a call can come to; 0 leads to the person from wherever the call waits. */
    static Set<String> reached(Script script) {
        Set<String> reached = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(script.start()));
        while (!open.isEmpty()) {
            String name = open.pop();
            Step step = script.step(name);
            if (reached.add(name)) {
                open.addAll(step.targets());
                if (step.waits()) {
                    open.add(script.person());
                    script.otherLanguage().ifPresent(open::add);
                }
            }
        }
        return reached;
    }
}
