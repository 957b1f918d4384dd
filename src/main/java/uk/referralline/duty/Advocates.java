package uk.referralline.duty;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The people who work here, in the caller's transaction. Nobody is deleted. */
public final class Advocates {

    /** @return empty when somebody signs in by that name already */
    public Optional<AdvocateId> add(Handle handle, NewAdvocate person, Instant at) {
        return handle.attach(AdvocateDao.class).add(person, at);
    }

    public Optional<Advocate> find(Handle handle, AdvocateId id) {
        return handle.attach(AdvocateDao.class).find(id);
    }

    /** @param signIn as typed: upper and lower case are one */
    public Optional<Advocate> findBySignIn(Handle handle, String signIn) {
        return handle.attach(AdvocateDao.class).findBySignIn(signIn.strip().toLowerCase(Locale.ROOT));
    }

    /** Everybody, those who left included, by name. */
    public List<Advocate> all(Handle handle) {
        return handle.attach(AdvocateDao.class).all();
    }

    /** Changes what is known of a person; what they sign in with stays. */
    public void change(Handle handle, Advocate person) {
        handle.attach(AdvocateDao.class).change(person);
    }
}
