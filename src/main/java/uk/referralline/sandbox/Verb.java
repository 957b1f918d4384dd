package uk.referralline.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One element of a TwiML document.
 *
 * @param text of the element and everything in it, its white space folded
 */
record Verb(String name, Map<String, String> attributes, List<Verb> children, String text) {

    Verb {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    /** A whole number of seconds, keys or times; the default when it is missing or is none. */
    int number(String attribute, int otherwise) {
        String value = attributes.getOrDefault(attribute, "");
        return value.matches("[0-9]{1,6}") ? Integer.parseInt(value) : otherwise;
    }

    boolean flag(String attribute, boolean otherwise) {
        return attribute(attribute).map("true"::equals).orElse(otherwise);
    }
}
