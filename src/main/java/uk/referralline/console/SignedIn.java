package uk.referralline.console;

import uk.referralline.console.signin.Session;
import uk.referralline.console.signin.Stage;
import uk.referralline.duty.Advocate;

/** Somebody who has come through the first door at least, as this request finds them: their role is today's. */
public record SignedIn(Session session, Advocate person) {

    /** Whether they have come all the way. */
    public boolean fully() {
        return session.stage() == Stage.IN;
    }
}
