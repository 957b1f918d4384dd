package uk.referralline.ivr;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Menus that are hard to use by ear: too many choices, keys in no order, too deep. The limits are those of the Irish Centre
 * for Excellence in Universal Design and ISO/IEC 13714: at most 4 choices and 3 levels, keys ascending from 1 without gaps,
 * and 0 for a person and for nothing else.
 */
final class MenuShape implements Check {
    private static final int MOST_CHOICES = 4;
    private static final int MOST_LEVELS = 3;
    private static final String PERSON = "0";

    /** Stands apart, as 0 does: another language. */
    private static final String LANGUAGE = "9";

    @Override
    public void look(Subject subject) {
        for (String name : subject.names()) {
            if (subject.step(name) instanceof Ask ask) {
                choices(subject, name, ask);
                keys(subject, name);
                person(subject, name, ask);
                levels(subject, name, ask);
            }
        }
    }

    private static void choices(Subject subject, String name, Ask ask) {
        Words words = subject.script().languages().get(Script.FIRST_LANGUAGE);
        boolean zero = Hearing.keys(words.written(Prompt.of(ask.prompt()))).contains(PERSON);
        long choices = ask.choices().keySet().stream()
                        .filter(key -> !key.equals(LANGUAGE))
                        .count()
                + (zero ? 1 : 0);
        if (ask.choices().isEmpty()) {
            subject.error(name, "Nothing can be chosen here.", "Add choices, or say it with \"say\".");
        }
        if (choices > MOST_CHOICES) {
            subject.error(
                    name,
                    "%d choices are more than anybody keeps in mind; the most is %d, with 0."
                            .formatted(choices, MOST_CHOICES),
                    "Split the menu, the most used first.");
        }
    }

    private static void keys(Subject subject, String name) {
        List<String> written = new ArrayList<>(subject.places().keys(name));
        written.remove(LANGUAGE);
        List<String> wanted = new ArrayList<>();
        for (int key = 1; key <= written.size(); key++) {
            wanted.add(String.valueOf(key));
        }
        if (!written.equals(wanted)) {
            subject.error(
                    name,
                    "The keys are %s.".formatted(String.join(", ", written)),
                    "Number the choices %s, in this order.".formatted(String.join(", ", wanted)));
        }
    }

    private static void person(Subject subject, String name, Ask ask) {
        if (ask.keep().isPresent()) {
            return;
        }
        ask.choices().forEach((key, choice) -> {
            if (choice.then().equals(subject.script().person())) {
                subject.error(
                        name,
                        "%s leads to a person here, and 0 does so everywhere.".formatted(key),
                        "Leave the choice out, and say in the prompt that 0 leads to a person.");
            }
        });
    }

    private static void levels(Subject subject, String name, Ask ask) {
        // The language menu leads back to the first menu, from wherever it was asked for.
        boolean apart = subject.script().otherLanguage().filter(name::equals).isPresent();
        int levels = apart || ask.keep().isPresent() ? 0 : depth(subject, name, new HashSet<>());
        if (levels > MOST_LEVELS) {
            subject.error(
                    name,
                    "From here a caller goes through %d menus, one in the other; the most is %d."
                            .formatted(levels, MOST_LEVELS),
                    "Ask in fewer menus.");
        }
    }

    /** How many menus follow one another from here, this one included; a question that is answered ends the count. */
    private static int depth(Subject subject, String name, Set<String> above) {
        Step step = subject.step(name);
        boolean menu = step instanceof Ask;
        if (step.waits() && (!menu || ((Ask) step).keep().isPresent()) || !above.add(name)) {
            return 0;
        }
        List<String> chosen = step instanceof Ask ask
                ? ask.choices().values().stream().map(Ask.Choice::then).toList()
                : step.targets();
        int below = chosen.stream()
                .distinct()
                .mapToInt(target -> depth(subject, target, above))
                .max()
                .orElse(0);
        above.remove(name);
        return below + (menu ? 1 : 0);
    }
}
