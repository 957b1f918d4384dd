package uk.referralline.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.referralline.store.Database;
import uk.referralline.store.TestDatabase;

class LookoutTest {
    private final AtomicInteger looks = new AtomicInteger();
    private final SettableClock clock = new SettableClock();
    private Database database;

    @BeforeEach
    void open() {
        clock.set(Instant.parse("2026-11-24T10:15:00Z"));
        database = Database.open(TestDatabase.fresh());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void itIsLookedOnceAMinuteHoweverManyNodesThereAre() {
        ManualScheduler one = node();
        ManualScheduler two = node();

        for (int minute = 0; minute < 3; minute++) {
            one.runAnyDueExecutions();
            two.runAnyDueExecutions();
            clock.tick(Duration.ofSeconds(59));
            two.runAnyDueExecutions();
            clock.tick(Duration.ofSeconds(1));
        }

        assertThat(looks).hasValue(3);
    }

    @Test
    void aNodeThatDiedWhileItLookedIsReplaced() {
        ManualScheduler node = node();
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "UPDATE scheduled_tasks SET picked = true, picked_by = 'gone', last_heartbeat = ?",
                        clock.now()));
        clock.tick(Duration.ofHours(1));
        node.runAnyDueExecutions();
        assertThat(looks).hasValue(0);

        node.runDeadExecutionDetection();
        node.runAnyDueExecutions();

        assertThat(looks).hasValue(1);
    }

    @Test
    void aLookThatFailsIsFollowedByTheNext() {
        var lookout = new Lookout(
                database.dataSource(),
                () -> {
                    looks.incrementAndGet();
                    throw new IllegalStateException("on purpose");
                },
                clock::now);
        ManualScheduler node = node(lookout);

        node.runAnyDueExecutions();
        clock.tick(Lookout.EVERY);
        node.runAnyDueExecutions();

        assertThat(looks).hasValue(2);
    }

    @Test
    void itLooksByItselfFromTheStartOn() {
        try (var lookout = lookout(InstantSource.system())) {
            lookout.start();

            await().untilAsserted(() -> assertThat(looks).hasPositiveValue());
        }
    }

    private ManualScheduler node() {
        return node(lookout(clock::now));
    }

    private ManualScheduler node(Lookout lookout) {
        ManualScheduler node = TestHelper.createManualScheduler(database.dataSource())
                .startTasks(List.of(lookout.task()))
                .clock(clock)
                .build();
        node.start();
        return node;
    }

    private Lookout lookout(InstantSource time) {
        return new Lookout(database.dataSource(), looks::incrementAndGet, time);
    }
}
