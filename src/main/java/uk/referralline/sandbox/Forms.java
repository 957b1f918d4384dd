package uk.referralline.sandbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The encoding of forms: {@code application/x-www-form-urlencoded}, UTF-8. */
final class Forms {

    private Forms() {}

    static String encode(Map<String, String> form) {
        return new TreeMap<>(form)
                .entrySet().stream()
                        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                        .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
