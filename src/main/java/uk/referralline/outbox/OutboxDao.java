package uk.referralline.outbox;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.json.Json;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(OutboxDao.Claim.class)
interface OutboxDao {

    default boolean insert(NewJob job, Instant at) {
        return insert(job.kind(), job.businessKey(), job.payload(), job.notBefore(), at);
    }

    @SqlUpdate("""
            INSERT INTO outbox (kind, business_key, payload, status, next_at, written_at)
            VALUES (:kind, :businessKey, :payload, 'pending', :notBefore, :at)
            ON CONFLICT (business_key) DO NOTHING
            """)
    boolean insert(String kind, String businessKey, @Json Map<String, String> payload, Instant notBefore, Instant at);

    /** An attempt that began before this and has not ended: its worker may be dead, or only slow. */
    @SqlUpdate("""
            UPDATE outbox
               SET status = 'unknown', next_at = :at
             WHERE status = 'attempting'
               AND next_at <= :before
            """)
    int giveUpOnAttempts(Instant before, Instant at);

    /**
     * The row that waited longest: one to carry out becomes 'attempting'; an unknown one stays so, and is out of other
     * workers' way until {@code leaseEnds}.
     */
    @SqlQuery("""
            UPDATE outbox
               SET status = CASE WHEN status = 'pending' THEN 'attempting' ELSE status END,
                   attempts = CASE WHEN status = 'pending' THEN attempts + 1 ELSE attempts END,
                   next_at = CASE WHEN status = 'pending' THEN CAST(:at AS timestamptz) ELSE :leaseEnds END
             WHERE id = (SELECT id
                           FROM outbox
                          WHERE status IN ('pending', 'unknown')
                            AND next_at <= :at
                            AND kind = ANY (:kinds)
                          ORDER BY next_at, id
                          LIMIT 1
                            FOR UPDATE SKIP LOCKED)
            RETURNING id, kind, business_key, payload, attempts, status = 'unknown' AS unknown
            """)
    Optional<Claim> claim(@Bind("kinds") String[] kinds, Instant at, Instant leaseEnds);

    default boolean end(Job job, Ending ending, Instant at) {
        return end(job.id(), job.attempts(), ending.status(), ending.nextAt(), ending.note(), ending.over(), at);
    }

    /**
     * What came of an attempt. An attempt that outlived its lease may still say so, unless it was settled or begun anew
     * since.
     */
    @SqlUpdate("""
            UPDATE outbox
               SET status = :status,
                   next_at = :nextAt,
                   note = :note,
                   ended_at = CASE WHEN :over THEN CAST(:at AS timestamptz) END
             WHERE id = :id
               AND attempts = :attempts
               AND status IN ('attempting', 'unknown')
            """)
    boolean end(long id, int attempts, String status, Instant nextAt, Optional<String> note, boolean over, Instant at);

    /** A claimed row. @param unknown whether it is to be settled rather than carried out */
    record Claim(@Nested Job job, boolean unknown) {}
}
