package uk.referralline.console.signin;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import uk.referralline.console.signin.SignInEvent.What;
import uk.referralline.duty.AdvocateId;

/** What everything at the door stands on. */
public record Ground(Jdbi jdbi, InstantSource clock, RandomGenerator chance, Journal journal) {
    static final Duration DEVICES_KEPT = Duration.ofDays(365);

    void write(Handle handle, What what, AdvocateId whom, Optional<AdvocateId> by) {
        journal.write(handle, new SignInEvent(what, Optional.of(whom), by, clock.instant()));
    }

    /** The person did it themselves. */
    void write(Handle handle, What what, AdvocateId whom) {
        write(handle, what, whom, Optional.of(whom));
    }
}
