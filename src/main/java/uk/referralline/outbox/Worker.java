package uk.referralline.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out what the outbox holds, one row at a time on each of a few threads; any number of workers, in any number
 * of processes, share it.
 *
 * <p>A claim is committed before the carrier is asked, so that a crash leaves a trace: an attempt without an end is
 * unknown after {@link #LEASE} and is settled, never blindly carried out again (law L5).
 */
public final class Worker implements AutoCloseable {

    /** How long an attempt may take before nobody waits for it. A carrier's time-outs are shorter. */
    public static final Duration LEASE = Duration.ofSeconds(60);
    /** How long after an attempt of unknown end, and after each vain question, the carrier is asked what came of it. */
    public static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(30);
    /** How often a job may be put off by a plain {@link Outcome.TryAgain}. */
    public static final int MOST_ATTEMPTS = Backoff.MOST_ATTEMPTS;

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration FAREWELL = Duration.ofMillis(1500);
    private static final int THREADS = 3;

    private final Jdbi jdbi;
    private final Map<String, Carrier> carriers;
    private final InstantSource clock;
    private final Backoff backoff;
    private final List<Recurring> recurring = new CopyOnWriteArrayList<>();
    private final Semaphore nudges = new Semaphore(0);
    private final List<Thread> threads;
    private volatile boolean closed;

    /** @param carriers who carries out which kind; a job of any other kind is left for a worker that knows it */
    public Worker(Jdbi jdbi, Map<String, Carrier> carriers, InstantSource clock, RandomGenerator chance) {
        this.jdbi = jdbi;
        this.carriers = Map.copyOf(carriers);
        this.clock = clock;
        this.backoff = new Backoff(chance);
        this.threads = IntStream.rangeClosed(1, THREADS)
                .mapToObj(n -> new Thread(this::work, "outbox-" + n))
                .toList();
    }

    /**
     * Does a small task when the worker starts and then again each {@code period}, on one of its threads. Each process
     * does it, so it must be harmless to do twice.
     */
    public void every(Duration period, String name, Runnable task) {
        recurring.add(new Recurring(period, name, task));
    }

    /** Begins to work, on threads that do not keep the process alive. */
    public void start() {
        threads.forEach(thread -> {
            thread.setDaemon(true);
            thread.start();
        });
    }

    /** There may be something to do: looks at once rather than within a second. */
    public void nudge() {
        if (nudges.availablePermits() < THREADS) {
            nudges.release();
        }
    }

    /** Does everything that is due at this moment, tasks that recur included, on the calling thread. */
    public void runDue() {
        recurring.forEach(task -> task.runIfDue(clock.instant()));
        giveUpOnAttempts();
        while (!closed && doOne()) {
            // A pile is for all threads.
            nudge();
        }
    }

    /** Stops within two seconds. An attempt that is still going on then is unknown to the next worker. */
    @Override
    public void close() {
        closed = true;
        nudges.release(THREADS);
        long end = System.nanoTime() + FAREWELL.toNanos();
        for (Thread thread : threads) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (thread == Thread.currentThread() || !join(thread, Math.max(1, left))) {
                return;
            }
        }
    }

    private static boolean join(Thread thread, long millis) {
        try {
            thread.join(millis);
            return true;
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void work() {
        while (!closed) {
            try {
                runDue();
            } catch (Exception broken) {
                LOG.error("the outbox cannot be worked on: {}", Trouble.of(broken));
            }
            try {
                nudges.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException asked) {
                return;
            }
        }
    }

    private void giveUpOnAttempts() {
        Instant now = clock.instant();
        int lost = jdbi.withExtension(OutboxDao.class, outbox -> outbox.giveUpOnAttempts(now.minus(LEASE), now));
        if (lost > 0) {
            LOG.warn("{} attempts have not ended and are now unknown", lost);
        }
    }

    private boolean doOne() {
        Instant now = clock.instant();
        String[] kinds = carriers.keySet().toArray(String[]::new);
        Optional<OutboxDao.Claim> claim =
                jdbi.inTransaction(handle -> handle.attach(OutboxDao.class).claim(kinds, now, now.plus(LEASE)));
        claim.ifPresent(this::carryOrSettle);
        return claim.isPresent();
    }

    private void carryOrSettle(OutboxDao.Claim claim) {
        Carrier carrier = carriers.get(claim.job().kind());
        Outcome outcome = ask(carrier, claim);
        Ending ending = outcome.match(new Ending.Of(claim.job(), clock.instant(), backoff));
        if (ending.givenUp()) {
            tell(carrier, claim.job());
        }
        jdbi.useExtension(OutboxDao.class, outbox -> outbox.end(claim.job(), ending, clock.instant()));
    }

    private static Outcome ask(Carrier carrier, OutboxDao.Claim claim) {
        Job job = claim.job();
        try {
            return claim.unknown() ? carrier.settle(job) : carrier.carry(job);
        } catch (Exception broken) {
            LOG.error("{} ended nobody knows how: {}", job, Trouble.of(broken));
            return new Outcome.Unknown();
        }
    }

    private static void tell(Carrier carrier, Job job) {
        try {
            carrier.gaveUp(job);
        } catch (Exception broken) {
            LOG.error("{} was given up, which its carrier could not hear: {}", job, Trouble.of(broken));
        }
    }
}
