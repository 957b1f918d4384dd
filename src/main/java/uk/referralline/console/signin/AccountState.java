package uk.referralline.console.signin;

import java.time.Instant;
import java.util.Optional;
import uk.referralline.duty.AdvocateId;

/**
 * How an account stands, for those who look after them.
 *
 * @param firstUntil until when a first password waits to be used; empty for a person who has chosen their own
 * @param enrolled whether the second factor is set up
 * @param recoveryCodes how many are left
 */
public record AccountState(AdvocateId advocate, Optional<Instant> firstUntil, boolean enrolled, int recoveryCodes) {}
