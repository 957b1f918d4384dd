package uk.referralline.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The time of the invented week: it goes on as the week is told, and never back. */
public final class PastClock implements InstantSource {
    private volatile Instant time;

    /** @param now the real time, at which the week ends */
    public PastClock(Instant now) {
        this.time = now.minus(Week.LENGTH);
    }

    @Override
    public Instant instant() {
        return time;
    }

    void reach(Instant later) {
        time = later.isAfter(time) ? later : time;
    }

    void pass(Duration some) {
        time = time.plus(some);
    }
}
