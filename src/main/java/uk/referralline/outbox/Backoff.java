package uk.referralline.outbox;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** The pause before another try: doubling, capped, and spread by chance so that those who failed together part. */
record Backoff(RandomGenerator chance) {

    static final Duration FIRST = Duration.ofSeconds(2);
    static final Duration LONGEST = Duration.ofMinutes(5);
    static final int MOST_ATTEMPTS = 10;

    /** More than nothing and at most {@link #FIRST} after the first attempt, and so on ("full jitter"). */
    Duration pause(int attempts) {
        return Duration.ofMillis(1 + chance.nextLong(ceiling(attempts).toMillis()));
    }

    static Duration ceiling(int attempts) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), 20));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }
}
