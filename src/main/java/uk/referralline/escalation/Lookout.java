package uk.referralline.escalation;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;

/** Looks every minute, on one of the nodes (db-scheduler). A node that died at it is replaced within a minute or two. */
public final class Lookout implements AutoCloseable {
    static final Duration EVERY = Duration.ofMinutes(1);

    private static final Duration POLL = Duration.ofSeconds(10);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    /** The fewest that the library allows. */
    private static final int MISSED_HEARTBEATS = 4;

    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final DataSource database;
    private final Runnable look;
    private final InstantSource clock;
    private Optional<Scheduler> scheduler = Optional.empty();

    /** @param look does no harm when it is done twice */
    public Lookout(DataSource database, Runnable look, InstantSource clock) {
        this.database = database;
        this.look = look;
        this.clock = clock;
    }

    /** Begins to look, on threads of its own. */
    public synchronized void start() {
        Scheduler started = Scheduler.create(database)
                .startTasks(task())
                .clock(clock::instant)
                .threads(1)
                .pollingInterval(POLL)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(FAREWELL)
                .build();
        scheduler = Optional.of(started);
        started.start();
    }

    RecurringTask<Void> task() {
        return Tasks.recurring("duty-alerts", FixedDelay.of(EVERY))
                // The library's own way to revive it reads the machine's clock.
                .onDeadExecution((dead, operations) -> operations.reschedule(dead, clock.instant()))
                .execute((instance, context) -> look.run());
    }

    /** Looks now, on the calling thread. */
    public void look() {
        look.run();
    }

    @Override
    public synchronized void close() {
        scheduler.ifPresent(Scheduler::stop);
        scheduler = Optional.empty();
    }
}
