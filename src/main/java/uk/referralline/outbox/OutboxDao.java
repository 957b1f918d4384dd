package uk.referralline.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.json.Json;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(OutboxDao.Row.class)
interface OutboxDao {

    @SqlUpdate("""
            INSERT INTO outbox (kind, business_key, payload, status, next_at, written_at)
            VALUES (:kind, :businessKey, :payload, 'pending', :notBefore, :at)
            ON CONFLICT (business_key) DO NOTHING
            """)
    boolean write(String kind, String businessKey, @Json Map<String, String> payload, Instant notBefore, Instant at);

    /** Whoever held these is gone, and nobody knows how far it came. */
    @SqlUpdate("""
            UPDATE outbox
               SET status = 'unknown', next_at = :at
             WHERE status = 'attempting'
               AND next_at < :leaseEnded
            """)
    int giveUpOn(Instant leaseEnded, Instant at);

    /** One job, claimed by whoever comes first. A job being settled stays unknown, whatever happens to us. */
    @SqlQuery("""
            WITH next AS (
                SELECT id
                  FROM outbox
                 WHERE status IN ('pending', 'unknown')
                   AND kind = ANY (:kinds)
                   AND next_at <= :at
                 ORDER BY next_at
                 LIMIT 1
                   FOR UPDATE SKIP LOCKED
            )
            UPDATE outbox
               SET status = CASE WHEN outbox.status = 'pending' THEN 'attempting' ELSE 'unknown' END,
                   attempts = outbox.attempts + 1,
                   next_at = CASE WHEN outbox.status = 'pending' THEN CAST(:at AS timestamptz) ELSE CAST(:askAgain AS timestamptz) END
              FROM next
             WHERE outbox.id = next.id
            RETURNING outbox.id, outbox.kind, outbox.payload, outbox.attempts, outbox.written_at,
                      outbox.status = 'unknown' AS unknown
            """)
    Optional<Row> claim(List<String> kinds, Instant at, Instant askAgain);

    @SqlUpdate("""
            UPDATE outbox
               SET status = :status,
                   next_at = :nextAt,
                   note = :note,
                   ended_at = CASE WHEN :status IN ('done', 'failed') THEN CAST(:at AS timestamptz) END
             WHERE id = :id
            """)
    void settle(long id, String status, Instant nextAt, Optional<String> note, Instant at);

    /** A claimed row. */
    record Row(
            long id, String kind, @Json Map<String, String> payload, int attempts, Instant writtenAt, boolean unknown) {
        Job job() {
            return new Job(id, kind, payload, attempts, writtenAt);
        }
    }
}
