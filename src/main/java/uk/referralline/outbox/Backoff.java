package uk.referralline.outbox;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Growing pauses between attempts, with full jitter, so that many jobs do not come back at the same instant. */
record Backoff(RandomGenerator chance) {
    static final int MOST_ATTEMPTS = 12;

    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration SHORTEST = Duration.ofMillis(500);

    /** @param attempts so far, counted from 1 */
    Duration after(int attempts) {
        Duration ceiling = FIRST.multipliedBy(1L << Math.min(attempts - 1, 10));
        long most = Math.min(ceiling.toMillis(), LONGEST.toMillis());
        return SHORTEST.plusMillis(chance.nextLong(most));
    }
}
