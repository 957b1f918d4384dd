package uk.referralline.ivr;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import uk.referralline.yaml.Spelling;

/** Conditions that ask for a word which the field or fact never is, such as a misspelt kind of number. */
final class ConditionWords implements Check {

    @Override
    public void look(Subject subject) {
        for (String name : subject.names()) {
            if (subject.step(name) instanceof Branch branch) {
                branch.ways()
                        .forEach(way -> look(subject, way.condition(), (message, suggestion) -> {
                            subject.error(name, message, suggestion);
                        }));
            }
        }
        List<Script.HangUpRule> hangUps = subject.script().rules().hangUp();
        for (int number = 0; number < hangUps.size(); number++) {
            int rule = number;
            look(subject, hangUps.get(rule).condition(), (message, suggestion) -> {
                subject.hangUpError(rule, message, suggestion);
            });
        }
        List<Script.UrgencyRule> urgency = subject.script().rules().urgency();
        for (int number = 0; number < urgency.size(); number++) {
            int rule = number;
            look(subject, urgency.get(rule).condition(), (message, suggestion) -> {
                subject.urgencyError(rule, message, suggestion);
            });
        }
    }

    private static void look(Subject subject, Condition condition, BiConsumer<String, String> tell) {
        for (Map.Entry<String, List<String>> asked : condition.wanted().entrySet()) {
            Optional<Set<String>> possible = words(subject, asked.getKey());
            for (String word : asked.getValue()) {
                if (possible.isPresent() && !possible.get().contains(word)) {
                    tell.accept(
                            "\"%s\" is never \"%s\".".formatted(asked.getKey(), word),
                            hint(word, new TreeSet<>(possible.get())));
                }
            }
        }
    }

    /** What can be asked of a field or fact; empty when that is anything, or the reader has seen to it. */
    private static Optional<Set<String>> words(Subject subject, String name) {
        Set<String> words = new TreeSet<>(Set.of(Condition.KNOWN, Condition.MISSING));
        Field field = subject.script().fields().get(name);
        if (field != null) {
            words.addAll(field.type() == Field.Type.PHONE ? subject.terms().numberKinds() : Set.of());
            return Optional.of(words).filter(any -> !field.type().isChosen() && field.type() != Field.Type.DIGITS);
        }
        switch (name) {
            case Facts.CALLER -> {
                words.addAll(subject.terms().numberKinds());
                words.add(Facts.WITHHELD);
            }
            case Facts.LINE -> words.addAll(Set.of("open", "closed"));
            case Facts.DUTY -> words.addAll(Set.of(Facts.AVAILABLE, Facts.NOBODY));
            case Facts.TRANSFER -> words.addAll(Set.of(Facts.RINGING, Facts.TAKEN, Facts.NOT_TAKEN));
            case Facts.LANGUAGE -> words.addAll(subject.script().languages().keySet());
            default -> {
                // Of the other facts only whether they are known can be asked.
            }
        }
        return Optional.of(words);
    }

    private static String hint(String word, Set<String> possible) {
        return Spelling.nearest(word, possible)
                .map("Did you mean \"%s\"?"::formatted)
                .orElseGet(() -> "It can be %s.".formatted(String.join(", ", possible)));
    }
}
