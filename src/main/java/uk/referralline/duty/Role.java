package uk.referralline.duty;

import java.util.Arrays;

/** What a person who works here may see and do; the console's table of routes says which role may open what. */
public enum Role {
    /** Returns calls: open duty items and their own cases; others with a stated reason. */
    DUTY_ADVOCATE("duty-advocate", "Duty advocate"),
    /** Everything a duty advocate may, the rota, the settings and the figures. */
    MANAGER("manager", "Manager"),
    /** Figures, and no identities. */
    ANALYST("analyst", "Analyst"),
    /** Accounts and settings, and no contents of cases. */
    ADMINISTRATOR("administrator", "Administrator");

    private final String word;
    private final String title;

    Role(String word, String title) {
        this.word = word;
        this.title = title;
    }

    /** As tables have it. */
    public String word() {
        return word;
    }

    /** As screens have it. */
    public String title() {
        return title;
    }

    /** Whether this person returns calls, so that a case can be theirs and they can be on duty. */
    public boolean returnsCalls() {
        return this == DUTY_ADVOCATE || this == MANAGER;
    }

    /** @throws IllegalArgumentException when there is no such word */
    public static Role ofWord(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no role is called \"" + word + "\""));
    }
}
