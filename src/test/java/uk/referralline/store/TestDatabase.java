package uk.referralline.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;

/**
 * One PostgreSQL for the whole test run, and for each test a database of its own, cloned from a migrated template. Its
 * session time zone is an odd one, and not the JVM's.
 */
public final class TestDatabase {
    public static final String ODD_ZONE = "America/St_Johns";

    /** The driver asks for the JVM's zone when it connects, so a default would not hold. */
    private static final String ODD_SESSIONS = """
            CREATE FUNCTION be_odd() RETURNS event_trigger LANGUAGE plpgsql AS $$
            BEGIN
                PERFORM set_config('TimeZone', '%s', false);
            END $$;
            CREATE EVENT TRIGGER be_odd ON login EXECUTE FUNCTION be_odd();
            """.formatted(ODD_ZONE);

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final EmbeddedPostgres POSTGRES = start();

    private TestDatabase() {}

    private static EmbeddedPostgres start() {
        try {
            var postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(Files.createTempDirectory("line-test"))
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("max_connections", "200")
                    .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                    .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                    .start();
            run(postgres, "CREATE DATABASE line_template");
            String template = postgres.getJdbcUrl("postgres", "line_template");
            Database.open(template).close();
            asOwner(template).useHandle(handle -> handle.execute(ODD_SESSIONS));
            return postgres;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The URL of a database of one's own, migrated and empty. */
    public static synchronized String fresh() {
        String name = "line_test_" + COUNT.incrementAndGet();
        run(POSTGRES, "CREATE DATABASE " + name + " TEMPLATE line_template");
        return POSTGRES.getJdbcUrl("postgres", name);
    }

    /** The URL of a database without tables. */
    static synchronized String empty() {
        String name = "line_test_" + COUNT.incrementAndGet();
        run(POSTGRES, "CREATE DATABASE " + name);
        return POSTGRES.getJdbcUrl("postgres", name);
    }

    /** The database under the user who owns its tables, to do what the line itself may not. */
    public static Jdbi asOwner(String url) {
        return Jdbi.create(url);
    }

    private static void run(EmbeddedPostgres postgres, String sql) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
