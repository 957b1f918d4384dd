package uk.referralline.console.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.referralline.TestLine;

class LimitsTest {

    @RegisterExtension
    final TestLine line = new TestLine();

    private final Limits limits = new Limits();

    @Test
    void waitsGrowUpToAQuarterOfAnHour() {
        assertThat(Stream.of(1, 4, 5, 6, 7, 8, 9, 10, 500)
                        .map(Limit.NAME_AND_NETWORK::after)
                        .map(Duration::toMinutes))
                .containsExactly(0L, 0L, 1L, 2L, 4L, 8L, 15L, 15L, 15L);
    }

    @Test
    void ofManyTriesAtOnceNoneSlipsThrough() throws Exception {
        var counters = List.of(Limit.NAME_AND_NETWORK.of("asha", "c0000200"));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Optional<Duration>> attempt =
                    () -> line.jdbi().inTransaction(handle -> limits.count(handle, counters, line.time()));
            List<Future<Optional<Duration>>> tries =
                    threads.invokeAll(Stream.generate(() -> attempt).limit(40).toList());
            int looked = 0;
            for (Future<Optional<Duration>> each : tries) {
                looked += each.get().isEmpty() ? 1 : 0;
            }

            assertThat(looked).isEqualTo(5);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void aTryThatHasToWaitCountsForNothingElse() {
        var pair = Limit.NAME_AND_NETWORK.of("asha", "c0000200");
        var name = Limit.NAME.of("asha");
        for (int tries = 0; tries < 20; tries++) {
            line.jdbi().useTransaction(handle -> limits.count(handle, List.of(pair, name), line.time()));
        }

        assertThat(line.values("SELECT tries FROM sign_in_limit")).containsExactly("5", "5");
    }

    @Test
    void whoeverGetsInBeginsAgainAndTheirNetworkNot() {
        var pair = Limit.NAME_AND_NETWORK.of("asha", "c0000200");
        var network = Limit.NETWORK.of("c0000200");
        for (int tries = 0; tries < 3; tries++) {
            line.jdbi().useTransaction(handle -> limits.count(handle, List.of(pair, network), line.time()));
        }

        line.jdbi().useTransaction(handle -> limits.forgive(handle, List.of(pair, network)));

        assertThat(line.values("SELECT tries FROM sign_in_limit")).containsExactly("2");
    }

    @Test
    void whatIsCountedIsNotReadable() {
        line.jdbi().useTransaction(handle -> limits.count(handle, List.of(Limit.NAME.of("asha")), line.time()));

        assertThat(line.value("SELECT key FROM sign_in_limit")).matches("[0-9a-f]{64}");
    }
}
