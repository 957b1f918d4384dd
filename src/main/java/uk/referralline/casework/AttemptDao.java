package uk.referralline.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import uk.referralline.duty.AdvocateId;
import uk.referralline.number.PhoneNumber;

@RegisterConstructorMapper(OpenCallback.class)
interface AttemptDao {

    @SqlQuery("""
            SELECT id, case_id, number, place, due_at, asked_at, preferred_part, next_at, attempts, undecided
              FROM callback
             WHERE case_id = :id
               AND status = 'open'
               FOR UPDATE
            """)
    Optional<OpenCallback> open(CaseId id);

    /** Whom we call on a referral, where no call to the person is promised. */
    @SqlQuery("""
            SELECT number
              FROM referral
             WHERE case_id = ANY (ARRAY(SELECT case_family(:id)))
             ORDER BY case_id = :id DESC, left_at DESC
             LIMIT 1
            """)
    Optional<PhoneNumber> referrer(CaseId id);

    @SqlUpdate("""
            INSERT INTO callback_attempt
                   (case_id, callback_id, advocate_id, disposition, at, due_before, next_before, undecided_before)
            SELECT case_record.id, callback.id, :advocate, :disposition, CAST(:at AS timestamptz), case_record.due_at,
                   callback.next_at, callback.undecided
              FROM case_record
              LEFT JOIN callback ON callback.id = :callback
             WHERE case_record.id = :id
            """)
    void add(CaseId id, Optional<Long> callback, AdvocateId advocate, Disposition disposition, Instant at);

    /** Whether the last call that was made to the person reached them, and none was tried since. */
    @SqlQuery("""
            SELECT coalesce((SELECT disposition = 'spoke' AND callback_id IS NOT NULL
                               FROM callback_attempt
                              WHERE case_id = ANY (ARRAY(SELECT case_family(:id)))
                              ORDER BY id DESC
                              LIMIT 1), false)
            """)
    boolean spoke(CaseId id);

    @SqlQuery("SELECT EXISTS (SELECT 1 FROM callback_attempt WHERE case_id = ANY (ARRAY(SELECT case_family(:id))))")
    boolean tried(CaseId id);

    /**
     * By when a call was promised that was never made, as its number was wrong or blocked; at once, where that is over. One that
     * a person decided to stop trying is over with its time.
     */
    @SqlQuery("""
            SELECT GREATEST(due_at, CAST(:at AS timestamptz))
              FROM (SELECT mine.due_at, made.outcome
                      FROM callback AS mine
                      JOIN callback AS made ON made.id = answering_call(mine.id)
                     WHERE mine.case_id = ANY (ARRAY(SELECT case_family(:id)))
                       AND mine.outcome IS DISTINCT FROM 'merge-undone'
                     ORDER BY mine.id DESC
                     LIMIT 1) AS last
             WHERE outcome IN ('wrong-number', 'asked-not-to-call', 'must-not-be-phoned')
                OR outcome = 'given-up' AND due_at > :at
            """)
    Optional<Instant> unkept(CaseId id, Instant at);

    /** Also those that were made while the same promise was that of a case which was merged into this one. */
    @SqlQuery("""
            SELECT attempt.at
              FROM callback AS mine
             CROSS JOIN LATERAL case_family(mine.case_id) AS family (id)
              JOIN callback AS same ON same.case_id = family.id
              JOIN callback_attempt AS attempt ON attempt.case_id = same.case_id AND attempt.callback_id = same.id
             WHERE mine.id = :callback
               AND (same.id = mine.id
                    OR same.asked_at = mine.asked_at AND same.outcome IN ('merged', 'must-not-be-phoned'))
               AND attempt.at < :before
             ORDER BY attempt.at, attempt.id
            """)
    List<Instant> times(long callback, Instant before);

    @SqlUpdate("""
            UPDATE callback
               SET attempts = attempts + 1,
                   next_at = :nextAt,
                   undecided = :undecided
             WHERE id = :callback
            """)
    void tried(long callback, Optional<Instant> nextAt, boolean undecided);

    @SqlUpdate("UPDATE callback SET next_at = :nextAt, undecided = false WHERE id = :callback")
    void plan(long callback, Instant nextAt);

    @SqlUpdate("UPDATE callback SET preferred_part = :part WHERE id = :callback")
    void prefer(long callback, Optional<String> part);

    @SqlUpdate("""
            UPDATE callback
               SET status = 'ended', outcome = :outcome, ended_at = :at, undecided = false, next_at = NULL
             WHERE id = :callback
            """)
    void end(long callback, String outcome, Instant at);

    /** The newest answer holds, also where it was given on a case that was merged into this one. */
    @SqlQuery("""
            SELECT coalesce((SELECT may_leave_message
                               FROM contact_permission
                              WHERE case_id = ANY (ARRAY(SELECT case_family(:id)))
                                AND number = :number
                              ORDER BY asked_at DESC, may_leave_message
                              LIMIT 1), false)
            """)
    boolean mayLeaveMessage(CaseId id, PhoneNumber number);

    /** True when the number was not blocked before. */
    @SqlUpdate("""
            INSERT INTO number_block (number, reason, case_id, blocked_by, blocked_at)
            VALUES (:number, :reason, :id, :advocate, :at)
            ON CONFLICT (number) WHERE lifted_at IS NULL DO NOTHING
            """)
    boolean block(PhoneNumber number, Disposition reason, CaseId id, AdvocateId advocate, Instant at);

    @SqlUpdate("""
            UPDATE number_block
               SET lifted_by = :advocate, lifted_at = :at, lift_reason = :reason
             WHERE number = :number
               AND lifted_at IS NULL
            """)
    boolean unblock(PhoneNumber number, AdvocateId advocate, Instant at, String reason);

    @SqlQuery("SELECT EXISTS (SELECT 1 FROM number_block WHERE number = :number AND lifted_at IS NULL)")
    boolean blocked(PhoneNumber number);

    @SqlUpdate("""
            INSERT INTO incident (case_id, kind, opened_by, opened_at)
            VALUES (:id, 'wrong-number', :advocate, :at)
            """)
    void incident(CaseId id, AdvocateId advocate, Instant at);
}
