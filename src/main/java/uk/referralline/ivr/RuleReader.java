package uk.referralline.ivr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.referralline.yaml.Entry;

/** Reads what holds everywhere in a script: urgency, hang-ups, and the effects that steps and hang-ups have. */
final class RuleReader {
    private static final List<String> LEVELS = List.of("U1", "U2", "U3");

    private final Names names;

    RuleReader(Names names) {
        this.names = names;
    }

    List<Script.UrgencyRule> urgency(Optional<Entry> written) {
        List<Script.UrgencyRule> rules = new ArrayList<>();
        for (Entry rule : written.map(Entry::items).orElse(List.of())) {
            rule.onlyKeys("level", "if");
            Optional<String> level = rule.required("level").flatMap(each -> each.oneOf(LEVELS));
            Optional<Condition> condition = rule.required("if").map(names::condition);
            level.ifPresent(word -> condition.ifPresent(holds -> rules.add(new Script.UrgencyRule(word, holds))));
        }
        return rules;
    }

    List<Script.HangUpRule> hangUp(Optional<Entry> written) {
        List<Script.HangUpRule> rules = new ArrayList<>();
        for (Entry rule : written.map(Entry::items).orElse(List.of())) {
            rule.onlyKeys("if", "do");
            Optional<Condition> condition = rule.required("if").map(names::condition);
            List<Deed> deeds = rule.child("do").map(this::deeds).orElse(List.of());
            condition.ifPresent(holds -> rules.add(new Script.HangUpRule(holds, deeds)));
        }
        return rules;
    }

    /** {@code request-callback}, {@code {send-text: callback-booked}}, or a list of such. */
    List<Deed> deeds(Entry written) {
        return written.items().stream()
                .map(this::deed)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Deed> deed(Entry written) {
        if (written.isText()) {
            return written.oneOf(Deed.Kind.words()).map(word -> new Deed(Deed.Kind.of(word), ""));
        }
        if (!written.isMap() || written.children().size() != 1) {
            written.fault("An effect is one word, or one \"word: what\".");
            return Optional.empty();
        }
        written.onlyKeys(Deed.Kind.words().toArray(String[]::new));
        var only = written.children().entrySet().iterator().next();
        return Deed.Kind.words().contains(only.getKey())
                ? Optional.of(
                        new Deed(Deed.Kind.of(only.getKey()), only.getValue().text()))
                : Optional.empty();
    }
}
