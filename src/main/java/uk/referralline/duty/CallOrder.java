package uk.referralline.duty;

import java.util.Arrays;
import java.util.Locale;

/** In what order the people on duty are called: a manager last. */
public enum CallOrder {
    FIRST("First"),
    SECOND("Second"),
    THIRD("Third"),
    MANAGER("Manager");

    private final String title;

    CallOrder(String title) {
        this.title = title;
    }

    /** As tables have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As screens have it. */
    public String title() {
        return title;
    }

    /** @throws IllegalArgumentException when there is no such word */
    public static CallOrder ofWord(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no order of call is called \"" + word + "\""));
    }
}
