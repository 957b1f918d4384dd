package uk.referralline.casework;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import uk.referralline.yaml.Entry;

/**
 * One line of a table: whoever gave all of these answers has this result.
 *
 * @param answers for each field what must have been said
 * @param line in the file, counted from 1
 */
record DatedRule<R>(R result, Map<String, Wanted> answers, int line) {

    DatedRule {
        if (answers.isEmpty()) {
            throw new IllegalArgumentException("a rule asks for at least one answer");
        }
        answers = Map.copyOf(answers);
    }

    /** Empty when a fault was noted. */
    static <R> Optional<DatedRule<R>> read(Entry rule, Map<String, RuleField> fields, DatedRules.Kind<R> kind) {
        rule.onlyKeys(kind.keys().toArray(String[]::new));
        Optional<R> result = kind.result(rule);
        Map<String, Wanted> answers =
                rule.required("if").map(condition -> answers(condition, fields)).orElse(Map.of());
        if (result.isEmpty() || answers.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DatedRule<>(result.get(), answers, rule.line()));
    }

    private static Map<String, Wanted> answers(Entry condition, Map<String, RuleField> fields) {
        condition.onlyKeys(fields.keySet().toArray(String[]::new));
        Map<String, Wanted> answers = new HashMap<>();
        Map<String, Entry> asked = condition.isMap() ? condition.children() : Map.of();
        asked.forEach((name, words) -> Optional.ofNullable(fields.get(name))
                .flatMap(field -> field.wanted(words))
                .ifPresent(wanted -> answers.put(name, wanted)));
        if (asked.isEmpty()) {
            condition.fault("This rule fits everybody; name the answers it is for, such as {person-status: …}.");
        }
        return answers;
    }

    /** Whether this was answered, and all of it. What was not asked is no answer. */
    boolean fits(Map<String, String> facts) {
        return answers.entrySet().stream()
                .allMatch(each ->
                        facts.containsKey(each.getKey()) && each.getValue().fits(facts.get(each.getKey())));
    }

    /** Whether this fits wherever the other does, so that after this the other is never reached. */
    boolean hides(DatedRule<R> other) {
        return answers.entrySet().stream()
                .allMatch(each -> other.answers.containsKey(each.getKey())
                        && each.getValue().covers(other.answers.get(each.getKey())));
    }
}
