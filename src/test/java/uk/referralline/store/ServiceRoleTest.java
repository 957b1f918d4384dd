package uk.referralline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the line may do with its database, whoever the URL's user is. Each test has a cluster that knows no role yet. */
class ServiceRoleTest {
    private static final List<String> FORBIDDEN = List.of(
            "UPDATE audit_entry SET why = 'another'",
            "DELETE FROM audit_entry",
            "TRUNCATE audit_entry",
            "DROP TABLE audit_entry",
            "ALTER TABLE audit_entry DISABLE TRIGGER ALL",
            "DROP TRIGGER audit_is_never_changed ON audit_entry",
            "DROP FUNCTION chain_audit_entry() CASCADE",
            "UPDATE audit_note SET why = 'another'",
            "DELETE FROM audit_note",
            "UPDATE audit_reason SET why = 'another'",
            "INSERT INTO audit_reason VALUES (1, sha256('a'), 'another')",
            "TRUNCATE audit_reason",
            "SET session_replication_role = replica",
            "DELETE FROM flyway_schema_history",
            "CREATE TABLE another (id bigint)",
            "ALTER TABLE call ADD COLUMN another text",
            "TRUNCATE tally");

    private EmbeddedPostgres cluster;

    @BeforeEach
    void start() throws IOException {
        cluster = EmbeddedPostgres.builder()
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @AfterEach
    void stop() throws IOException {
        cluster.close();
    }

    @Test
    void theLineCannotChangeTheAuditOrTheTables() {
        try (Database database = Database.open(url("postgres", "postgres"))) {
            assertThat(FORBIDDEN)
                    .allSatisfy(sql -> assertThatThrownBy(
                                    () -> database.jdbi().useHandle(handle -> handle.execute(sql)))
                            .isInstanceOf(JdbiException.class)
                            .hasMessageMatching("(?s).*(permission denied|must be owner).*"));
        }
    }

    @Test
    void evenTheOwnerOfTheAuditDoesNotChangeItByMistake() {
        Database.open(url("postgres", "postgres")).close();
        Jdbi owner = Jdbi.create(url("postgres", "postgres"));

        for (String sql :
                List.of("UPDATE audit_entry SET why = 'another'", "DELETE FROM audit_entry", "TRUNCATE audit_entry")) {
            assertThatThrownBy(() -> owner.useHandle(handle -> handle.execute(sql)))
                    .isInstanceOf(JdbiException.class)
                    .hasMessageContaining("the audit is never changed");
        }
    }

    @Test
    void theLineMayUseATableThatALaterMigrationMakes() {
        Database.open(url("postgres", "postgres")).close();
        administrator("CREATE TABLE later (id bigint GENERATED ALWAYS AS IDENTITY, serial_id serial, name text)");
        administrator("CREATE VIEW later_names AS SELECT name FROM later");

        try (Database database = Database.open(url("postgres", "postgres"))) {
            assertThatCode(() -> database.jdbi().useHandle(handle -> {
                        handle.execute("INSERT INTO later (name) VALUES ('one')");
                        handle.execute("UPDATE later SET name = (SELECT max(name) FROM later_names)");
                        handle.execute("DELETE FROM later");
                    }))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void anOwnerWhoMayMakeRolesNeedsNobodysHelp() {
        administrator("CREATE ROLE maker LOGIN CREATEROLE", "CREATE DATABASE made OWNER maker");

        try (Database database = Database.open(url("maker", "made"))) {
            assertThat(whoWorks(database)).isEqualTo("maker as referral_line_service");
        }
    }

    @Test
    void anOwnerWhoMayNotMakeRolesIsToldWhatAnAdministratorRunsFirst() {
        administrator("CREATE ROLE \"line-owner\" LOGIN", "CREATE DATABASE owned OWNER \"line-owner\"");

        assertThatThrownBy(() -> Database.open(url("line-owner", "owned")))
                .isInstanceOf(StartFailure.class)
                .hasMessage(
                        "The database's user may not make the role that the line works as: an administrator first runs "
                                + "\"CREATE ROLE referral_line_service NOLOGIN;\" and "
                                + "\"GRANT referral_line_service TO \"line-owner\";\".");

        administrator("CREATE ROLE referral_line_service NOLOGIN", "GRANT referral_line_service TO \"line-owner\"");
        try (Database database = Database.open(url("line-owner", "owned"))) {
            assertThat(whoWorks(database)).isEqualTo("line-owner as referral_line_service");
        }
    }

    @Test
    void aUserWhoOwnsNothingServesADatabaseThatIsUpToDateAndNoOther() {
        Database.open(url("postgres", "postgres")).close();
        administrator("CREATE ROLE waiter LOGIN");

        assertThatThrownBy(() -> Database.open(url("waiter", "postgres")))
                .isInstanceOf(StartFailure.class)
                .hasMessage("The user of DATABASE_URL may not work as referral_line_service:"
                        + " an administrator grants it that role.");

        administrator("GRANT referral_line_service TO waiter");
        try (Database database = Database.open(url("waiter", "postgres"))) {
            assertThat(whoWorks(database)).isEqualTo("waiter as referral_line_service");
            assertThatThrownBy(() -> database.jdbi().useHandle(handle -> {
                        handle.execute("RESET ROLE");
                        handle.execute("ALTER TABLE audit_entry DISABLE TRIGGER ALL");
                    }))
                    .isInstanceOf(JdbiException.class)
                    .hasMessageContaining("must be owner");
        }

        administrator("DELETE FROM flyway_schema_history"
                + " WHERE installed_rank = (SELECT max(installed_rank) FROM flyway_schema_history)");
        assertThatThrownBy(() -> Database.open(url("waiter", "postgres")))
                .isInstanceOf(StartFailure.class)
                .hasMessage(
                        "The database is older than this version of the line: run \"migrate\" once, with the user who"
                                + " owns its tables in DATABASE_URL.");
    }

    @Test
    void linesOfSeveralDatabasesStartOnOneClusterAtTheSameMoment() throws Exception {
        List<String> names =
                IntStream.rangeClosed(1, 4).mapToObj(n -> "line_" + n).toList();
        administrator("CREATE ROLE maker LOGIN CREATEROLE");
        names.forEach(name -> administrator("CREATE DATABASE " + name + " OWNER maker"));
        var together = Executors.newFixedThreadPool(names.size() * 2);

        // Two nodes of each.
        List<Future<String>> starts = names.stream()
                .flatMap(name -> List.of(name, name).stream())
                .map(name -> together.submit(() -> {
                    try (Database database = Database.open(url("maker", name))) {
                        return whoWorks(database);
                    }
                }))
                .toList();

        for (Future<String> start : starts) {
            assertThat(start.get()).isEqualTo("maker as referral_line_service");
        }
        together.shutdown();
    }

    @Test
    void aDatabaseCopiedToAnotherClusterWorksThere() {
        Database.open(url("postgres", "postgres")).close();
        // As a copy arrives where the role is not known.
        administrator("DROP OWNED BY referral_line_service", "DROP ROLE referral_line_service");

        try (Database database = Database.open(url("postgres", "postgres"))) {
            assertThatCode(() -> database.jdbi().useHandle(handle -> handle.execute("DELETE FROM tally")))
                    .doesNotThrowAnyException();
            assertThatThrownBy(() -> database.jdbi().useHandle(handle -> handle.execute("DELETE FROM audit_entry")))
                    .hasMessageContaining("permission denied");
        }
    }

    private static String whoWorks(Database database) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT session_user || ' as ' || current_user")
                        .mapTo(String.class)
                        .one());
    }

    private void administrator(String... statements) {
        Jdbi.create(cluster.getPostgresDatabase())
                .useHandle(handle -> List.of(statements).forEach(handle::execute));
    }

    private String url(String user, String database) {
        return cluster.getJdbcUrl(user, database);
    }
}
