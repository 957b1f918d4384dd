package uk.referralline.ivr;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Conditions that can never hold, or that always hold: a way that nobody takes. */
final class NeverOrAlways implements Check {

    @Override
    public void look(Subject subject) {
        Known known = subject.known();
        Set<String> filled = filled(subject);
        for (String name : subject.names()) {
            if (known.reached(name) && subject.step(name) instanceof Branch branch) {
                new Look(subject, name, known.at(name), filled).at(branch);
            }
        }
    }

    /** All that some step fills, or the line knows. */
    private static Set<String> filled(Subject subject) {
        Set<String> filled = new HashSet<>(Facts.ALL);
        Unreachable.reached(subject.script())
                .forEach(name -> filled.addAll(subject.step(name).mayFill()));
        return filled;
    }

    /** One branch, and what is certain there. */
    private record Look(Subject subject, String name, Set<String> certain, Set<String> filled) {

        void at(Branch branch) {
            Set<Condition> before = new HashSet<>();
            for (Branch.Way way : branch.ways()) {
                String written = written(way.condition());
                if (!before.add(way.condition()) || never(way.condition())) {
                    subject.warning(name, "{%s} can never hold here.".formatted(written), "Remove it.");
                } else if (always(way.condition())) {
                    subject.warning(
                            name, "{%s} always holds here.".formatted(written), "Remove the ways that come after it.");
                }
            }
        }

        private boolean never(Condition condition) {
            return condition.wanted().entrySet().stream().anyMatch(each -> never(each.getKey(), each.getValue()));
        }

        private boolean never(String field, List<String> words) {
            if (certain.contains(field)) {
                return words.equals(List.of(Condition.MISSING)) || otherWord(field, words);
            }
            return !filled.contains(field) && !words.contains(Condition.MISSING);
        }

        private boolean otherWord(String field, List<String> words) {
            return certain.stream()
                    .filter(fact -> fact.startsWith(field + "="))
                    .map(fact -> fact.substring(field.length() + 1))
                    .anyMatch(word -> !words.contains(word) && !words.contains(Condition.KNOWN));
        }

        private boolean always(Condition condition) {
            return condition.wanted().entrySet().stream().allMatch(each -> always(each.getKey(), each.getValue()));
        }

        private boolean always(String field, List<String> words) {
            if (!certain.contains(field)) {
                return !filled.contains(field) && words.contains(Condition.MISSING);
            }
            return words.contains(Condition.KNOWN)
                    || words.stream().anyMatch(word -> certain.contains(field + "=" + word))
                    || words.containsAll(possible(field));
        }

        private List<String> possible(String field) {
            Field declared = subject.script().fields().get(field);
            boolean chosen = declared != null && declared.type().isChosen();
            return chosen ? declared.values() : List.of(Condition.KNOWN);
        }

        private static String written(Condition condition) {
            return String.join(
                    ", ",
                    condition.wanted().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(each -> each.getKey() + ": " + words(each.getValue()))
                            .toList());
        }

        private static String words(List<String> words) {
            return words.size() == 1 ? words.get(0) : words.toString();
        }
    }
}
