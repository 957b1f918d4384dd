package uk.referralline.ivr;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

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

    /** What is certain when it holds, as {@link Step#certain} writes it. */
    Set<String> certain() {
        Set<String> certain = new HashSet<>();
        wanted.forEach((field, words) -> {
            if (words.contains(MISSING)) {
                return;
            }
            certain.add(field);
            if (words.size() == 1 && !words.contains(KNOWN)) {
                certain.add(field + "=" + words.get(0));
            }
            if (field.equals(Facts.CALLER) && !words.contains(KNOWN) && !words.contains(Facts.WITHHELD)) {
                certain.add(Facts.CALLER_NUMBER);
            }
        });
        return certain;
    }

    /** What is certain when it does not hold. */
    Set<String> certainIfNot() {
        boolean asksIfMissing = wanted.size() == 1 && wanted.containsValue(List.of(MISSING));
        return asksIfMissing ? wanted.keySet() : Set.of();
    }

    private static boolean holds(Scene scene, CallState here, String field, List<String> words) {
        String value = here.answer(field).orElse("");
        if (value.isBlank()) {
            return words.contains(MISSING);
        }
        return words.contains(KNOWN) || words.contains(scene.word(field, value));
    }

    /** For a person to read, such as {@code number mobile, own-phone yes}. */
    String written() {
        return new TreeMap<>(wanted)
                .entrySet().stream()
                        .map(each -> each.getKey() + " " + String.join(" or ", each.getValue()))
                        .collect(Collectors.joining(", "));
    }
}
