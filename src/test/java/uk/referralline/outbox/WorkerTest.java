package uk.referralline.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.referralline.store.Database;
import uk.referralline.store.TestDatabase;

/** Laws L2, L5 and L9: what is written down is carried out once, after the commit, and never blindly twice. */
class WorkerTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");
    private static final RandomGenerator CHANCE = new Random(1);

    private final String url = TestDatabase.fresh();
    private final Database database = Database.open(url);
    private final Jdbi jdbi = database.jdbi();
    private final List<AutoCloseable> open = new ArrayList<>(List.of(database));
    private final Diary diary = new Diary();
    private Instant now = MONDAY;

    @AfterEach
    void close() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
    }

    @Test
    void twoWorkersCarryEachJobExactlyOnce() {
        int many = 300;
        Database other = Database.open(url);
        open.add(other);
        List<Worker> workers = List.of(worker(jdbi), worker(other.jdbi()));
        IntStream.range(0, many).forEach(n -> write("job-" + n, MONDAY));
        workers.forEach(Worker::start);

        await().atMost(Duration.ofSeconds(30)).until(() -> count("done") == many);

        assertThat(diary.carried).hasSize(many).doesNotHaveDuplicates();
        assertThat(diary.settled).isEmpty();
    }

    @Test
    void aBusinessKeyWrittenTwiceIsOneJob() {
        assertThat(write("same", MONDAY)).isTrue();
        assertThat(write("same", MONDAY)).isFalse();

        worker(jdbi).runDue();

        assertThat(write("same", MONDAY)).isFalse();
        assertThat(diary.carried).containsExactly("same");
    }

    @Test
    void aJobOfATransactionThatFailedWasNeverWritten() {
        jdbi.useHandle(handle -> {
            handle.begin();
            Outbox.write(handle, job("never", MONDAY), MONDAY);
            handle.rollback();
        });

        worker(jdbi).runDue();

        assertThat(diary.carried).isEmpty();
    }

    @Test
    void aJobIsNotCarriedBeforeItsTime() {
        write("later", MONDAY.plusSeconds(60));
        Worker worker = worker(jdbi);

        worker.runDue();
        assertThat(diary.carried).isEmpty();

        pass(Duration.ofSeconds(60));
        worker.runDue();
        assertThat(diary.carried).containsExactly("later");
    }

    @Test
    void theClaimIsCommittedBeforeTheCarrierIsAsked() {
        diary.onCarry = job -> {
            assertThat(statusOf(job.businessKey())).isEqualTo("attempting");
            return new Outcome.Done();
        };
        write("seen", MONDAY);

        worker(jdbi).runDue();

        assertThat(statusOf("seen")).isEqualTo("done");
    }

    @Test
    void anAttemptThatOutlivesItsLeaseIsSettledAndNotCarriedAgain() {
        write("crashed", MONDAY);
        claimAndDie();
        Worker worker = worker(jdbi);

        pass(Worker.LEASE.minusSeconds(1));
        worker.runDue();
        assertThat(statusOf("crashed")).isEqualTo("attempting");

        pass(Duration.ofSeconds(1));
        worker.runDue();

        assertThat(diary.carried).isEmpty();
        assertThat(diary.settled).containsExactly("crashed");
        assertThat(statusOf("crashed")).isEqualTo("done");
    }

    @Test
    void aCarrierThatThrowsLeavesTheJobUnknownUntilItIsSettled() {
        diary.onCarry = job -> {
            throw new IllegalStateException("the line to the provider broke");
        };
        List<Outcome> answers = new ArrayList<>(List.of(new Outcome.Unknown(), new Outcome.Failed("lost")));
        diary.onSettle = job -> answers.remove(0);
        write("unclear", MONDAY);
        Worker worker = worker(jdbi);

        worker.runDue();
        assertThat(statusOf("unclear")).isEqualTo("unknown");
        pass(Worker.BETWEEN_QUESTIONS);
        worker.runDue();
        assertThat(statusOf("unclear")).isEqualTo("unknown");
        pass(Worker.BETWEEN_QUESTIONS);
        worker.runDue();

        assertThat(statusOf("unclear")).isEqualTo("failed");
        assertThat(diary.carried).containsExactly("unclear");
        assertThat(diary.settled).containsExactly("unclear", "unclear");
    }

    @Test
    void aJobThatIsPutOffIsGivenUpInTheEnd() {
        diary.onCarry = job -> new Outcome.TryAgain();
        write("busy", MONDAY);
        Worker worker = worker(jdbi);

        for (int i = 0; i < Worker.MOST_ATTEMPTS + 3; i++) {
            worker.runDue();
            pass(Backoff.LONGEST);
        }

        assertThat(diary.carried).hasSize(Worker.MOST_ATTEMPTS);
        assertThat(diary.givenUp).containsExactly("busy");
        assertThat(statusOf("busy")).isEqualTo("failed");
    }

    @Test
    void aJobPutOffToAMomentWaitsForItHoweverOften() {
        diary.onCarry = job -> new Outcome.TryAgain(now.plusSeconds(3600));
        write("quiet", MONDAY);
        Worker worker = worker(jdbi);

        for (int i = 0; i < Worker.MOST_ATTEMPTS + 3; i++) {
            worker.runDue();
            pass(Duration.ofSeconds(3599));
            worker.runDue();
            assertThat(diary.carried).hasSize(i + 1);
            pass(Duration.ofSeconds(1));
        }

        assertThat(statusOf("quiet")).isEqualTo("pending");
    }

    @Test
    void pausesDoubleUpToALimitAndAreNeverNothing() {
        var backoff = new Backoff(CHANCE);
        for (int attempts = 1; attempts <= 40; attempts++) {
            Duration ceiling = Backoff.ceiling(attempts);
            assertThat(ceiling).isBetween(Backoff.FIRST, Backoff.LONGEST);
            assertThat(backoff.pause(attempts)).isPositive().isLessThanOrEqualTo(ceiling);
        }
        assertThat(Backoff.ceiling(3)).isEqualTo(Backoff.FIRST.multipliedBy(4));
        assertThat(backoff(Long.MAX_VALUE).pause(5)).isLessThanOrEqualTo(Backoff.ceiling(5));
        assertThat(backoff(0).pause(5)).isEqualTo(Duration.ofMillis(1));
    }

    @Test
    void aJobNobodyHereKnowsIsLeftForAnother() {
        jdbi.useHandle(handle -> Outbox.write(handle, new NewJob("of-tomorrow", "x", Map.of(), MONDAY), MONDAY));

        worker(jdbi).runDue();

        assertThat(statusOf("x")).isEqualTo("pending");
    }

    @Test
    void aTaskRecursInItsTimeAndSurvivesItsOwnFailure() {
        Queue<Instant> runs = new ConcurrentLinkedQueue<>();
        Worker worker = worker(jdbi);
        worker.every(Duration.ofSeconds(30), "look around", () -> {
            runs.add(now);
            throw new IllegalStateException("once");
        });

        worker.runDue();
        worker.runDue();
        pass(Duration.ofSeconds(30));
        worker.runDue();

        assertThat(runs).containsExactly(MONDAY, MONDAY.plusSeconds(30));
    }

    @Test
    void aNudgeWakesTheWorkerAndCloseEndsItWhileACarrierHangs() throws Exception {
        var asked = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        diary.onCarry = job -> {
            asked.countDown();
            awaitQuietly(answer);
            return new Outcome.Done();
        };
        Worker worker = worker(jdbi);
        worker.start();
        write("slow", MONDAY);
        worker.nudge();
        assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();

        worker.close();

        assertThat(statusOf("slow")).isEqualTo("attempting");
        answer.countDown();
    }

    private static Backoff backoff(long drawn) {
        return new Backoff(() -> drawn);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    private Worker worker(Jdbi on) {
        InstantSource clock = () -> now;
        var worker = new Worker(on, Map.of("test", diary), clock, new Random(2));
        open.add(worker);
        return worker;
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private boolean write(String key, Instant notBefore) {
        return jdbi.inTransaction(handle -> Outbox.write(handle, job(key, notBefore), now));
    }

    private static NewJob job(String key, Instant notBefore) {
        return new NewJob("test", key, Map.of("id", key), notBefore);
    }

    private void claimAndDie() {
        jdbi.useExtension(OutboxDao.class, outbox -> outbox.claim(new String[] {"test"}, now, now.plus(Worker.LEASE)));
    }

    private String statusOf(String key) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT status FROM outbox WHERE business_key = :key")
                .bind("key", key)
                .mapTo(String.class)
                .one());
    }

    private int count(String status) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM outbox WHERE status = :status")
                .bind("status", status)
                .mapTo(Integer.class)
                .one());
    }

    /** A carrier that notes what it was asked. */
    private static final class Diary implements Carrier {
        final Queue<String> carried = new ConcurrentLinkedQueue<>();
        final Queue<String> settled = new ConcurrentLinkedQueue<>();
        final Queue<String> givenUp = new ConcurrentLinkedQueue<>();
        Function<Job, Outcome> onCarry = job -> new Outcome.Done();
        Function<Job, Outcome> onSettle = job -> new Outcome.Done();

        @Override
        public Outcome carry(Job job) {
            carried.add(job.payload().get("id"));
            return onCarry.apply(job);
        }

        @Override
        public Outcome settle(Job job) {
            settled.add(job.payload().get("id"));
            return onSettle.apply(job);
        }

        @Override
        public void gaveUp(Job job) {
            givenUp.add(job.payload().get("id"));
        }
    }
}
