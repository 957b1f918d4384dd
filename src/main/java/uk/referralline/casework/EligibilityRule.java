package uk.referralline.casework;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.referralline.yaml.Entry;

/**
 * One line of a table: whoever gave all of these answers has this result.
 *
 * @param answers for each field the words of which one must have been said
 * @param line in the file, counted from 1
 */
record EligibilityRule(Eligibility result, Map<String, Set<String>> answers, int line) {
    private static final List<String> RESULTS =
            Stream.of(Eligibility.values()).map(Enum::name).toList();

    EligibilityRule {
        if (answers.isEmpty()) {
            throw new IllegalArgumentException("a rule asks for at least one answer");
        }
        answers = Map.copyOf(answers);
    }

    /** Empty when a fault was noted. @param fields the words there are for each field */
    static Optional<EligibilityRule> read(Entry rule, Map<String, List<String>> fields) {
        rule.onlyKeys("result", "if", "source");
        rule.required("source")
                .ifPresent(source -> source.value("the section of the Act, or the contract", Function.identity()));
        Optional<Eligibility> result =
                rule.required("result").flatMap(word -> word.oneOf(RESULTS)).map(Eligibility::valueOf);
        Map<String, Set<String>> answers =
                rule.required("if").map(condition -> answers(condition, fields)).orElse(Map.of());
        if (result.isEmpty() || answers.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new EligibilityRule(result.get(), answers, rule.line()));
    }

    private static Map<String, Set<String>> answers(Entry condition, Map<String, List<String>> fields) {
        condition.onlyKeys(fields.keySet().toArray(String[]::new));
        Map<String, Set<String>> answers = new HashMap<>();
        Map<String, Entry> asked = condition.isMap() ? condition.children() : Map.of();
        asked.forEach((field, words) -> {
            Set<String> known = words(words, fields.getOrDefault(field, List.of()));
            if (!known.isEmpty()) {
                answers.put(field, known);
            }
        });
        if (asked.isEmpty()) {
            condition.fault("This rule fits everybody; name the answers it is for, such as {person-status: …}.");
        }
        return answers;
    }

    private static Set<String> words(Entry words, List<String> known) {
        if (known.isEmpty()) {
            return Set.of();
        }
        if (words.items().isEmpty()) {
            words.fault("Write at least one answer here, or take this field out.");
        }
        return words.items().stream()
                .flatMap(word -> word.oneOf(known).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether this was answered, and all of it. What was not asked is no answer. */
    boolean fits(Map<String, String> facts) {
        return answers.entrySet().stream()
                .allMatch(each ->
                        facts.containsKey(each.getKey()) && each.getValue().contains(facts.get(each.getKey())));
    }

    /** Whether this fits wherever the other does, so that after this the other is never reached. */
    boolean hides(EligibilityRule other) {
        return answers.entrySet().stream()
                .allMatch(each -> other.answers.containsKey(each.getKey())
                        && each.getValue().containsAll(other.answers.get(each.getKey())));
    }
}
