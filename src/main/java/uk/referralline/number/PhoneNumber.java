package uk.referralline.number;

/**
 * A phone number in E.164, such as {@code +447700900123}: a plus and 2 to 15 digits. It prints masked, so that a log
 * line never gives a caller away. That it has the form does not mean that it exists: see {@link NumberPlan#kind}.
 */
public record PhoneNumber(String e164) {

    static final String FORM = "\\+[1-9][0-9]{1,14}";

    public PhoneNumber {
        if (!e164.matches(FORM)) {
            throw new IllegalArgumentException("not an E.164 number");
        }
    }

    /** The last two digits at most: {@code "…23"}. */
    @Override
    public String toString() {
        return "…" + e164.substring(Math.max(e164.length() - 2, 2));
    }
}
