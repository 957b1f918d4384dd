package uk.referralline.casework;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import uk.referralline.yaml.Entry;

/**
 * What an advocate reads beside a {@link Disposition}.
 *
 * @param label a few words, to choose by
 * @param hint one sentence: when to choose it, and what happens then
 */
public record DispositionWords(String label, String hint) {

    public DispositionWords {
        if (label.isBlank() || hint.isBlank()) {
            throw new IllegalArgumentException("a disposition has a label and a hint");
        }
    }

    /** Every disposition there is; one that is missing, or has no words, is a fault. */
    static Map<Disposition, DispositionWords> read(Entry list) {
        Map<Disposition, DispositionWords> words = new EnumMap<>(Disposition.class);
        list.onlyKeys(Disposition.words().toArray(String[]::new));
        for (Disposition each : Disposition.values()) {
            list.required(each.word()).flatMap(DispositionWords::one).ifPresent(found -> words.put(each, found));
        }
        return words;
    }

    private static Optional<DispositionWords> one(Entry entry) {
        entry.onlyKeys("label", "hint");
        Optional<String> label = words(entry, "label", "a few words for an advocate to choose by");
        Optional<String> hint = words(entry, "hint", "a sentence that says when to choose this");
        return label.flatMap(found -> hint.map(sentence -> new DispositionWords(found, sentence)));
    }

    private static Optional<String> words(Entry entry, String key, String form) {
        return entry.required(key).flatMap(found -> found.value(form, Function.identity()));
    }
}
