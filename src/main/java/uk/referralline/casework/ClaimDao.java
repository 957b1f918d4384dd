package uk.referralline.casework;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import uk.referralline.duty.AdvocateId;

@RegisterConstructorMapper(Claim.class)
interface ClaimDao {

    /** One statement decides: nothing comes back when another advocate holds the case, or it is not open. */
    @SqlQuery("""
            INSERT INTO claim AS held (case_id, advocate_id, claimed_at, until)
            SELECT id, :advocate, CAST(:at AS timestamptz), CAST(:until AS timestamptz)
              FROM case_record
             WHERE id = :id
               AND status = 'open'
            ON CONFLICT (case_id) DO UPDATE
               SET advocate_id = excluded.advocate_id,
                   claimed_at = CASE WHEN held.advocate_id = excluded.advocate_id AND held.until > :at
                                     THEN held.claimed_at
                                     ELSE excluded.claimed_at END,
                   until = excluded.until
             WHERE held.until <= :at
                OR held.advocate_id = excluded.advocate_id
            RETURNING case_id, advocate_id AS advocate, claimed_at, until
            """)
    Optional<Claim> take(CaseId id, AdvocateId advocate, Instant at, Instant until);

    @SqlQuery("""
            INSERT INTO claim (case_id, advocate_id, claimed_at, until)
            SELECT id, :advocate, CAST(:at AS timestamptz), CAST(:until AS timestamptz)
              FROM case_record
             WHERE id = :id
               AND status = 'open'
            ON CONFLICT (case_id) DO UPDATE
               SET advocate_id = excluded.advocate_id, claimed_at = excluded.claimed_at, until = excluded.until
            RETURNING case_id, advocate_id AS advocate, claimed_at, until
            """)
    Optional<Claim> takeOver(CaseId id, AdvocateId advocate, Instant at, Instant until);

    @SqlQuery("""
            SELECT case_id, advocate_id AS advocate, claimed_at, until
              FROM claim
             WHERE case_id = :id
               AND until > :at
            """)
    Optional<Claim> standing(CaseId id, Instant at);

    /** Who dealt with it last, if they did not let it go. */
    @SqlQuery("SELECT advocate_id FROM claim WHERE case_id = :id")
    Optional<AdvocateId> holder(CaseId id);

    @SqlUpdate("DELETE FROM claim WHERE case_id = :id AND advocate_id = :advocate")
    boolean release(CaseId id, AdvocateId advocate);

    /**
     * The most urgent by time that nobody deals with; locked, so that two who ask at once are given two. The case of an owner who
     * returns no calls any more is anybody's.
     */
    @SqlQuery("""
            SELECT case_record.id
              FROM case_record
             WHERE status = 'open'
               AND (owner_id IS NULL
                    OR owner_id = :advocate
                    OR NOT EXISTS (SELECT 1
                                     FROM advocate
                                    WHERE advocate.id = owner_id
                                      AND active
                                      AND role IN ('duty-advocate', 'manager')))
               AND NOT EXISTS (SELECT 1 FROM claim WHERE claim.case_id = case_record.id AND until > :at)
             ORDER BY due_at, id
             LIMIT 1
               FOR NO KEY UPDATE SKIP LOCKED
            """)
    Optional<CaseId> next(AdvocateId advocate, Instant at);
}
