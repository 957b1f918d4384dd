package uk.referralline.ivr;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** How a prompt's words reach an ear: the keys they name, and the stretches between two rests. */
final class Hearing {
    private static final Pattern KEY = Pattern.compile("(?<![\\p{L}\\p{N}])[0-9](?![\\p{L}\\p{N}])");
    private static final Pattern PRESS = Pattern.compile("\\bpress (?:the )?([0-9])\\b", Pattern.CASE_INSENSITIVE);

    /** The voice rests at a pause and at the marks of each of our languages. */
    private static final Pattern REST = Pattern.compile("\\[pause]|[.?!:;,\\u0964\\u06D4\\u061F\\u060C]");

    private Hearing() {}

    /** Single figures, which in a menu are keys, in any language. */
    static TreeSet<String> keys(String text) {
        return all(KEY, text, 0);
    }

    /** The keys that an English prompt tells the caller to press. */
    static TreeSet<String> pressed(String text) {
        return all(PRESS, text, 1);
    }

    private static TreeSet<String> all(Pattern pattern, String text, int group) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(group))
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
    }

    static int words(String text) {
        return (int) Arrays.stream(text.replace(Words.PAUSE, " ").split("\\s+"))
                .filter(word -> !word.isBlank())
                .count();
    }

    /** What is said between two rests. */
    static List<String> stretches(String text) {
        return Arrays.stream(REST.split(text)).map(String::strip).toList();
    }
}
