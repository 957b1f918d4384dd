package uk.referralline.ivr;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fills fields without asking: from a word, or from another field when it names one with {@code $}. */
record Assign(Map<String, String> values, String then) implements Step {
    static final String FROM_FIELD = "$";

    Assign {
        values = Map.copyOf(values);
    }

    @Override
    public Move arrive(Scene scene, CallState here) {
        Map<String, String> filled = new LinkedHashMap<>();
        values.forEach((field, value) -> filled.put(field, value(here, value)));
        return Move.to(here.knowing(filled), then);
    }

    private static String value(CallState here, String value) {
        return value.startsWith(FROM_FIELD) ? here.answer(value.substring(1)).orElse("") : value;
    }

    @Override
    public ScriptMap.Sketch sketch() {
        List<String> notes = values.keySet().stream().sorted().toList();
        return new ScriptMap.Sketch(ScriptMap.Kind.NOTES, notes, List.of(ScriptMap.Way.on(then)));
    }

    @Override
    public List<String> targets() {
        return List.of(then);
    }

    @Override
    public List<String> prompts() {
        return List.of();
    }

    /** The fields and facts that are copied. */
    List<String> copied() {
        return values.values().stream()
                .filter(value -> value.startsWith(FROM_FIELD))
                .map(value -> value.substring(1))
                .sorted()
                .toList();
    }

    @Override
    public Set<String> mayFill() {
        return values.keySet();
    }

    @Override
    public Set<String> certain(String target, Set<String> known) {
        Set<String> certain = new HashSet<>();
        values.forEach((field, value) -> {
            boolean copied = value.startsWith(FROM_FIELD);
            if (!copied) {
                certain.add(field + "=" + value);
            }
            if (!copied || known.contains(value.substring(1))) {
                certain.add(field);
            }
        });
        return certain;
    }
}
