package uk.referralline.sms;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How far a text has come: first in our words, then in Twilio's. Callbacks may arrive late, twice or in any order; a
 * text only moves on.
 */
public enum TextStatus {
    /** Written down, not handed over. */
    WAITING(0),
    /** Being handed over: nobody knows yet whether it was. */
    TRYING(1),
    /** It may have been handed over; we ask before anything else. */
    UNKNOWN(2),
    /** Never found at the provider. It is better lost than sent twice; a late callback still proves us wrong. */
    LOST(3),
    ACCEPTED(4),
    SCHEDULED(5),
    QUEUED(6),
    SENDING(7),
    SENT(8),
    DELIVERED(9),
    UNDELIVERED(9),
    FAILED(9),
    CANCELED(9),
    /** Not sent, for the reason in its row. */
    REFUSED(10),
    /** Not sent, because it would have come too late. */
    EXPIRED(10),
    READ(10);

    private final int rank;

    TextStatus(int rank) {
        this.rank = rank;
    }

    public boolean mayBecome(TextStatus next) {
        return next.rank > rank;
    }

    /** Nothing more is expected. */
    public boolean settled() {
        return rank >= DELIVERED.rank || this == LOST;
    }

    /** Whether it is between our hands and the provider's, so that it must not be sent again (law L5). */
    public boolean inDoubt() {
        return this == TRYING || this == UNKNOWN;
    }

    /** As it stands in the database and, for Twilio's, on the wire. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Twilio's {@code MessageStatus} of a text of ours; empty for a word that is not one. */
    public static Optional<TextStatus> ofTwilio(String word) {
        return Arrays.stream(values())
                .filter(status -> status.rank >= ACCEPTED.rank && status != REFUSED && status != EXPIRED)
                .filter(status -> status.word().equals(word))
                .findFirst();
    }
}
