package uk.referralline.ivr;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A call script to look at: its steps and the ways between them, for drawings and pages. Only steps that a call can come to
 * are in it, in the order in which a call may come to them.
 *
 * @param start the first step
 * @param person where 0 leads, everywhere
 * @param otherLanguage where 9 leads, everywhere
 */
public record ScriptMap(String start, String person, Optional<String> otherLanguage, List<Place> places) {

    /** What a step is, as a caller would put it. */
    public enum Kind {
        /** Words, and on. */
        SAYS,
        /** A choice of one key. */
        ASKS,
        /** Digits to key in. */
        KEYS_IN,
        /** A message after a tone. */
        RECORDS,
        /** A person is rung, and the caller put through. */
        TRANSFERS,
        /** Decides by what is known; the caller notices nothing. */
        DECIDES,
        /** Notes something without asking; the caller notices nothing. */
        NOTES,
        /** Something is kept: a callback, a referral, a text. */
        DOES,
        /** The last words. */
        ENDS
    }

    /**
     * One step.
     *
     * @param words what it says, in the language of the map, sentence after sentence; blank when it says nothing
     * @param details what else a reader should know, such as {@code request-callback} or {@code number}
     */
    public record Place(String name, Kind kind, String words, List<String> details, List<Way> ways) {
        public Place {
            details = List.copyOf(details);
            ways = List.copyOf(ways);
        }
    }

    /**
     * A way from one step to another.
     *
     * @param label the key and what it stands for, or the condition; blank when there is nothing to choose
     * @param missed true when it is taken because the caller was silent or pressed wrong keys
     */
    public record Way(String label, String to, boolean missed) {
        static Way on(String to) {
            return new Way("", to, false);
        }

        static Way when(String label, String to) {
            return new Way(label, to, false);
        }

        static Way missed(String label, String to) {
            return new Way(label, to, true);
        }
    }

    public ScriptMap {
        places = List.copyOf(places);
    }

    /** The map of a script, with its words in its first language. */
    public static ScriptMap of(Script script) {
        return of(script, Script.FIRST_LANGUAGE);
    }

    /** The same with its words in another language that it has. */
    public static ScriptMap of(Script script, String language) {
        Words words = script.languages().get(language);
        Set<String> reached = new LinkedHashSet<>();
        List<Place> places = new ArrayList<>();
        visit(script, script.start(), words, reached, places);
        visit(script, script.person(), words, reached, places);
        script.otherLanguage().ifPresent(other -> visit(script, other, words, reached, places));
        return new ScriptMap(script.start(), script.person(), script.otherLanguage(), places);
    }

    private static void visit(Script script, String from, Words words, Set<String> reached, List<Place> places) {
        Deque<String> waiting = new ArrayDeque<>(List.of(from));
        while (!waiting.isEmpty()) {
            String name = waiting.remove();
            if (reached.add(name)) {
                Step step = script.step(name);
                Sketch sketch = step.sketch();
                places.add(new Place(name, sketch.kind(), words(words, step), sketch.details(), sketch.ways()));
                sketch.ways().forEach(way -> waiting.add(way.to()));
            }
        }
    }

    private static String words(Words words, Step step) {
        List<String> said =
                step.drawn().stream().map(key -> words.prompts().get(key).say()).toList();
        return String.join(" ", said).replace(Words.PAUSE, " ").replaceAll("\\s+", " ");
    }

    /** The place of that name. @throws java.util.NoSuchElementException if no call can come to such a step */
    public Place place(String name) {
        return places.stream()
                .filter(place -> place.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /**
     * How a step draws itself.
     *
     * @param details as in {@link Place}
     */
    record Sketch(Kind kind, List<String> details, List<Way> ways) {}
}
