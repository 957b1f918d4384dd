package uk.referralline.console.signin;

import java.time.Instant;
import java.util.Optional;
import uk.referralline.duty.Advocates;

/** Everything at the door of the console, built together: signing in, one's own account, and looking after others'. */
public final class Door {
    private final Ground ground;
    private final Sessions sessions;
    private final SignIn signIn;
    private final OwnAccount own;
    private final People people;

    /** @param demo the people of the sandbox; empty with a real account */
    public Door(Ground ground, Optional<Demo> demo) {
        this.ground = ground;
        this.sessions = new Sessions(ground.chance(), demo.isPresent());
        var passwords = new Passwords(ground.chance());
        this.signIn = new SignIn(ground, sessions, passwords, demo);
        this.own = new OwnAccount(ground, sessions, passwords);
        this.people = new People(ground, sessions, passwords);
        demo.ifPresent(each -> ground.jdbi()
                .useTransaction(handle ->
                        each.settle(handle, new Advocates(), ground.clock().instant())));
    }

    public Sessions sessions() {
        return sessions;
    }

    public SignIn signIn() {
        return signIn;
    }

    public OwnAccount own() {
        return own;
    }

    public People people() {
        return people;
    }

    /** Forgets what has ended: sessions, browsers not seen for a year, yesterday's counting. */
    public void tidy() {
        Instant now = ground.clock().instant();
        ground.jdbi().useTransaction(handle -> {
            sessions.tidy(handle, now);
            new Limits().tidy(handle, now);
            handle.attach(AccountDao.class).tidyDevices(now.minus(Ground.DEVICES_KEPT));
        });
    }
}
