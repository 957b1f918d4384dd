package uk.referralline.console.signin;

import java.time.Instant;
import java.util.Optional;
import uk.referralline.duty.AdvocateId;

/**
 * Something that happened at the door of the console, or to a key of it.
 *
 * @param whom whose account it was; empty when somebody tried a name that is nobody's
 * @param by who did it; empty for somebody who has not shown who they are, and for the command line
 */
public record SignInEvent(What what, Optional<AdvocateId> whom, Optional<AdvocateId> by, Instant at) {

    /** What happened. */
    public enum What {
        SIGNED_IN,
        SIGNED_IN_BY_RECOVERY_CODE,
        PASSWORD_WRONG,
        CODE_WRONG,
        SIGNED_OUT,
        SIGNED_OUT_EVERYWHERE,
        PASSWORD_CHANGED,
        SECOND_FACTOR_SET_UP,
        RECOVERY_CODES_MADE,
        ADDED,
        ROLE_CHANGED,
        MOBILE_CHANGED,
        RESET,
        TURNED_OFF,
        TURNED_ON
    }
}
