package uk.referralline.escalation;

import java.util.Locale;

/** Why an alert is not sent, in the words of its row. */
enum NotSent {
    /** They left, or have a role by now that returns no calls. */
    NOT_ON_STAFF,
    NOT_A_UK_MOBILE,
    /** Somebody has taken it, or is on duty now. */
    NO_LONGER_SO;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
