package uk.referralline.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.time.Duration;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.codec.Codec;
import org.jdbi.v3.core.codec.CodecFactory;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.qualifier.QualifiedType;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.jackson2.Jackson2Config;
import org.jdbi.v3.jackson2.Jackson2Plugin;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;

/** The service's PostgreSQL: one pool, brought up to date by the migrations in {@code db/}. */
public final class Database implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final int CONNECTIONS = 10;

    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private Database(HikariDataSource pool) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool)
                .installPlugin(new PostgresPlugin())
                .installPlugin(new SqlObjectPlugin())
                .installPlugin(new Jackson2Plugin());
        // What a statement was given is personal: no error message may repeat it (law L7).
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        jdbi.getConfig(Jackson2Config.class).setMapper(new ObjectMapper().registerModule(new Jdk8Module()));
    }

    /**
     * Connects, and runs what is new in {@code db/} if the URL's user owns the tables. From then on the line works as
     * {@value Migrations#SERVICE_ROLE}, which cannot change the audit or the tables, whoever the URL's user is.
     *
     * @param url a {@code jdbc:postgresql:} URL, with its user and password
     * @throws StartFailure if the database cannot be reached or its migrations do not fit
     */
    public static Database open(String url) {
        try {
            boolean upToDate;
            try (var owner = new HikariDataSource(Migrations.settings(common(url)))) {
                upToDate = Migrations.run(owner);
            }
            return serving(new HikariDataSource(settings(url)), upToDate);
        } catch (PoolInitializationException unreachable) {
            throw Migrations.mayNotServe(unreachable)
                    ? new StartFailure(
                            "The user of DATABASE_URL may not work as " + Migrations.SERVICE_ROLE
                                    + ": an administrator grants it that role.",
                            unreachable)
                    : new StartFailure("DATABASE_URL names a database that cannot be reached.", unreachable);
        }
    }

    private static Database serving(HikariDataSource pool, boolean upToDate) {
        try {
            if (!upToDate) {
                Migrations.check(pool);
            }
            return new Database(pool);
        } catch (RuntimeException wrong) {
            pool.close();
            throw wrong;
        }
    }

    private static HikariConfig settings(String url) {
        HikariConfig settings = common(url);
        settings.setMaximumPoolSize(CONNECTIONS);
        settings.addDataSourceProperty("reWriteBatchedInserts", "true");
        settings.addDataSourceProperty("socketTimeout", "30");
        // A caller hears nothing while we wait: better to fail into spoken words than to hang.
        settings.setConnectionInitSql(
                "SET statement_timeout = '" + PATIENCE.toMillis() + "ms'; SET ROLE " + Migrations.SERVICE_ROLE);
        return settings;
    }

    private static HikariConfig common(String url) {
        var settings = new HikariConfig();
        settings.setPoolName("line");
        settings.setJdbcUrl(url);
        settings.setConnectionTimeout(PATIENCE.toMillis());
        settings.setAutoCommit(true);
        settings.addDataSourceProperty("ApplicationName", "referral-line");
        settings.addDataSourceProperty("tcpKeepAlive", "true");
        settings.addDataSourceProperty("logServerErrorDetail", "false");
        return settings;
    }

    /** For a library that keeps a table of its own. */
    public DataSource dataSource() {
        return pool;
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    /** Teaches Jdbi a value type of ours that is kept as text. */
    public <T> Database text(Class<T> type, Function<String, T> read, Function<T, String> write) {
        return value(type, String.class, read, write);
    }

    /** Teaches Jdbi a value type of ours that is kept as a whole number. */
    public <T> Database number(Class<T> type, Function<Long, T> read, Function<T, Long> write) {
        return value(type, Long.class, read, write);
    }

    private <T, C> Database value(Class<T> type, Class<C> column, Function<C, T> read, Function<T, C> write) {
        ColumnMapper<T> mapper = (row, index, context) -> {
            C stored = row.getObject(index, column);
            return stored == null ? null : read.apply(stored);
        };
        Codec<T> codec = new Codec<>() {
            @Override
            public ColumnMapper<T> getColumnMapper() {
                return mapper;
            }

            @Override
            public Function<T, Argument> getArgumentFunction() {
                return value -> (position, statement, context) ->
                        statement.setObject(position, value == null ? null : write.apply(value));
            }
        };
        jdbi.registerCodecFactory(CodecFactory.forSingleCodec(QualifiedType.of(type), codec));
        return this;
    }

    /** True when it answers at once. */
    public boolean answers() {
        try {
            return jdbi.withHandle(handle ->
                    handle.createQuery("SELECT true").mapTo(Boolean.class).one());
        } catch (RuntimeException down) {
            return false;
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
