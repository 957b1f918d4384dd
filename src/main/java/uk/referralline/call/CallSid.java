package uk.referralline.call;

import java.util.Optional;

/** The provider's id of a call: {@code CA} and 32 hexadecimal digits. */
public record CallSid(String value) {
    private static final String FORM = "CA[0-9a-f]{32}";

    public CallSid {
        if (!value.matches(FORM)) {
            throw new IllegalArgumentException("not the id of a call");
        }
    }

    public static Optional<CallSid> of(String value) {
        return value.matches(FORM) ? Optional.of(new CallSid(value)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
