package uk.referralline.ivr;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which calls are alike: at the same place, with answers that differ only where nothing in the script asks. An exploration
 * that follows one of them has followed them all. How urgent a request is makes no difference to where a call goes, so what
 * only the urgency rules ask is left out.
 */
public final class Likeness {
    /** For a field of which it makes a difference that there is an answer. */
    public static final String KNOWN = Condition.KNOWN;

    private static final List<String> ANY = List.of(KNOWN);

    private final Scene scene;
    private final SortedMap<String, Set<String>> asked = new TreeMap<>();
    private final Set<String> always = new HashSet<>();
    private final Live live;

    /** @param besides words by field, {@link #KNOWN} among them, that make a difference to whoever explores */
    public Likeness(Script script, Keypad keypad, Map<String, List<String>> besides) {
        scene = new Scene(script, keypad);
        live = new Live(script);
        for (Step step : script.steps().values()) {
            if (step instanceof Branch branch) {
                branch.ways().forEach(way -> asks(way.condition()));
            }
            step.deeds().forEach(this::needs);
        }
        for (Script.HangUpRule rule : script.rules().hangUp()) {
            asks(rule.condition());
            rule.deeds().forEach(this::needs);
        }
        asks(Facts.TRANSFER, List.of(Facts.TAKEN));
        always.add(Facts.TRANSFER);
        besides.forEach(this::asks);
        always.addAll(besides.keySet());
        script.rules().hangUp().forEach(rule -> {
            always.addAll(rule.condition().wanted().keySet());
            rule.deeds().forEach(deed -> always.addAll(deed.kind().needs()));
        });
    }

    private void asks(Condition condition) {
        condition.wanted().forEach(this::asks);
    }

    private void needs(Deed deed) {
        deed.kind().needs().forEach(field -> asks(field, ANY));
    }

    private void asks(String field, List<String> words) {
        if (field.equals(Facts.DUTY)) {
            return; // It is looked up anew at each turn, whatever it was before.
        }
        asked.computeIfAbsent(field, any -> new HashSet<>()).addAll(words);
    }

    /** Equal for two states exactly when they are alike. */
    public String of(CallState state) {
        var key = new StringBuilder(state.step())
                .append('|')
                .append(state.misses())
                .append('|')
                .append(state.confirming() ? kindOfDraft(state) : "")
                .append('|')
                .append(state.answer(Facts.LANGUAGE).orElse(Script.FIRST_LANGUAGE))
                .append('|')
                .append(back(state));
        asked.forEach((field, words) -> key.append('|').append(matters(state, field) ? word(state, field, words) : ""));
        return key.toString();
    }

    /** A field that nothing asks from here on makes no difference; nor where the call will come back to. */
    private boolean matters(CallState state, String field) {
        return always.contains(field) || live.is(field, state.step()) || live.is(field, back(state));
    }

    /** Where the call may yet come back to; blank when no way leads back. */
    private String back(CallState state) {
        return live.is(Facts.BACK, state.step()) ? state.answer(Facts.BACK).orElse("") : "";
    }

    private String kindOfDraft(CallState state) {
        boolean isPhone = scene.script().step(state.step()) instanceof KeyIn keyIn
                && keyIn.field().type() == Field.Type.PHONE;
        return isPhone ? scene.keypad().kind(state.draft()) : "some";
    }

    private String word(CallState state, String field, Set<String> words) {
        String value = state.answer(field).orElse("");
        if (value.isBlank()) {
            return "";
        }
        String word = scene.word(field, value);
        // An answer for which nothing asks is like none, unless it makes a difference that there is one.
        boolean any = words.contains(Condition.KNOWN) || words.contains(Condition.MISSING);
        return words.contains(word) ? word : any ? "+" : "";
    }

    /** The kind of a field's number, or its word; blank when the field is empty. */
    public String word(CallState state, String field) {
        return state.answer(field).map(value -> scene.word(field, value)).orElse("");
    }
}
