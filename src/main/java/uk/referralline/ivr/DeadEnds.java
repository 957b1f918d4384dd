package uk.referralline.ivr;

import java.util.Set;
import java.util.TreeSet;

/** Steps from which no last words can be reached. */
final class DeadEnds implements Check {

    @Override
    public void look(Subject subject) {
        Set<String> ending = new TreeSet<>();
        while (grows(subject, ending)) {
            // Once more: each round finds the steps that are one step farther from an end.
        }
        for (String name : subject.names()) {
            if (!ending.contains(name)) {
                subject.error(name, "No way leads from here to an end.", "Lead on to a step that has \"end\".");
            }
        }
    }

    private static boolean grows(Subject subject, Set<String> ending) {
        int before = ending.size();
        for (String name : subject.names()) {
            Step step = subject.step(name);
            if (step.targets().isEmpty() || step.targets().stream().anyMatch(ending::contains)) {
                ending.add(name);
            }
        }
        return ending.size() > before;
    }
}
