package uk.referralline.ivr;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Places in a prompt that the line cannot fill, or must not: a caller's number, name or history is never spoken (law L12), but
 * for what they have just keyed in.
 */
final class Placeholders implements Check {
    private static final String KEYED = "keyed";
    private static final Pattern MARK = Pattern.compile("[\\[{][^\\s\\]}]*[\\]}]?|[\\]}]");
    private static final Set<String> SPOKEN = new TreeSet<>(Set.of(KEYED, Facts.DUE, Facts.OPENS, Facts.REFERENCE));

    @Override
    public void look(Subject subject) {
        Set<String> readBacks = readBacks(subject);
        for (Words words : subject.script().languages().values()) {
            for (String key : new TreeSet<>(words.prompts().keySet())) {
                Set<String> places = places(words, key);
                places.stream()
                        .filter(place -> !SPOKEN.contains(place))
                        .forEach(place -> refuse(subject, words, key, place));
                if (places.contains(KEYED) && !readBacks.contains(key)) {
                    subject.promptError(
                            words, key, "{keyed} is only known while a number is read back.", "Take it out here.");
                }
                if (!places.contains(KEYED) && readBacks.contains(key)) {
                    subject.promptError(
                            words, key, "This reads back what was keyed in, without saying it.", "Add {keyed}.");
                }
                translated(subject, words, key, places);
                marks(subject, words, key);
            }
        }
    }

    /** What is left of braces and brackets would be read out. */
    private static void marks(Subject subject, Words words, String key) {
        String rest = Words.PLACEHOLDER
                .matcher(words.all(key).replace(Words.PAUSE, " "))
                .replaceAll(" ");
        Matcher mark = MARK.matcher(rest);
        if (mark.find()) {
            subject.promptError(
                    words,
                    key,
                    "\"%s\" would be read out.".formatted(mark.group()),
                    "Write %s or {%s}, or take it out.".formatted(Words.PAUSE, String.join("}, {", SPOKEN)));
        }
    }

    private static Set<String> readBacks(Subject subject) {
        return subject.script().steps().values().stream()
                .filter(KeyIn.class::isInstance)
                .flatMap(step -> ((KeyIn) step).readBack().stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> places(Words words, String key) {
        return Words.PLACEHOLDER
                .matcher(words.all(key))
                .results()
                .map((MatchResult place) -> place.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void refuse(Subject subject, Words words, String key, String place) {
        boolean personal = place.equals(Facts.CALLER_NUMBER) || subject.script().isAnswer(place);
        subject.promptError(
                words,
                key,
                personal
                        ? "{%s} would say aloud what is the caller's own.".formatted(place)
                        : "{%s} is nothing that the line can fill in.".formatted(place),
                "It can be {%s}.".formatted(String.join("}, {", SPOKEN)));
    }

    private static void translated(Subject subject, Words words, String key, Set<String> places) {
        Words first = subject.script().languages().get(Script.FIRST_LANGUAGE);
        if (first.prompts().containsKey(key) && !places(first, key).equals(places)) {
            subject.promptError(
                    words,
                    key,
                    "It fills in other things than the English words do.",
                    "Use the same places in braces as in prompts/%s.yaml.".formatted(first.language()));
        }
    }
}
