package uk.referralline.ivr;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Menus whose words and keys do not agree, and options that say the key before its meaning. "For staff, press 2", never
 * "press 2 for staff": whoever hears the key first has forgotten it when the meaning comes (W3C COGA, ISO/IEC 13714).
 */
final class OptionWords implements Check {
    private static final Pattern KEY_FIRST =
            Pattern.compile("\\bpress (?:[0-9]|hash|star) (?:for|to|if)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern COUNT =
            Pattern.compile("\\bthere are ([0-9]) (?:choices|options)\\b", Pattern.CASE_INSENSITIVE);
    private static final String PERSON = "0";

    @Override
    public void look(Subject subject) {
        for (Words words : subject.script().languages().values()) {
            if (words.isEnglish()) {
                new TreeSet<>(words.prompts().keySet()).forEach(key -> order(subject, words, key));
                subject.names().forEach(name -> menu(subject, words, name));
            }
        }
    }

    private static void order(Subject subject, Words words, String key) {
        Matcher found = KEY_FIRST.matcher(words.all(key));
        if (found.find()) {
            subject.promptError(
                    words,
                    key,
                    "\"%s\" says the key before what it is for.".formatted(found.group()),
                    "Say \"to leave a message, press 1\".");
        }
    }

    private static void menu(Subject subject, Words words, String name) {
        if (!(subject.step(name) instanceof Ask ask)
                || !words.prompts().keySet().containsAll(ask.prompts())) {
            return;
        }
        offered(subject, words, ask, Words.Wording::say);
        offered(subject, words, ask, Words.Wording::again);
        ask.prompts().forEach(key -> counted(subject, words, key, ask));
    }

    private static void offered(Subject subject, Words words, Ask ask, Function<Words.Wording, String> part) {
        String key = ask.prompts().get(ask.prompts().size() - 1);
        Set<String> unoffered = new TreeSet<>(ask.choices().keySet());
        unoffered.removeAll(pressed(words, ask, part));
        if (!unoffered.isEmpty()) {
            subject.promptError(
                    words,
                    key,
                    "The key %s is a choice and is not offered.".formatted(String.join(", ", unoffered)),
                    "Say \"press %s\" in both wordings.".formatted(String.join("\", \"press ", unoffered)));
        }
        Set<String> unknown = pressed(words, ask, part);
        unknown.remove(PERSON);
        unknown.removeAll(ask.choices().keySet());
        if (!unknown.isEmpty()) {
            subject.promptError(
                    words,
                    key,
                    "The key %s is offered and is no choice.".formatted(String.join(", ", unknown)),
                    "Take it out, or add it to the step's choices.");
        }
    }

    /** The keys that all prompts of a menu tell to press; those in another language have no figures but their keys. */
    private static Set<String> pressed(Words words, Ask ask, Function<Words.Wording, String> part) {
        Set<String> pressed = new TreeSet<>();
        for (String key : ask.prompts()) {
            Words.Wording wording = words.prompts().get(key);
            String text = part.apply(wording);
            boolean english = wording.in().filter(tag -> !Words.isEnglish(tag)).isEmpty();
            pressed.addAll(english ? Hearing.pressed(text) : Hearing.keys(text));
        }
        return pressed;
    }

    private static void counted(Subject subject, Words words, String key, Ask ask) {
        Matcher told = COUNT.matcher(words.prompts().get(key).say());
        int offered = pressed(words, ask, Words.Wording::say).size();
        if (told.find() && Integer.parseInt(told.group(1)) != offered) {
            subject.promptError(
                    words,
                    key,
                    "It says %s choices and offers %d.".formatted(told.group(1), offered),
                    "Say how many there really are, 0 included.");
        }
    }
}
