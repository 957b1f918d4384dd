package uk.referralline.casework;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.referralline.yaml.Entry;

/**
 * Something that dated rules may ask about.
 *
 * @param words the answers there are; none when the answer is a number
 */
record RuleField(List<String> words, boolean isNumber) {
    private static final String NUMBER = "number";
    private static final String FORM = "a number such as 5, \"3 or fewer\", \"4 to 7\" or \"10 or more\"";

    RuleField {
        words = List.copyOf(words);
    }

    /** The fields of a file, by name: each with a list of words, or {@code number}. */
    static Map<String, RuleField> all(Entry entry) {
        Map<String, RuleField> fields = new LinkedHashMap<>();
        entry.children().forEach((name, words) -> {
            fields.put(name, one(words));
            if (words.items().isEmpty()) {
                words.fault("\"%s\" has no answers; write them, or take it out.".formatted(name));
            }
        });
        return fields;
    }

    private static RuleField one(Entry words) {
        boolean number = words.isText() && words.text().equals(NUMBER);
        return new RuleField(number ? List.of() : words.texts(), number);
    }

    /** What a rule wants of this field; empty when a fault was noted. */
    Optional<Wanted> wanted(Entry answers) {
        if (isNumber) {
            return answers.value(FORM, Wanted.Range::of).map(Wanted.class::cast);
        }
        if (words.isEmpty()) {
            return Optional.empty();
        }
        if (answers.items().isEmpty()) {
            answers.fault("Write at least one answer here, or take this field out.");
        }
        Set<String> known = answers.items().stream()
                .flatMap(word -> word.oneOf(words).stream())
                .collect(Collectors.toUnmodifiableSet());
        return known.isEmpty() ? Optional.empty() : Optional.of(new Wanted.Words(known));
    }
}
