package uk.referralline.console.signin;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import uk.referralline.console.signin.SignInEvent.What;
import uk.referralline.duty.Advocate;
import uk.referralline.duty.AdvocateId;
import uk.referralline.duty.Advocates;
import uk.referralline.duty.NewAdvocate;
import uk.referralline.duty.Role;
import uk.referralline.number.PhoneNumber;

/** Looks after the accounts of the people who work here: for an administrator, and for the command line. */
public final class People {
    private final Ground ground;
    private final Sessions sessions;
    private final Passwords passwords;
    private final Advocates advocates = new Advocates();

    People(Ground ground, Sessions sessions, Passwords passwords) {
        this.ground = ground;
        this.sessions = sessions;
        this.passwords = passwords;
    }

    /** For the command line, where nobody has signed in. */
    public static People of(Ground ground) {
        return new Door(ground, Optional.empty()).people();
    }

    /**
     * A person and how their account stands.
     *
     * @param account empty when there is none, so that they cannot sign in
     */
    public record Entry(Advocate person, Optional<AccountState> account) {}

    /** Everybody, those who left included, by name. */
    public List<Entry> all() {
        return ground.jdbi().withHandle(handle -> {
            Map<AdvocateId, AccountState> states = handle.attach(AccountDao.class).states().stream()
                    .collect(Collectors.toMap(AccountState::advocate, Function.identity()));
            return advocates.all(handle).stream()
                    .map(each -> new Entry(each, Optional.ofNullable(states.get(each.id()))))
                    .toList();
        });
    }

    public Optional<Entry> find(AdvocateId id) {
        return all().stream().filter(each -> each.person().id().equals(id)).findFirst();
    }

    public Optional<Advocate> findBySignIn(String signIn) {
        return ground.jdbi().withHandle(handle -> advocates.findBySignIn(handle, signIn));
    }

    /**
     * Adds a person.
     *
     * @param by the administrator; empty for the command line
     * @return what they sign in with at first, to be shown once; empty when somebody has this sign-in name already
     */
    public Optional<FirstPassword> add(NewAdvocate person, Optional<AdvocateId> by) {
        FirstPassword first = FirstPassword.random(ground.chance());
        String hash = passwords.hash(first.text());
        return ground.jdbi()
                .inTransaction(handle -> advocates
                        .add(handle, person, ground.clock().instant())
                        .map(id -> {
                            reset(handle, id, hash);
                            ground.write(handle, What.ADDED, id, by);
                            return first;
                        }));
    }

    /**
     * Lets a person begin again who has lost their password or the phone with the app: both are taken away, together, since
     * a password alone must never be enough to set up another app.
     *
     * @return what they sign in with, to be shown once
     */
    public FirstPassword reset(AdvocateId id, Optional<AdvocateId> by) {
        FirstPassword first = FirstPassword.random(ground.chance());
        String hash = passwords.hash(first.text());
        ground.jdbi().useTransaction(handle -> {
            reset(handle, id, hash);
            ground.write(handle, What.RESET, id, by);
        });
        return first;
    }

    private void reset(Handle handle, AdvocateId id, String hash) {
        AccountDao accounts = handle.attach(AccountDao.class);
        Instant until = ground.clock().instant().plus(FirstPassword.LASTS);
        accounts.reset(id, hash, until);
        accounts.forgetRecoveryCodes(id);
        accounts.forgetDevices(id);
        sessions.endAll(handle, id);
    }

    /** @throws Oneself when an administrator would change their own role */
    public void changeRole(AdvocateId id, Role role, Optional<AdvocateId> by) {
        change(
                id,
                by,
                What.ROLE_CHANGED,
                old -> new Advocate(id, old.name(), old.signIn(), role, old.mobile(), old.active()));
    }

    /** Where this person is rung and told by text when they are on duty; empty for nowhere. */
    public void changeMobile(AdvocateId id, Optional<PhoneNumber> mobile, Optional<AdvocateId> by) {
        change(
                id,
                by,
                What.MOBILE_CHANGED,
                old -> new Advocate(id, old.name(), old.signIn(), old.role(), mobile, old.active()));
    }

    /** Lets nobody in as this person, from this moment. @throws Oneself when an administrator would do so to themselves */
    public void turnOff(AdvocateId id, Optional<AdvocateId> by) {
        change(id, by, What.TURNED_OFF, old -> active(old, false));
    }

    /** Lets them in again. */
    public void turnOn(AdvocateId id, Optional<AdvocateId> by) {
        change(id, by, What.TURNED_ON, old -> active(old, true));
    }

    private static Advocate active(Advocate old, boolean active) {
        return new Advocate(old.id(), old.name(), old.signIn(), old.role(), old.mobile(), active);
    }

    private void change(AdvocateId id, Optional<AdvocateId> by, What what, Function<Advocate, Advocate> how) {
        if (by.filter(id::equals).isPresent()) {
            throw new Oneself();
        }
        ground.jdbi().useTransaction(handle -> {
            Advocate old = advocates.find(handle, id).orElseThrow();
            advocates.change(handle, how.apply(old));
            if (what == What.TURNED_OFF) {
                sessions.endAll(handle, id);
            }
            ground.write(handle, what, id, by);
        });
    }

    /** An administrator would shut themselves out: there must always be one. */
    public static final class Oneself extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
