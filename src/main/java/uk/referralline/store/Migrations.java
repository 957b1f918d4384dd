package uk.referralline.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;

/** Brings the tables up to date with {@code db/}, as the user who owns them, and says what the line itself may do. */
final class Migrations {
    /** What the line works as, made by {@code db/afterMigrate.sql}. */
    static final String SERVICE_ROLE = "referral_line_service";

    /** How {@code db/afterMigrate.sql} says that an administrator must first do something. */
    private static final String NEEDS_AN_ADMINISTRATOR = "RL001";

    private Migrations() {}

    /** A few connections, without the line's impatience: a migration takes the time it takes. */
    static HikariConfig settings(HikariConfig common) {
        common.setPoolName("migrations");
        common.setMaximumPoolSize(4);
        common.setMinimumIdle(0);
        return common;
    }

    /**
     * Runs what is new, if the pool's user owns the tables.
     *
     * @return false when they belong to somebody else, so that it is for {@link #check} to see whether they fit
     * @throws StartFailure if they do not fit, or do not run
     */
    static boolean run(HikariDataSource pool) {
        boolean mine = ownsTheTables(pool);
        if (mine) {
            explained(pool, Flyway::migrate);
        }
        return mine;
    }

    /** @throws StartFailure if there is something to run, or what ran does not fit */
    static void check(HikariDataSource pool) {
        explained(pool, flyway -> {
            if (flyway.info().pending().length > 0) {
                throw new StartFailure("The database is older than this version of the line: run \"migrate\" once, with"
                        + " the user who owns its tables in DATABASE_URL.");
            }
            flyway.validate();
        });
    }

    private static void explained(HikariDataSource pool, Consumer<Flyway> task) {
        try {
            task.accept(Flyway.configure()
                    .dataSource(pool)
                    .locations("classpath:db")
                    .sqlMigrationPrefix("")
                    .sqlMigrationSeparator("_")
                    .validateMigrationNaming(true)
                    .loggers("slf4j")
                    .load());
        } catch (FlywayException wrong) {
            throw new StartFailure(
                    needsAnAdministrator(wrong)
                            .orElseGet(() -> "The database does not fit this version of the line: " + firstLine(wrong)),
                    wrong);
        }
    }

    /** Also true when there are no tables yet. */
    private static boolean ownsTheTables(HikariDataSource pool) {
        return Jdbi.create(pool)
                .withHandle(
                        handle -> handle.createQuery("""
                                SELECT COALESCE(
                                    (SELECT pg_has_role(relowner, 'USAGE')
                                       FROM pg_class
                                      WHERE oid = to_regclass('flyway_schema_history')),
                                    true)
                                """).mapTo(Boolean.class).one());
    }

    /** Whether a connection was refused because its user may not be {@link #SERVICE_ROLE}, or there is no such role. */
    static boolean mayNotServe(Throwable wrong) {
        return causes(wrong).anyMatch(each -> "42501".equals(each.getSQLState()) || "22023".equals(each.getSQLState()));
    }

    private static Optional<String> needsAnAdministrator(Throwable wrong) {
        return causes(wrong)
                .filter(each -> NEEDS_AN_ADMINISTRATOR.equals(each.getSQLState()))
                .map(each -> firstLine(each).replaceFirst("^[^ ]*: ", ""))
                .findFirst();
    }

    private static Stream<SQLException> causes(Throwable wrong) {
        return Stream.iterate(wrong, Objects::nonNull, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast);
    }

    private static String firstLine(Throwable wrong) {
        return String.valueOf(wrong.getMessage()).lines().findFirst().orElse("");
    }
}
