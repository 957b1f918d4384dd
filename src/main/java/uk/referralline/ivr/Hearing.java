package uk.referralline.ivr;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How a prompt's words reach an ear: the keys they name, and the stretches between two rests. */
final class Hearing {
    private static final Pattern KEY = Pattern.compile("(?<![\\p{L}\\p{N}])\\p{Nd}(?![\\p{L}\\p{N}])");
    private static final Pattern PRESS = Pattern.compile("\\bpress (?:the )?([0-9])\\b", Pattern.CASE_INSENSITIVE);

    /** The voice rests at a pause and at the marks of each of our languages. */
    private static final Pattern REST = Pattern.compile("\\[pause]|[.?!:;,\\u0964\\u06D4\\u061F\\u060C]");

    private Hearing() {}

    /** Single figures, which in a menu are keys, in any language. */
    static TreeSet<String> keys(String text) {
        return new TreeSet<>(figures(text));
    }

    /** Single figures in their order, whatever digits a language writes, as 0 to 9. */
    static List<String> figures(String text) {
        return KEY.matcher(text)
                .results()
                .map(found -> String.valueOf(Character.digit(found.group().codePointAt(0), 10)))
                .toList();
    }

    /** The keys that an English prompt tells the caller to press. */
    static TreeSet<String> pressed(String text) {
        return PRESS.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
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
