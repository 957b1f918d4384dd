package uk.referralline.escalation;

import java.util.Locale;
import uk.referralline.sms.Sending;

/** Why an alert is not sent, in the words of its row. */
enum NotSent {
    /** They left, or have a role by now that returns no calls. */
    NOT_ON_STAFF,
    NOT_A_UK_MOBILE,
    /** Somebody has taken it, or is on duty now. */
    NO_LONGER_SO,
    PROVIDER_REFUSED,
    OPTED_OUT,
    CONFIGURATION,
    PROVIDER_BUSY;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static NotSent of(Sending.RefusalKind kind) {
        return switch (kind) {
            case PERMANENT -> PROVIDER_REFUSED;
            case OPTED_OUT -> OPTED_OUT;
            case CONFIGURATION -> CONFIGURATION;
        };
    }
}
