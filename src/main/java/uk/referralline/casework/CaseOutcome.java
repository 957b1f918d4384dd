package uk.referralline.casework;

import java.util.Arrays;

/** How a case can end by an advocate's hand. The line itself ends only cases on which nothing was asked. */
public enum CaseOutcome {
    ADVOCATE_ALLOCATED("advocate-allocated", "An advocate is working with the person"),
    HELPED_NOW("helped-now", "Helped on the phone, nothing more is needed"),
    SIGNPOSTED("signposted", "Told where to get help"),
    OTHER_AREA("other-area", "Passed to another area's advocates"),
    DECLINED("declined", "The person does not want an advocate"),
    COULD_NOT_REACH("could-not-reach", "Could not be reached"),
    NO_REQUEST("no-request", "Nothing was asked of us");

    private final String word;
    private final String title;

    CaseOutcome(String word, String title) {
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

    /** @throws IllegalArgumentException when there is no such word */
    public static CaseOutcome ofWord(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no outcome is called \"" + word + "\""));
    }
}
