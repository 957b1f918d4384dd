package uk.referralline.casework;

/**
 * How soon somebody has to act, and why.
 *
 * @param why in plain words, for the advocate who decides
 */
public record Judged(Urgency urgency, String why) {

    public Judged {
        if (why.isBlank()) {
            throw new IllegalArgumentException("an urgency has a reason");
        }
    }
}
