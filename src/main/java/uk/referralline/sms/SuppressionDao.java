package uk.referralline.sms;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface SuppressionDao {

    @SqlQuery("SELECT secret FROM service_key WHERE name = 'suppression'")
    Optional<byte[]> key();

    @SqlUpdate("""
            INSERT INTO service_key (name, secret, made_at)
            VALUES ('suppression', :secret, :at)
            ON CONFLICT (name) DO NOTHING
            """)
    void keepKey(byte[] secret, Instant at);

    @SqlUpdate("""
            INSERT INTO suppression (number_hash, since, route)
            VALUES (:hash, :at, :route)
            ON CONFLICT (number_hash) DO NOTHING
            """)
    void stop(byte[] hash, String route, Instant at);

    @SqlUpdate("DELETE FROM suppression WHERE number_hash = :hash")
    boolean allow(byte[] hash);

    @SqlQuery("SELECT EXISTS (SELECT 1 FROM suppression WHERE number_hash = :hash)")
    boolean stopped(byte[] hash);
}
