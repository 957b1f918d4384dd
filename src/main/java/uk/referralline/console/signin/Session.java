package uk.referralline.console.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import uk.referralline.duty.AdvocateId;

/**
 * A browser that somebody signs in with, or has signed in with.
 *
 * @param seenAt when the person last did something
 * @param browser which one, in words that its owner knows again
 * @param demo whether this is a person of the sandbox
 * @param wanted the path where they wanted to go before they were asked to sign in
 * @param notice what the next page tells them has been done
 */
public record Session(
        Hashed id,
        AdvocateId advocate,
        Stage stage,
        Instant beganAt,
        Instant seenAt,
        String browser,
        boolean demo,
        Optional<String> wanted,
        Optional<String> notice) {

    /** Long enough to talk to somebody on a ward without touching the keyboard; short enough for a desk left open. */
    public static final Duration IDLE = Duration.ofMinutes(30);

    /** The longest shift, so that nobody is asked in the middle of one. */
    public static final Duration LONGEST = Duration.ofHours(12);

    /** When it ends, if the person does nothing more. */
    public Instant endsAt() {
        Instant idle = seenAt.plus(IDLE);
        Instant longest = beganAt.plus(LONGEST);
        return idle.isBefore(longest) ? idle : longest;
    }

    /** The person did something now. */
    public Session seen(Instant now) {
        return new Session(id, advocate, stage, beganAt, now, browser, demo, wanted, notice);
    }

    Session at(Hashed newId, Stage next) {
        return new Session(newId, advocate, next, beganAt, seenAt, browser, demo, wanted, notice);
    }
}
