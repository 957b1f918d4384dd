package uk.referralline.duty;

import java.time.Instant;
import java.util.List;
import uk.referralline.number.PhoneNumber;

/** Who is rung for a caller who wants a person now. */
@FunctionalInterface
public interface DutyPhones {
    /** Nobody is ever rung. */
    DutyPhones NONE = at -> List.of();

    /** As many phones as the provider rings at once (Twilio: {@code <Number>}). */
    int MOST = 10;

    /**
     * The phones that ring all at once; the first on which the call is taken wins. Empty when nobody is on duty. It is asked
     * once a turn, before the turn's transaction.
     */
    List<PhoneNumber> ringing(Instant at);
}
