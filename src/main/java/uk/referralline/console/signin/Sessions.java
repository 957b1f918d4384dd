package uk.referralline.console.signin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;
import uk.referralline.duty.AdvocateId;

/**
 * Who is signed in, and with what, in the caller's transaction. It is all in the database, so that a restart signs nobody
 * out and any node knows everybody.
 */
public final class Sessions {
    private final RandomGenerator chance;
    private final boolean demos;

    /** @param demos whether the people of the sandbox are anybody here */
    public Sessions(RandomGenerator chance, boolean demos) {
        this.chance = chance;
        this.demos = demos;
    }

    /** Begins one. @return what the browser keeps */
    Token begin(Handle handle, Function<Hashed, Session> session) {
        Token token = Token.random(chance);
        dao(handle).insert(session.apply(token.hashed()));
        return token;
    }

    /** Goes on to the next stage under a new id, so that an id from before is worth nothing after. */
    Token move(Handle handle, Session session, Stage next) {
        Token token = Token.random(chance);
        dao(handle).end(session.id());
        dao(handle).insert(session.at(token.hashed(), next));
        return token;
    }

    /** The session of a browser, unless it has ended. */
    public Optional<Session> find(Handle handle, Token token, Instant now) {
        return dao(handle).find(token.hashed(), now.minus(Session.IDLE), now.minus(Session.LONGEST), demos);
    }

    /** The person has done something: the time until they are signed out begins again. */
    public void seen(Handle handle, Session session, Instant now) {
        dao(handle).seen(session.id(), now);
    }

    /** Where a person is signed in, the latest first. */
    public List<Session> of(Handle handle, AdvocateId advocate, Instant now) {
        return dao(handle).of(advocate, now.minus(Session.IDLE), now.minus(Session.LONGEST));
    }

    /** What the next page will tell; empty when it has. */
    public void notice(Handle handle, Session session, Optional<String> notice) {
        dao(handle).notice(session.id(), notice);
    }

    /** What the person looked for last; empty before they have looked for anything. */
    public Optional<String> sought(Handle handle, Session session) {
        return dao(handle).sought(session.id());
    }

    /** Keeps what they look for until they look for something else, or the session ends. */
    public void seek(Handle handle, Session session, String what) {
        dao(handle).seek(session.id(), what);
    }

    /** The secret that a person is offered while they set up the app: the same one however often they look. */
    CodeSecret offer(Handle handle, Session session) {
        dao(handle).offer(session.id(), CodeSecret.random(chance));
        return dao(handle).offered(session.id()).orElseThrow();
    }

    public void end(Handle handle, Session session) {
        dao(handle).end(session.id());
    }

    /** Signs a person out everywhere. */
    public void endAll(Handle handle, AdvocateId advocate) {
        dao(handle).endAll(advocate);
    }

    /** Signs a person out everywhere but here. */
    public void endOthers(Handle handle, Session here) {
        dao(handle).endOthers(here.advocate(), here.id());
    }

    /** Forgets those that have ended by time. */
    public void tidy(Handle handle, Instant now) {
        dao(handle).tidy(now.minus(Session.IDLE), now.minus(Session.LONGEST));
    }

    private static SessionDao dao(Handle handle) {
        return handle.attach(SessionDao.class);
    }
}
