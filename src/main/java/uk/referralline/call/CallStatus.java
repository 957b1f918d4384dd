package uk.referralline.call;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a call has come. Twilio's callbacks may arrive late or twice; a call only moves on. */
public enum CallStatus {
    QUEUED(0),
    INITIATED(0),
    RINGING(1),
    IN_PROGRESS(2),
    COMPLETED(3),
    BUSY(3),
    NO_ANSWER(3),
    CANCELED(3),
    FAILED(3);

    private final int stage;

    CallStatus(int stage) {
        this.stage = stage;
    }

    public boolean mayBecome(CallStatus next) {
        return next.stage > stage;
    }

    /** True when nobody is on the phone any more. */
    public boolean isOver() {
        return stage == 3;
    }

    /** Twilio's word, and the database's. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Twilio's {@code CallStatus}; empty for a word we do not know. */
    public static Optional<CallStatus> ofTwilio(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word().equals(word))
                .findFirst();
    }

    /** The status that this word stands for in the database. */
    public static CallStatus ofWord(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word().equals(word))
                .findFirst()
                .orElseThrow();
    }
}
