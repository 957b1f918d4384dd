package uk.referralline.sandbox;

import java.util.ArrayList;
import java.util.List;

/** What was said and done in a call, from its beginning. */
final class Transcript {

    private final List<Line> lines = new ArrayList<>();
    private int sinceTheCaller;

    synchronized void line(Line line) {
        lines.add(line);
    }

    synchronized void line(Line.Kind kind, String text) {
        lines.add(Line.of(kind, text));
    }

    /** The caller does something: what is heard starts afresh. */
    synchronized void caller(Line.Kind kind, String text) {
        lines.add(Line.of(kind, text));
        sinceTheCaller = lines.size();
    }

    synchronized List<Line> all() {
        return List.copyOf(lines);
    }

    synchronized List<Line> sinceTheCaller() {
        return List.copyOf(lines.subList(sinceTheCaller, lines.size()));
    }
}
