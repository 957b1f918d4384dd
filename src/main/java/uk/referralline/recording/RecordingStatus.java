package uk.referralline.recording;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is known of a left message. Callbacks may come late, twice or in any order; it only moves on. */
public enum RecordingStatus {
    /** The provider has begun. */
    RECORDING(0),
    /** The call went on after it; whether there is sound in it is not known. */
    LEFT(1),
    /** There is sound in it. */
    COMPLETED(2),
    /** Too short, or silent. */
    ABSENT(2),
    /** The provider lost it. */
    FAILED(2),
    /** The caller recorded it anew. */
    ERASED(3);

    private final int stage;

    RecordingStatus(int stage) {
        this.stage = stage;
    }

    public boolean mayBecome(RecordingStatus next) {
        return next.stage > stage;
    }

    boolean settled() {
        return stage == 2;
    }

    /** As it stands in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Twilio's {@code RecordingStatus}; empty for a word we do not know. */
    public static Optional<RecordingStatus> ofTwilio(String word) {
        String ours = word.equals("in-progress") ? "recording" : word;
        return Arrays.stream(values())
                .filter(status ->
                        status != LEFT && status != ERASED && status.word().equals(ours))
                .findFirst();
    }

    /** The status that this word stands for in the database. */
    public static RecordingStatus ofWord(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word().equals(word))
                .findFirst()
                .orElseThrow();
    }
}
