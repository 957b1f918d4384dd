package uk.referralline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
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

    /** Before 022 a call that was made on another case did not say by which call it was answered. */
    @Test
    void callsThatMovedOrWereMergedBeforeAreHeldByThoseThatAreMade() {
        String url = TestDatabase.empty();
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("filesystem:db")
                .sqlMigrationPrefix("")
                .sqlMigrationSeparator("_")
                .target("021")
                .load()
                .migrate();
        Jdbi.create(url).useHandle(handle -> handle.createScript("""
                        INSERT INTO advocate (name, sign_in, role, added_at) VALUES ('Asha', 'asha', 'manager', '2026-11-24');
                        INSERT INTO case_record (id, reference, kind, status, urgency, queue, due_at, opened_at)
                        SELECT id, lpad(id::text, 7, '0'), 'self-referral', 'open', 'U3', 'duty', '2026-11-27', '2026-11-24'
                          FROM generate_series(1, 4) AS id;
                        INSERT INTO callback (case_id, number, status, due_at, asked_at, outcome, ended_at) VALUES
                            (1, '+447700900123', 'ended', '2026-11-27', '2026-11-24', 'asked-again-on-linked-case', '2026-11-25'),
                            (2, '+447700900123', 'open', '2026-11-27', '2026-11-25', NULL, NULL),
                            (3, '+447700900124', 'ended', '2026-11-27', '2026-11-24', 'merged', '2026-11-26'),
                            (4, '+447700900124', 'open', '2026-11-27', '2026-11-24', NULL, NULL);
                        INSERT INTO callback_event (callback_id, kind, at)
                        SELECT id, 'asked', asked_at FROM callback WHERE case_id < 4;
                        INSERT INTO case_event (case_id, kind, becomes, at) VALUES (1, 'callback-moved', '2', '2026-11-25');
                        INSERT INTO case_merge (case_id, into_case, before, merged_by, merged_at, reason)
                        SELECT 3, 4, '{}', id, '2026-11-26', 'the same' FROM advocate;
                        UPDATE case_record SET status = 'merged', merged_into = 4 WHERE id = 3;
                        """).execute());

        Database.open(url).close();

        List<String> calls = Jdbi.create(url)
                .withHandle(
                        handle -> handle.createQuery("""
                                SELECT concat_ws(' ', case_id, status, 'held by', held_by, 'copied from', copied_from)
                                  FROM callback
                                 ORDER BY id
                                """).mapTo(String.class).list());
        assertThat(calls)
                .containsExactly(
                        "1 ended held by 2 copied from",
                        "2 open held by copied from",
                        "3 ended held by 4 copied from",
                        "4 open held by copied from 3");
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
