package uk.referralline.casework;

import java.util.Arrays;

/**
 * Whether a person qualifies for an advocate, as far as a call told; decided by {@link EligibilityRules}. No result refuses
 * anything: each says what the duty advocate does next.
 */
public enum Eligibility {
    STATUTORY(
            "statutory",
            "The law gives this person an advocate: check which hospital or authority is responsible, and allocate."),
    LOCAL_EXTENDED(
            "local-extended",
            "Our contract may cover this person: confirm the hospital or team is in the area and what support is needed."),
    NOT_YET(
            "not-yet",
            "No section that counts yet, or nobody was sure: make contact as promised, and ask for the status again on the next working day."),
    OTHER_AREA(
            "other-area",
            "Another area's advocates are responsible: give the person their route, and offer to pass the request on."),
    UNKNOWN("unknown", "Not enough is known: make contact as promised, and find out the status then.");

    private final String word;
    private final String next;

    Eligibility(String word, String next) {
        this.word = word;
        this.next = next;
    }

    /** As tables have it; the rules file says the name itself, such as {@code NOT_YET}. */
    public String word() {
        return word;
    }

    /** What the duty advocate does next, in one sentence. */
    public String next() {
        return next;
    }

    /** @throws IllegalArgumentException when there is no such word */
    public static Eligibility ofWord(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no eligibility is called \"" + word + "\""));
    }
}
