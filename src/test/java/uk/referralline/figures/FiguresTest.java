package uk.referralline.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import uk.referralline.LineDatabase;
import uk.referralline.store.Database;
import uk.referralline.store.TestDatabase;

/**
 * How long the day's work takes with very many cases. {@code mvn -q test -Dtest=FiguresTest -Dfigures} makes them, measures, and
 * writes a table and the plans to {@code target/figures/}; {@code -Dfigures.open} and {@code -Dfigures.closed} say how many.
 * Nothing is asserted about time.
 */
@EnabledIfSystemProperty(named = "figures", matches = ".*")
class FiguresTest {
    private static final int WARM = 50;
    private static final int RUNS = 200;

    @Test
    void theDaysWorkIsMeasured() throws IOException {
        var made =
                new Made(Integer.getInteger("figures.open", 10_000), Integer.getInteger("figures.closed", 1_000_000));
        Path folder = Files.createDirectories(Path.of("target", "figures", "closed-" + made.closed()));
        Path table = folder.resolve("table.txt");
        String url = TestDatabase.fresh();
        long began = System.nanoTime();
        made.in(url);
        String line = "%,d open, %,d closed; made in %d s%n";
        Files.writeString(
                table, line.formatted(made.open(), made.closed(), (System.nanoTime() - began) / 1_000_000_000));

        try (Database database = LineDatabase.open(url)) {
            for (var task : new Work(database.jdbi()).tasks().entrySet()) {
                append(table, measured(database.jdbi(), task.getKey(), task.getValue()));
                List<String> plans =
                        new Plans(database.jdbi()).of(handle -> task.getValue().accept(handle, 3));
                Files.write(folder.resolve(task.getKey().replaceAll("[^a-z]+", "-") + ".txt"), plans);
            }
        }

        assertThat(table).isNotEmptyFile();
    }

    private static String measured(Jdbi jdbi, String name, BiConsumer<Handle, Integer> task) {
        for (int run = 0; run < WARM; run++) {
            timed(jdbi, task, run);
        }
        long[] nanos = new long[RUNS];
        for (int run = 0; run < RUNS; run++) {
            nanos[run] = timed(jdbi, task, run);
        }
        Arrays.sort(nanos);
        return String.format(
                Locale.ROOT,
                "%-36s %2d queries  median %6.1f ms  p95 %6.1f ms  machine at %3.0f %%%n",
                name,
                statements(jdbi, task),
                nanos[RUNS / 2] / 1e6,
                nanos[RUNS * 95 / 100] / 1e6,
                load());
    }

    /** What else the machine does: beyond 100 % everything waits for a processor. */
    private static double load() {
        var machine = ManagementFactory.getOperatingSystemMXBean();
        return 100 * machine.getSystemLoadAverage() / machine.getAvailableProcessors();
    }

    /** With its transaction, as a page would wait for it. */
    private static long timed(Jdbi jdbi, BiConsumer<Handle, Integer> task, int run) {
        long began = System.nanoTime();
        jdbi.useTransaction(handle -> task.accept(handle, run));
        return System.nanoTime() - began;
    }

    private static int statements(Jdbi jdbi, BiConsumer<Handle, Integer> task) {
        var count = new AtomicInteger();
        jdbi.useTransaction(handle -> {
            handle.setSqlLogger(new SqlLogger() {
                @Override
                public void logBeforeExecution(StatementContext context) {
                    count.incrementAndGet();
                }
            });
            task.accept(handle, RUNS);
        });
        return count.get();
    }

    private static void append(Path table, String line) throws IOException {
        System.out.print(line);
        Files.writeString(table, line, StandardOpenOption.APPEND);
    }
}
