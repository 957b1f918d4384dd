package uk.referralline.ivr;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Translations that hide a key or name one too many. Which words tell a caller to press is not known in every language, but a
 * key is a figure in all of them: where the English tells one to press keys, a translation has the same figures.
 */
final class KeysInTranslation implements Check {

    @Override
    public void look(Subject subject) {
        Words english = subject.script().languages().get(Script.FIRST_LANGUAGE);
        for (Words words : subject.script().languages().values()) {
            if (!words.isEnglish()) {
                new TreeSet<>(english.prompts().keySet()).forEach(key -> look(subject, english, words, key));
            }
        }
    }

    private static void look(Subject subject, Words english, Words words, String key) {
        if (!Hearing.pressed(english.all(key)).isEmpty() && words.prompts().containsKey(key)) {
            compare(subject, english, words, key, Words.Wording::say);
            compare(subject, english, words, key, Words.Wording::again);
        }
    }

    private static void compare(
            Subject subject, Words english, Words words, String key, Function<Words.Wording, String> part) {
        List<String> wanted = figures(english, key, part);
        List<String> written = figures(words, key, part);
        if (!written.equals(wanted)) {
            subject.promptError(
                    words,
                    key,
                    "The figures here are %s; in English they are %s.".formatted(told(written), told(wanted)),
                    "Write each key, and how many choices there are, as a figure.");
        }
    }

    private static List<String> figures(Words words, String key, Function<Words.Wording, String> part) {
        List<String> figures =
                new ArrayList<>(Hearing.figures(part.apply(words.prompts().get(key))));
        Collections.sort(figures);
        return figures;
    }

    private static String told(List<String> figures) {
        return figures.isEmpty() ? "none" : String.join(", ", figures);
    }
}
