package uk.referralline.sandbox;

import java.util.Locale;

/** How far a call is, in Twilio's words. */
public enum CallStatus {
    QUEUED,
    RINGING,
    IN_PROGRESS,
    COMPLETED,
    BUSY,
    NO_ANSWER,
    CANCELED,
    FAILED;

    /** As in a parameter: {@code in-progress}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether nothing follows. */
    public boolean isFinal() {
        return compareTo(COMPLETED) >= 0;
    }
}
