package uk.referralline.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is wrong with a form: at most one sentence for each field, in the order of the fields on the page.
 *
 * @param texts a sentence by the name of its field, which is also the field's id on the page
 */
public record Errors(Map<String, String> texts) {
    public static final Errors NONE = new Errors(Map.of());

    public Errors {
        texts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }

    public static Errors of(String field, String sentence) {
        return new Errors(Map.of(field, sentence));
    }

    /** These, and this one unless the field has one already. */
    public Errors and(String field, String sentence) {
        var all = new LinkedHashMap<>(texts);
        all.putIfAbsent(field, sentence);
        return new Errors(all);
    }

    /** These, and this one if something is so. */
    public Errors when(boolean wrong, String field, String sentence) {
        return wrong ? and(field, sentence) : this;
    }

    public boolean any() {
        return !texts.isEmpty();
    }

    public boolean at(String field) {
        return texts.containsKey(field);
    }

    /** The sentence beside a field, or nothing. */
    public String text(String field) {
        return texts.getOrDefault(field, "");
    }

    /** What describes a field to a screen reader: its hint, if it has one, and its error; null writes no attribute. */
    public String describedBy(String field, boolean hint) {
        String ids = List.of(hint ? field + "-hint" : "", at(field) ? field + "-error" : "").stream()
                .filter(id -> !id.isEmpty())
                .collect(Collectors.joining(" "));
        return ids.isEmpty() ? null : ids;
    }
}
