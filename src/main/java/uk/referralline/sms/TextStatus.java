package uk.referralline.sms;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How far a text has come. Events may arrive late, twice, or in any order; it only moves on. The first three and the last
 * three are our words, the others the provider's.
 */
public enum TextStatus {
    WAITING(0),
    ATTEMPTING(1),
    /** It may have been sent; nobody has told us yet. */
    UNKNOWN(2),
    ACCEPTED(3),
    SCHEDULED(4),
    QUEUED(5),
    SENDING(6),
    SENT(7),
    DELIVERED(8),
    UNDELIVERED(8),
    FAILED(8),
    CANCELED(8),
    READ(9),
    /** A condition of law L6 did not hold when it was to be sent. */
    REFUSED(8),
    /** It came too late to be true. */
    EXPIRED(8),
    /** We cannot find out, and a text is better lost than doubled. */
    LOST(8);

    private static final int FINAL = 8;

    private final int stage;

    TextStatus(int stage) {
        this.stage = stage;
    }

    public boolean mayBecome(TextStatus next) {
        // A lost text that turns up after all is found.
        return next.stage > stage || (this == LOST && next.isProviders());
    }

    /** True when nothing more is expected. */
    public boolean isSettled() {
        return stage >= FINAL;
    }

    private boolean isProviders() {
        return stage > UNKNOWN.stage && this != REFUSED && this != EXPIRED && this != LOST;
    }

    /** In the database, and the provider's spelling. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The provider's {@code MessageStatus}; empty for a word we do not know. */
    public static Optional<TextStatus> ofTwilio(String word) {
        return Arrays.stream(values())
                .filter(TextStatus::isProviders)
                .filter(status -> status.word().equals(word))
                .findFirst();
    }

    /** The status that this word stands for in the database. */
    public static TextStatus ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
