package uk.referralline.console.signin;

import java.time.Duration;

/**
 * How often something may be tried at the door. Waits are short, since a stranger's wrong guesses must not shut a person out
 * for long; a browser that the person has signed in with before is counted by itself, and not shut out at all by others.
 */
enum Limit {
    /** One name from one network. */
    NAME_AND_NETWORK(5, Duration.ofMinutes(1), Duration.ofDays(1)),
    /** One name from everywhere, except the browsers its owner is known by. */
    NAME(30, Duration.ofMinutes(15), Duration.ofMinutes(15)),
    /** One network, whatever the name: a hospital is one network, so this is generous. */
    NETWORK(100, Duration.ofMinutes(15), Duration.ofMinutes(15)),
    /** One name from a browser that its owner is known by. */
    KNOWN_DEVICE(10, Duration.ofMinutes(1), Duration.ofDays(1)),
    /** The codes of somebody who knew the password. */
    CODE(5, Duration.ofMinutes(1), Duration.ofDays(1));

    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final int free;
    private final Duration first;
    private final Duration forgotten;

    Limit(int free, Duration first, Duration forgotten) {
        this.free = free;
        this.first = first;
        this.forgotten = forgotten;
    }

    /** How long the next try waits after so many: nothing at first, then twice as long each time, at most 15 minutes. */
    Duration after(int tries) {
        if (tries < free) {
            return Duration.ZERO;
        }
        Duration wait = first.multipliedBy(1L << Math.min(tries - free, 10));
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }

    /** Tries are counted from one again when nothing was tried for so long. */
    Duration forgotten() {
        return forgotten;
    }

    /** Whether getting in makes up for the tries before it: not for a network, where others may be guessing. */
    boolean forgives() {
        return this != NETWORK;
    }

    /** Counts what these words name together. */
    Counter of(Object... words) {
        var text = new StringBuilder(name());
        for (Object each : words) {
            text.append('\n').append(each);
        }
        return new Counter(this, Hashed.of(text.toString()));
    }

    /** One thing that is counted. */
    record Counter(Limit limit, Hashed key) {}
}
