package uk.referralline.ivr;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    public List<String> targets() {
        return List.of(then);
    }

    @Override
    public List<String> prompts() {
        return List.of();
    }
}
