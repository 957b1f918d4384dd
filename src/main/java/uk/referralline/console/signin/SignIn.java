package uk.referralline.console.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import uk.referralline.console.signin.Outcome.Passed;
import uk.referralline.console.signin.Outcome.Refused;
import uk.referralline.console.signin.SignInEvent.What;
import uk.referralline.duty.Advocate;
import uk.referralline.duty.Advocates;

/** The steps of signing in: a password, then a code. Each try is counted before it is looked at. */
public final class SignIn {
    /** The same for a wrong password, an unknown name, and a person who has left. */
    static final Refused WRONG = new Refused("Your sign-in name or your password is wrong");

    static final Refused RUN_OUT = new Refused("This first password has run out: ask an administrator for a new one");
    static final Refused WRONG_CODE =
            new Refused("This code is wrong, or it has been used already: wait for the next one");
    static final Refused WRONG_RECOVERY_CODE = new Refused("This recovery code is wrong, or it has been used already");

    private final Ground ground;
    private final Sessions sessions;
    private final Passwords passwords;
    private final Optional<Demo> demo;
    private final Limits limits = new Limits();
    private final Advocates advocates = new Advocates();

    SignIn(Ground ground, Sessions sessions, Passwords passwords, Optional<Demo> demo) {
        this.ground = ground;
        this.sessions = sessions;
        this.passwords = passwords;
        this.demo = demo;
    }

    /** The sign-in names of the people of the sandbox; none with a real account. */
    public List<String> demoNames() {
        return demo.isPresent() ? Demo.signInNames() : List.of();
    }

    /** Somebody at the door, before we look at what they typed. */
    private record Knock(
            Optional<Advocate> person,
            Optional<Account> account,
            List<Limit.Counter> counters,
            Optional<Duration> pause) {}

    /**
     * The first step.
     *
     * @param wanted where they wanted to go: a path of ours, already checked
     */
    public Outcome password(Typed typed, From from, String wanted) {
        Instant now = ground.clock().instant();
        Knock knock = ground.jdbi().inTransaction(handle -> knock(handle, typed, from, now));
        if (knock.pause().isPresent()) {
            return tooMany(knock.pause().get());
        }
        boolean right;
        try {
            right = passwords.matches(knock.account().map(Account::password), typed.password());
        } catch (Passwords.Busy busy) {
            return new Refused("Many people are signing in at this moment: try again in a few seconds");
        }
        boolean ofTheSandbox = isOfTheSandbox(knock, typed);
        boolean active = knock.person().filter(Advocate::active).isPresent();
        if (!active || !(right || ofTheSandbox)) {
            writeWrong(knock.person());
            return WRONG;
        }
        if (right && knock.account().orElseThrow().hasRunOut(now)) {
            return RUN_OUT;
        }
        Stage stage = knock.account().map(Account::afterPassword).orElse(Stage.IN);
        return ground.jdbi().inTransaction(handle -> begin(handle, knock, stage, from, wanted));
    }

    private Knock knock(Handle handle, Typed typed, From from, Instant now) {
        Optional<Advocate> person = advocates.findBySignIn(handle, typed.signIn());
        Optional<Account> account =
                person.flatMap(each -> handle.attach(AccountDao.class).find(each.id()));
        boolean known = person.filter(each -> knows(handle, each, from, now)).isPresent();
        List<Limit.Counter> counters = known
                ? List.of(Limit.KNOWN_DEVICE.of(typed.signIn(), from.device().hashed()))
                : List.of(
                        Limit.NAME_AND_NETWORK.of(typed.signIn(), from.network()),
                        Limit.NAME.of(typed.signIn()),
                        Limit.NETWORK.of(from.network()));
        return new Knock(person, account, counters, limits.count(handle, counters, now));
    }

    private static boolean knows(Handle handle, Advocate person, From from, Instant now) {
        return handle.attach(AccountDao.class)
                .knowsDevice(from.device().hashed(), person.id(), now.minus(Ground.DEVICES_KEPT));
    }

    private boolean isOfTheSandbox(Knock knock, Typed typed) {
        return knock.account().isEmpty()
                && knock.person()
                        .filter(person -> demo.filter(each -> each.admits(person, typed.password()))
                                .isPresent())
                        .isPresent();
    }

    private void writeWrong(Optional<Advocate> person) {
        var event = new SignInEvent(
                What.PASSWORD_WRONG,
                person.map(Advocate::id),
                Optional.empty(),
                ground.clock().instant());
        ground.jdbi().useTransaction(handle -> ground.journal().write(handle, event));
    }

    private Outcome begin(Handle handle, Knock knock, Stage stage, From from, String wanted) {
        Instant now = ground.clock().instant();
        Advocate person = knock.person().orElseThrow();
        boolean ofTheSandbox = knock.account().isEmpty();
        limits.forgive(handle, knock.counters());
        Optional<String> later = Optional.of(wanted).filter(path -> !path.equals("/"));
        Token token = sessions.begin(
                handle,
                id -> new Session(
                        id, person.id(), stage, now, now, from.browser(), ofTheSandbox, later, Optional.empty()));
        if (stage == Stage.IN) {
            ground.write(handle, What.SIGNED_IN, person.id());
        }
        return new Passed(token, stage == Stage.IN ? wanted : stage.path());
    }

    /** The second step. @param session at the stage {@link Stage#CODE} */
    public Outcome code(Session session, String typed, From from) {
        return ground.jdbi()
                .inTransaction(handle -> second(handle, session, from, account -> {
                    var step = OneTimeCodes.step(
                            account.codeSecret().orElseThrow(),
                            typed,
                            ground.clock().instant(),
                            account.codeStep());
                    boolean right = step.isPresent()
                            && handle.attach(AccountDao.class).useStep(account.advocate(), step.getAsLong());
                    return right ? Optional.empty() : Optional.of(WRONG_CODE);
                }));
    }

    /** The second step without the app. @param session at the stage {@link Stage#CODE} */
    public Outcome recoveryCode(Session session, String typed, From from) {
        return ground.jdbi()
                .inTransaction(handle -> second(handle, session, from, account -> {
                    boolean right = handle.attach(AccountDao.class)
                            .useRecoveryCode(
                                    account.advocate(),
                                    RecoveryCode.typed(typed).hashed(),
                                    ground.clock().instant());
                    if (right) {
                        ground.write(handle, What.SIGNED_IN_BY_RECOVERY_CODE, account.advocate());
                    }
                    return right ? Optional.empty() : Optional.of(WRONG_RECOVERY_CODE);
                }));
    }

    /** Says what is wrong with a second factor, or nothing. */
    private interface SecondFactor {
        Optional<Refused> fault(Account account);
    }

    private Outcome second(Handle handle, Session session, From from, SecondFactor factor) {
        Instant now = ground.clock().instant();
        AccountDao accounts = handle.attach(AccountDao.class);
        Account account = accounts.find(session.advocate()).orElseThrow();
        boolean known =
                accounts.knowsDevice(from.device().hashed(), account.advocate(), now.minus(Ground.DEVICES_KEPT));
        var counters = List.of(Limit.CODE.of(
                account.advocate().value(), known ? from.device().hashed().hex() : "elsewhere"));
        Optional<Duration> wait = limits.count(handle, counters, now);
        if (wait.isPresent()) {
            return tooMany(wait.get());
        }
        Optional<Refused> fault = factor.fault(account);
        if (fault.isPresent()) {
            ground.write(handle, What.CODE_WRONG, account.advocate(), Optional.empty());
            return fault.get();
        }
        limits.forgive(handle, counters);
        return new Arrival(ground, sessions).move(handle, session, account.afterCode(), from);
    }

    /** @param wait not nothing */
    static Refused tooMany(Duration wait) {
        long minutes = Math.max(1, wait.plusSeconds(59).toMinutes());
        return new Refused("There were too many tries: wait " + minutes + (minutes == 1 ? " minute" : " minutes")
                + ", then try again");
    }
}
