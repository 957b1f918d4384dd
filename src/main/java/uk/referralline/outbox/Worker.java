package uk.referralline.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out what is in the outbox: claims one job, commits, hands it to its carrier, and writes down what came of it. Any
 * number of nodes may run one; each job is carried by one of them.
 */
public final class Worker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Longer than any carrier takes: after it, whoever held the job is gone. */
    static final Duration LEASE = Duration.ofSeconds(60);

    /** How long between two questions about a job whose outcome is unknown. */
    static final Duration ASK_AGAIN = Duration.ofSeconds(30);

    private final Jdbi jdbi;
    private final InstantSource clock;
    private final Backoff backoff;
    private final Map<String, Carrier> carriers;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        var daemon = new Thread(task, "outbox");
        daemon.setDaemon(true);
        return daemon;
    });

    /** @param carriers by the kind of job */
    public Worker(Jdbi jdbi, InstantSource clock, RandomGenerator chance, Map<String, Carrier> carriers) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.backoff = new Backoff(chance);
        this.carriers = Map.copyOf(carriers);
    }

    /** Begins to look for work, each second. */
    public void start() {
        every(POLL, "the outbox", this::runDue);
    }

    /** Runs a small task again and again, on the worker's thread, whatever it throws. */
    public void every(Duration pause, String name, Runnable task) {
        thread.scheduleWithFixedDelay(
                new Steadfast(name, task), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Carries out everything that is due, on the calling thread. */
    public void runDue() {
        Instant at = clock.instant();
        jdbi.useExtension(OutboxDao.class, outbox -> outbox.giveUpOn(at.minus(LEASE), at));
        while (!Thread.currentThread().isInterrupted() && runOne()) {
            // On to the next, until nothing is due.
        }
    }

    private boolean runOne() {
        Instant at = clock.instant();
        Optional<OutboxDao.Row> row = jdbi.withExtension(
                OutboxDao.class, outbox -> outbox.claim(List.copyOf(carriers.keySet()), at, at.plus(ASK_AGAIN)));
        row.ifPresent(claimed -> carry(claimed.job(), claimed.unknown()));
        return row.isPresent();
    }

    private void carry(Job job, boolean unknown) {
        Carrier carrier = carriers.get(job.kind());
        Outcome outcome;
        try {
            outcome = unknown ? carrier.settle(job) : carrier.carry(job);
        } catch (RuntimeException wrong) {
            LOG.error("{}: what became of it is unknown", job, wrong);
            outcome = new Outcome.Unknown();
        }
        outcome.match(new Settling(job, clock.instant()));
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("the outbox worker is still busy; its job will be settled at the next start");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Writes down what came of a job. */
    private final class Settling implements Outcome.Cases<Void> {
        private final Job job;
        private final Instant at;

        Settling(Job job, Instant at) {
            this.job = job;
            this.at = at;
        }

        @Override
        public Void done(Outcome.Done outcome) {
            return write("done", at, Optional.empty());
        }

        @Override
        public Void busy(Outcome.Busy outcome) {
            if (job.attempts() >= Backoff.MOST_ATTEMPTS) {
                return failed(new Outcome.Failed("still busy after " + job.attempts() + " attempts"));
            }
            return write("pending", at.plus(backoff.after(job.attempts())), Optional.empty());
        }

        @Override
        public Void later(Outcome.Later outcome) {
            return write("pending", outcome.at(), Optional.empty());
        }

        @Override
        public Void unknown(Outcome.Unknown outcome) {
            return write("unknown", at.plus(ASK_AGAIN), Optional.empty());
        }

        @Override
        public Void failed(Outcome.Failed outcome) {
            LOG.warn("{} failed: {}", job, outcome.why());
            return write("failed", at, Optional.of(outcome.why()));
        }

        private Void write(String status, Instant nextAt, Optional<String> note) {
            jdbi.useExtension(OutboxDao.class, outbox -> outbox.settle(job.id(), status, nextAt, note, at));
            return null;
        }
    }

    /** Runs on after a failure, and tells of the first of a row and of the recovery, not of each. */
    private static final class Steadfast implements Runnable {
        private final String name;
        private final Runnable task;
        private boolean failing;

        Steadfast(String name, Runnable task) {
            this.name = name;
            this.task = task;
        }

        @Override
        public void run() {
            try {
                task.run();
                if (failing) {
                    LOG.warn("{} works again", name);
                }
                failing = false;
            } catch (RuntimeException wrong) {
                if (!failing) {
                    LOG.error("{} failed; it is tried again and again", name, wrong);
                }
                failing = true;
            }
        }
    }
}
