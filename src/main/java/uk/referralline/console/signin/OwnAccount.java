package uk.referralline.console.signin;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import uk.referralline.console.signin.Outcome.Refused;
import uk.referralline.console.signin.SignInEvent.What;
import uk.referralline.duty.Advocate;

/** What a person does with their own account: while they sign in for the first time, and later. */
public final class OwnAccount {
    private static final Refused WRONG_PASSWORD = new Refused("This is not your password");

    private final Ground ground;
    private final Sessions sessions;
    private final Passwords passwords;
    private final Limits limits = new Limits();

    OwnAccount(Ground ground, Sessions sessions, Passwords passwords) {
        this.ground = ground;
        this.sessions = sessions;
        this.passwords = passwords;
    }

    /** What is wrong with a password that a person would choose, as a sentence without a full stop. */
    public Optional<String> fault(String password, Advocate person) {
        return PasswordRules.fault(password, person)
                .or(() -> isTheirs(password, person)
                        ? Optional.of("This is the password that you have already: choose another one")
                        : Optional.empty());
    }

    private boolean isTheirs(String password, Advocate person) {
        Optional<String> kept = ground.jdbi()
                .withHandle(handle -> handle.attach(AccountDao.class).find(person.id()))
                .map(Account::password);
        return kept.isPresent() && passwords.matches(kept, password);
    }

    /**
     * Replaces a first password while somebody signs in.
     *
     * @param session at the stage {@link Stage#NEW_PASSWORD}
     * @param password without a {@link #fault}
     */
    public Outcome choosePassword(Session session, String password, From from) {
        String hash = passwords.hash(password);
        return ground.jdbi().inTransaction(handle -> {
            keepPassword(handle, session, hash);
            Account account =
                    handle.attach(AccountDao.class).find(session.advocate()).orElseThrow();
            return new Arrival(ground, sessions).move(handle, session, account.afterNewPassword(), from);
        });
    }

    /** The secret for a person's app: the same one however often they look. @param session at the stage {@link Stage#SET_UP} */
    public CodeSecret offer(Session session) {
        return ground.jdbi().inTransaction(handle -> sessions.offer(handle, session));
    }

    /** Takes the app that a person has set up, if it shows the right code. @param session at the stage {@link Stage#SET_UP} */
    public Outcome setUp(Session session, String typed, From from) {
        return ground.jdbi().inTransaction(handle -> {
            CodeSecret secret = sessions.offer(handle, session);
            var step = OneTimeCodes.step(secret, typed, ground.clock().instant(), 0);
            if (step.isEmpty()) {
                return new Refused(
                        "This code is wrong: check that the app has the secret from this page, and type the code"
                                + " that it shows now");
            }
            handle.attach(AccountDao.class).secret(session.advocate(), secret, step.getAsLong());
            ground.write(handle, What.SECOND_FACTOR_SET_UP, session.advocate());
            return new Arrival(ground, sessions).move(handle, session, Stage.IN, from);
        });
    }

    /** Ten new recovery codes in place of any others. They are not kept as they are: this is the only time to show them. */
    public List<RecoveryCode> newRecoveryCodes(Advocate person) {
        List<RecoveryCode> codes = RecoveryCode.set(ground.chance());
        ground.jdbi().useTransaction(handle -> {
            AccountDao accounts = handle.attach(AccountDao.class);
            accounts.forgetRecoveryCodes(person.id());
            accounts.addRecoveryCodes(
                    person.id(), codes.stream().map(RecoveryCode::hashed).toList());
            ground.write(handle, What.RECOVERY_CODES_MADE, person.id());
        });
        return codes;
    }

    /** Why a person who is signed in has not shown that it is still they; nothing when they have, by their password. */
    public Optional<String> doubt(Advocate person, String password) {
        var counters = List.of(Limit.CODE.of(person.id().value(), "signed in"));
        Optional<Duration> wait = ground.jdbi()
                .inTransaction(
                        handle -> limits.count(handle, counters, ground.clock().instant()));
        if (wait.isPresent()) {
            return wait.map(SignIn::tooMany).map(Refused::sentence);
        }
        Optional<String> kept = ground.jdbi()
                .withHandle(handle -> handle.attach(AccountDao.class).find(person.id()))
                .map(Account::password);
        if (!passwords.matches(kept, password)) {
            return Optional.of(WRONG_PASSWORD.sentence());
        }
        ground.jdbi().useTransaction(handle -> limits.forgive(handle, counters));
        return Optional.empty();
    }

    /**
     * Changes a password, and signs the person out everywhere else: whoever knew the old one is out.
     *
     * @param password without a {@link #fault}, from somebody of whom there is no {@link #doubt}
     */
    public void changePassword(Session session, String password) {
        String hash = passwords.hash(password);
        ground.jdbi().useTransaction(handle -> keepPassword(handle, session, hash));
    }

    private void keepPassword(Handle handle, Session session, String hash) {
        handle.attach(AccountDao.class).password(session.advocate(), hash);
        sessions.endOthers(handle, session);
        ground.write(handle, What.PASSWORD_CHANGED, session.advocate());
    }

    /** How a person's account stands; empty for the people of the sandbox, who have none. */
    public Optional<AccountState> state(Advocate person) {
        return ground.jdbi()
                .withHandle(handle -> handle.attach(AccountDao.class).states().stream()
                        .filter(each -> each.advocate().equals(person.id()))
                        .findFirst());
    }

    /** Where a person is signed in, the latest first. */
    public List<Session> sessions(Advocate person) {
        return ground.jdbi()
                .withHandle(handle ->
                        sessions.of(handle, person.id(), ground.clock().instant()));
    }

    public void signOut(Session session) {
        ground.jdbi().useTransaction(handle -> {
            sessions.end(handle, session);
            ground.write(handle, What.SIGNED_OUT, session.advocate());
        });
    }

    /** Signs a person out in every browser, this one too. */
    public void signOutEverywhere(Session session) {
        ground.jdbi().useTransaction(handle -> {
            sessions.endAll(handle, session.advocate());
            ground.write(handle, What.SIGNED_OUT_EVERYWHERE, session.advocate());
        });
    }
}
