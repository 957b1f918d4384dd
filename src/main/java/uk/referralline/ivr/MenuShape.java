package uk.referralline.ivr;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
        boolean zero = ask.prompts().stream()
                .map(Prompt::of)
                .anyMatch(prompt -> Hearing.keys(words.written(prompt)).contains(PERSON));
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
        int levels = ask.keep().isPresent() ? 0 : new Levels(subject).below(name);
        if (levels > MOST_LEVELS) {
            subject.error(
                    name,
                    "From here a caller goes through %d menus, one in the other; the most is %d."
                            .formatted(levels, MOST_LEVELS),
                    "Ask in fewer menus.");
        }
    }

    /** How many menus lie one in the other, by the shortest way to each. A question that is answered, and "back", end the count. */
    private record Levels(Subject subject) {

        int below(String menu) {
            Set<String> seen = new HashSet<>();
            int levels = 0;
            for (Set<String> level = Set.of(menu); !level.isEmpty(); level = next(level, seen)) {
                levels++;
                seen.addAll(level);
            }
            return levels;
        }

        private Set<String> next(Set<String> level, Set<String> seen) {
            Set<String> menus = new HashSet<>();
            Deque<String> ahead = new ArrayDeque<>();
            level.forEach(menu -> ahead.addAll(chosen(menu)));
            while (!ahead.isEmpty()) {
                String name = ahead.poll();
                if (isMenu(name) && !seen.contains(name)) {
                    menus.add(name);
                } else if (leadsOn(subject.step(name)) && seen.add(name)) {
                    ahead.addAll(subject.step(name).targets());
                }
            }
            return menus;
        }

        private List<String> chosen(String menu) {
            return ((Ask) subject.step(menu))
                    .choices().values().stream().map(Ask.Choice::then).toList();
        }

        private static boolean leadsOn(Step step) {
            return !step.waits() && !(step instanceof Back);
        }

        private boolean isMenu(String name) {
            return subject.step(name) instanceof Ask ask && ask.keep().isEmpty();
        }
    }
}
