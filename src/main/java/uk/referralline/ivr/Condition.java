package uk.referralline.ivr;

import java.util.List;
import java.util.Map;

/**
 * Holds when every field named has one of its words. A phone number is asked for its kind ({@code mobile}); any field may be
 * asked whether it is {@code known} or {@code missing}.
 */
record Condition(Map<String, List<String>> wanted) {
    static final String KNOWN = "known";
    static final String MISSING = "missing";

    Condition {
        wanted = Map.copyOf(wanted);
    }

    boolean holds(Scene scene, CallState here) {
        return wanted.entrySet().stream().allMatch(each -> holds(scene, here, each.getKey(), each.getValue()));
    }

    private static boolean holds(Scene scene, CallState here, String field, List<String> words) {
        String value = here.answer(field).orElse("");
        if (value.isBlank()) {
            return words.contains(MISSING);
        }
        return words.contains(KNOWN) || words.contains(scene.word(field, value));
    }
}
