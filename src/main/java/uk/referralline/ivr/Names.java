package uk.referralline.ivr;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import uk.referralline.yaml.Entry;

/** The names that a script declares; asked for another one, it notes a fault with a suggestion. */
record Names(Map<String, Field> fields, Set<String> steps, Map<String, Words> languages) {

    String step(Entry entry) {
        entry.oneOf(new ArrayList<>(steps));
        return entry.text();
    }

    Optional<Field> field(Entry entry) {
        return entry.oneOf(List.copyOf(fields.keySet())).map(fields::get);
    }

    /** A prompt that every language has. */
    String prompt(Entry entry) {
        String key = entry.text();
        Words first = languages.get(Script.FIRST_LANGUAGE);
        if (first != null) {
            entry.oneOf(List.copyOf(first.prompts().keySet()));
        }
        languages.forEach((tag, words) -> {
            if (words != first && !words.prompts().containsKey(key)) {
                entry.fault("The prompt \"%s\" is missing in prompts/%s.yaml.".formatted(key, tag));
            }
        });
        return key;
    }

    List<String> prompts(Entry entry) {
        return entry.items().stream().map(this::prompt).toList();
    }

    /** {@code field: word} or {@code field: [word, word]} lines. */
    Condition condition(Entry entry) {
        Map<String, List<String>> wanted = new java.util.LinkedHashMap<>();
        entry.children().forEach((field, words) -> {
            if (!fields.containsKey(field) && !Facts.ALL.contains(field)) {
                Set<String> known = new TreeSet<>(fields.keySet());
                known.addAll(Facts.ALL);
                words.fault("\"%s\" is no field; the fields are %s.".formatted(field, String.join(", ", known)));
            }
            wanted.put(field, words.texts());
            words.items().forEach(word -> checkWord(field, word));
        });
        return new Condition(wanted);
    }

    private void checkWord(String name, Entry word) {
        Field field = fields.get(name);
        if (field == null || !field.type().isChosen()) {
            return;
        }
        List<String> possible = new ArrayList<>(field.values());
        possible.addAll(List.of(Condition.KNOWN, Condition.MISSING));
        word.oneOf(possible);
    }
}
