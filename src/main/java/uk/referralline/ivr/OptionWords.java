package uk.referralline.ivr;

import java.util.Set;
import java.util.TreeSet;
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
        if (!(subject.step(name) instanceof Ask ask) || !words.prompts().containsKey(ask.prompt())) {
            return;
        }
        Words.Wording wording = words.prompts().get(ask.prompt());
        offered(subject, words, ask, wording.say());
        offered(subject, words, ask, wording.again());
        counted(subject, words, ask.prompt(), wording.say());
    }

    private static void offered(Subject subject, Words words, Ask ask, String text) {
        Set<String> unoffered = new TreeSet<>(ask.choices().keySet());
        unoffered.removeAll(Hearing.pressed(text));
        if (!unoffered.isEmpty()) {
            subject.promptError(
                    words,
                    ask.prompt(),
                    "The key %s is a choice and is not offered.".formatted(String.join(", ", unoffered)),
                    "Say \"press %s\" in both wordings.".formatted(String.join("\", \"press ", unoffered)));
        }
        Set<String> unknown = Hearing.pressed(text);
        unknown.remove(PERSON);
        unknown.removeAll(ask.choices().keySet());
        if (!unknown.isEmpty()) {
            subject.promptError(
                    words,
                    ask.prompt(),
                    "The key %s is offered and is no choice.".formatted(String.join(", ", unknown)),
                    "Take it out, or add it to the step's choices.");
        }
    }

    private static void counted(Subject subject, Words words, String key, String text) {
        Matcher told = COUNT.matcher(text);
        int offered = Hearing.pressed(text).size();
        if (told.find() && Integer.parseInt(told.group(1)) != offered) {
            subject.promptError(
                    words,
                    key,
                    "It says %s choices and offers %d.".formatted(told.group(1), offered),
                    "Say how many there really are, 0 included.");
        }
    }
}
