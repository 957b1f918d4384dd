package uk.referralline.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import uk.referralline.ivr.ScriptMap;
import uk.referralline.ivr.ScriptMap.Place;

/** The words in a step's box and how much room they need. Fonts differ between printers, so the room is generous. */
final class Boxes {
    static final double LINE = 15;
    static final double PADDING = 6;

    private static final int WIDE = 28;
    private static final int WIDE_LABEL = 24;
    private static final char UNBROKEN = '\u00a0';
    private static final int MOST_LINES = 2;
    private static final double CHARACTER = 6.6;
    private static final double BOLD_CHARACTER = 7.4;

    private Boxes() {}

    /** The first words of what a step says, in lines. */
    static List<String> words(Place place) {
        List<String> lines = wrapped(place.words(), WIDE);
        if (lines.size() <= MOST_LINES) {
            return lines;
        }
        List<String> first = new ArrayList<>(lines.subList(0, MOST_LINES));
        first.set(MOST_LINES - 1, first.get(MOST_LINES - 1) + " …");
        return first;
    }

    /** What is kept or done, as a last line; what the step's name says already is left out. */
    static List<String> details(Place place) {
        boolean plain = place.kind() == ScriptMap.Kind.DOES;
        return place.details().stream()
                .filter(detail -> !detail.equals(place.name()))
                .map(detail -> plain ? detail : "keeps " + detail)
                .toList();
    }

    static double width(Place place) {
        double words = words(place).stream().mapToInt(String::length).max().orElse(0) * CHARACTER;
        double details = details(place).stream().mapToInt(String::length).max().orElse(0) * CHARACTER;
        double name = place.name().length() * BOLD_CHARACTER;
        return Math.max(name, Math.max(words, details)) + 2 * PADDING;
    }

    static double height(Place place) {
        return (1 + words(place).size() + details(place).size()) * LINE + 2 * PADDING;
    }

    /** What is written at a line, in lines of its own; a key stays with its word. */
    static List<String> label(List<String> ways) {
        List<String> labels = ways.stream().filter(way -> !way.isBlank()).toList();
        if (labels.size() == 1) {
            return wrapped(labels.get(0), WIDE_LABEL);
        }
        String joined = labels.stream().map(way -> way.replace(' ', UNBROKEN)).collect(Collectors.joining(", "));
        return labels.isEmpty() ? List.of() : wrapped(joined, WIDE_LABEL);
    }

    /** The room that words need in one line. */
    static double width(String words) {
        return words.length() * CHARACTER + 4;
    }

    static List<String> wrapped(String text, int wide) {
        List<String> lines = new ArrayList<>();
        var line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > wide) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        if (line.length() > 0) {
            lines.add(line.toString());
        }
        return lines;
    }
}
