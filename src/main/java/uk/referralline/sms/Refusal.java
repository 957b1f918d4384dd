package uk.referralline.sms;

import java.util.Locale;
import java.util.Optional;
import uk.referralline.number.NumberKind;

/** Why a text is not sent, in the words of its row. */
enum Refusal {
    NOT_A_UK_MOBILE,
    NOT_THEIR_OWN_PHONE,
    NOT_AGREED,
    STOPPED,
    CONTACT_ALERT;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The first of law L6's conditions that does not hold. */
    static Optional<Refusal> of(NumberKind kind, TextDao.Conditions conditions) {
        if (!kind.mayText()) {
            return Optional.of(NOT_A_UK_MOBILE);
        }
        if (conditions.alert()) {
            return Optional.of(CONTACT_ALERT);
        }
        if (conditions.stopped()) {
            return Optional.of(STOPPED);
        }
        if (!conditions.ownPhone()) {
            return Optional.of(NOT_THEIR_OWN_PHONE);
        }
        return conditions.mayText() ? Optional.empty() : Optional.of(NOT_AGREED);
    }
}
