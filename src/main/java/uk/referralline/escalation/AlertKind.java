package uk.referralline.escalation;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What somebody is told of. */
public enum AlertKind {
    /** A case that nobody has taken is due soon. */
    NEAR_DUE("near-due", "duty-near-due"),
    /** A case that nobody has taken was due. */
    OVERDUE("overdue", "duty-overdue"),
    /** The line is open, and nobody is on duty. */
    NOBODY_ON_DUTY("nobody-on-duty", "duty-nobody"),
    /** Nobody will be on duty, later today or on the next day that the line opens. */
    GAP_AHEAD("gap-ahead", "duty-nobody");

    private final String word;
    private final String template;

    AlertKind(String word, String template) {
        this.word = word;
        this.template = template;
    }

    /** As tables have it. */
    public String word() {
        return word;
    }

    /** The text, by its name in {@code sms/en-GB.yaml}. */
    String template() {
        return template;
    }

    boolean ofACase() {
        return this == NEAR_DUE || this == OVERDUE;
    }

    /** The texts that only those who work here get: no call script may send one. */
    public static Set<String> templates() {
        return Arrays.stream(values()).map(AlertKind::template).collect(Collectors.toSet());
    }

    /** @throws IllegalArgumentException when there is no such word */
    public static AlertKind ofWord(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no alert is called \"" + word + "\""));
    }
}
