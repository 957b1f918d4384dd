package uk.referralline.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A small task done again and again, never twice at once in this process; another process may do it too. */
final class Recurring {
    private static final Logger LOG = LoggerFactory.getLogger(Recurring.class);

    private final Duration period;
    private final String name;
    private final Runnable task;
    private final ReentrantLock running = new ReentrantLock();
    private Instant next = Instant.MIN;

    Recurring(Duration period, String name, Runnable task) {
        if (period.isZero() || period.isNegative()) {
            throw new IllegalArgumentException("a task recurs after some time");
        }
        this.period = period;
        this.name = name;
        this.task = task;
    }

    /** Does it when it is due and nobody is at it. What it throws is logged, and it is done again in its time. */
    void runIfDue(Instant now) {
        if (!running.tryLock()) {
            return;
        }
        try {
            if (!now.isBefore(next)) {
                next = now.plus(period);
                task.run();
            }
        } catch (Exception broken) {
            LOG.error("{} failed: {}", name, Trouble.of(broken));
        } finally {
            running.unlock();
        }
    }
}
