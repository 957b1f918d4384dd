package uk.referralline.console.signin;

import org.jdbi.v3.core.Handle;
import uk.referralline.console.signin.SignInEvent.What;

/** Goes on to the next stage of signing in, and knows the browser again once somebody has come to the end. */
record Arrival(Ground ground, Sessions sessions) {

    Outcome move(Handle handle, Session session, Stage next, From from) {
        if (next == Stage.IN) {
            handle.attach(AccountDao.class)
                    .knowDevice(
                            from.device().hashed(),
                            session.advocate(),
                            ground.clock().instant());
            ground.write(handle, What.SIGNED_IN, session.advocate());
        }
        Token token = sessions.move(handle, session, next);
        return new Outcome.Passed(token, next == Stage.IN ? session.wanted().orElse("/") : next.path());
    }
}
