package uk.referralline.recording;

import java.util.Optional;

/** The provider's id of a recording: {@code RE} and 32 hexadecimal digits. */
public record RecordingSid(String value) {
    private static final String FORM = "RE[0-9a-f]{32}";

    public RecordingSid {
        if (!value.matches(FORM)) {
            throw new IllegalArgumentException("not the id of a recording");
        }
    }

    public static Optional<RecordingSid> of(String value) {
        return value.matches(FORM) ? Optional.of(new RecordingSid(value)) : Optional.empty();
    }
}
