package uk.referralline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MigrationsTest {
    private static final Path FOLDER = Path.of("db");

    @Test
    void areNumberedFromOneWithoutGaps() throws IOException {
        List<String> numbers =
                migrations().map(file -> name(file).replaceFirst("_.*", "")).toList();

        assertThat(numbers)
                .isEqualTo(IntStream.rangeClosed(1, numbers.size())
                        .mapToObj("%03d"::formatted)
                        .toList());
    }

    @Test
    void eachHasANameAndBeginsWithWhatItIsFor() {
        assertThat(migrations()).allSatisfy(file -> {
            assertThat(name(file)).matches("[0-9]{3}_[a-z]+(_[a-z]+)*\\.sql");
            assertThat(Files.readString(file)).matches("(?s)-- [A-Z].{20,}");
        });
    }

    @Test
    void openingADatabaseAgainChangesNothing() {
        String url = TestDatabase.fresh();
        try (Database first = Database.open(url)) {
            first.jdbi().useHandle(handle -> handle.execute("INSERT INTO tally VALUES ('said-no', '2026-11-24', 1)"));
        }

        try (Database again = Database.open(url)) {
            assertThat(count(again, "SELECT count FROM tally")).isEqualTo(1);
            assertThat(count(again, "SELECT count(*) FROM flyway_schema_history WHERE version IS NOT NULL"))
                    .isEqualTo(migrations().count());
        }
    }

    @Test
    void runInZonesThatAreNeitherOursNorTheMachines() {
        try (Database database = Database.open(TestDatabase.fresh())) {
            String session = database.jdbi()
                    .withHandle(handle -> handle.createQuery("SHOW timezone")
                            .mapTo(String.class)
                            .one());

            assertThat(List.of(session, ZoneId.systemDefault().getId()))
                    .doesNotHaveDuplicates()
                    .doesNotContain("Europe/London", "UTC", "Etc/UTC", "GMT");
        }
    }

    private static int count(Database database, String sql) {
        return database.jdbi()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(Integer.class).one());
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static Stream<Path> migrations() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> !name(file).equals("afterMigrate.sql")).sorted().toList().stream();
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}
