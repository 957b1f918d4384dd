package uk.referralline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    @TempDir
    private Path folder;

    @Test
    void keepsItsDataDurablyAndIsNeverSharedByTwoLines() throws SQLException {
        try (var first = EmbeddedDatabase.in(folder)) {
            ask(first, "CREATE TABLE kept AS SELECT 'a promise' AS words");

            assertThatThrownBy(() -> EmbeddedDatabase.in(folder))
                    .isInstanceOf(StartFailure.class)
                    .hasMessage("The data folder " + folder + " is in use: another line is already running on it.");
        }

        try (var again = EmbeddedDatabase.in(folder)) {
            assertThat(ask(again, "SELECT words FROM kept")).isEqualTo("a promise");
            assertThat(
                            ask(
                                    again,
                                    "SELECT string_agg(name || ' ' || setting, ', ' ORDER BY name) FROM pg_settings"
                                            + " WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses')"))
                    .isEqualTo("fsync on, full_page_writes on, listen_addresses 127.0.0.1, synchronous_commit on");
        }
    }

    @Test
    void takesOverFromALineThatWasKilled() throws IOException, SQLException {
        Process killed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ALine.class.getName(),
                        folder.toString())
                .start();
        try (var said = killed.inputReader()) {
            assertThat(said.lines().anyMatch("started"::equals)).isTrue();
        } finally {
            killed.destroyForcibly().onExit().join();
        }

        try (var mine = EmbeddedDatabase.in(folder)) {
            assertThat(ask(mine, "SELECT words FROM kept")).isEqualTo("a promise");
        }
    }

    /** Starts on a folder, says so, and waits to be killed. */
    public static final class ALine {
        public static void main(String[] args) throws Exception {
            EmbeddedDatabase mine = EmbeddedDatabase.in(Path.of(args[0]));
            ask(mine, "CREATE TABLE kept AS SELECT 'a promise' AS words");
            System.out.println("started");
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    @Test
    void leavesAnotherPostgresAloneThatHasTheSameProcessNumberByNow() throws IOException, SQLException {
        try (var other = EmbeddedDatabase.in(folder.resolve("other"))) {
            String pid = Files.readAllLines(folder.resolve("other/postgres-17/postmaster.pid"))
                    .get(0);
            Files.createDirectories(folder.resolve("mine/postgres-17"));
            Files.writeString(folder.resolve("mine/postgres-17/postmaster.pid"), pid + "\n");

            EmbeddedDatabase.in(folder.resolve("mine")).close();

            assertThat(ask(other, "SELECT 'alive'")).isEqualTo("alive");
        }
    }

    @Test
    void aFolderThatIsNoneIsToldInOneSentence() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");

        assertThatThrownBy(() -> EmbeddedDatabase.in(file))
                .isInstanceOf(StartFailure.class)
                .hasMessage("The data folder " + file
                        + " cannot be used: it must be a folder that this user can read and write.");
    }

    private static String ask(EmbeddedDatabase database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url());
                var statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet rows = statement.getResultSet()) {
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }
}
