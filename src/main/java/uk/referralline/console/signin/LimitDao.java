package uk.referralline.console.signin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface LimitDao {

    /** Until when one of these has to wait. */
    @SqlQuery("SELECT max(free_at) FROM sign_in_limit WHERE key IN (<keys>) AND free_at > :now")
    Optional<Instant> waiting(@BindList("keys") List<Hashed> keys, Instant now);

    /** Counts a try, and locks the counter; empty when it has to wait. */
    @SqlQuery("""
            INSERT INTO sign_in_limit AS counter (key, tries, last_at, free_at)
            VALUES (:key, 1, :now, :now)
            ON CONFLICT (key) DO UPDATE
               SET tries = CASE WHEN counter.last_at <= :forgottenBefore THEN 1 ELSE counter.tries + 1 END,
                   last_at = :now
             WHERE counter.free_at <= :now
            RETURNING tries
            """)
    Optional<Integer> count(Hashed key, Instant now, Instant forgottenBefore);

    @SqlUpdate("UPDATE sign_in_limit SET free_at = :freeAt WHERE key = :key")
    void free(Hashed key, Instant freeAt);

    @SqlUpdate("DELETE FROM sign_in_limit WHERE key = :key")
    void forget(Hashed key);

    @SqlUpdate("UPDATE sign_in_limit SET tries = greatest(tries - 1, 0) WHERE key = :key")
    void takeBack(Hashed key);

    @SqlUpdate("DELETE FROM sign_in_limit WHERE last_at <= :before")
    void tidy(Instant before);
}
