package uk.referralline.casework;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import uk.referralline.duty.AdvocateId;

@RegisterConstructorMapper(Slips.Slip.class)
interface SlipDao {

    /** The attempt that made the version which the case has now. */
    @SqlQuery("""
            SELECT callback_attempt.id AS attempt, disposition
              FROM callback_attempt
              JOIN case_record ON case_record.id = callback_attempt.case_id
              JOIN case_event ON case_event.case_id = callback_attempt.case_id
                             AND case_event.at = callback_attempt.at
                             AND case_event.kind = 'call-attempted'
                             AND case_event.version = case_record.version
             WHERE callback_attempt.case_id = :id
               AND callback_attempt.advocate_id = :advocate
               AND due_before IS NOT NULL
             ORDER BY callback_attempt.id DESC
             LIMIT 1
            """)
    Optional<Slips.Slip> last(CaseId id, AdvocateId advocate);

    /** A callback that ended with the attempt did not count it. */
    @SqlUpdate("""
            UPDATE callback
               SET status = 'open', outcome = NULL, ended_at = NULL,
                   attempts = attempts - CASE WHEN callback.status = 'open' THEN 1 ELSE 0 END,
                   next_at = next_before, undecided = undecided_before
              FROM callback_attempt
             WHERE callback_attempt.id = :attempt
               AND callback.id = callback_id
            """)
    void promiseAgain(long attempt);

    @SqlUpdate("""
            UPDATE case_record
               SET due_at = due_before
              FROM callback_attempt
             WHERE callback_attempt.id = :attempt
               AND case_record.id = case_id
            """)
    void dueAgain(long attempt);

    /** Unless somebody else, who was called on it meanwhile, said that it is not to be called either. */
    @SqlUpdate("""
            UPDATE number_block
               SET lifted_by = :advocate, lifted_at = :at, lift_reason = 'The record of the call was a slip.'
              FROM callback_attempt
             WHERE callback_attempt.id = :attempt
               AND number_block.case_id = callback_attempt.case_id
               AND blocked_at = callback_attempt.at
               AND lifted_at IS NULL
               AND NOT EXISTS (SELECT 1
                                 FROM callback AS another
                                WHERE another.number = number_block.number
                                  AND another.outcome IN ('wrong-number', 'asked-not-to-call')
                                  AND another.ended_at >= blocked_at
                                  AND another.id IS DISTINCT FROM callback_attempt.callback_id)
               AND NOT EXISTS (SELECT 1
                                 FROM referral
                                 JOIN callback_attempt AS another ON another.case_id = referral.case_id
                                WHERE referral.number = number_block.number
                                  AND another.callback_id IS NULL
                                  AND another.disposition IN ('wrong-number', 'asked-not-to-call')
                                  AND another.at >= blocked_at
                                  AND another.id <> callback_attempt.id)
            """)
    void unblock(long attempt, AdvocateId advocate, Instant at);

    @SqlUpdate("""
            UPDATE incident
               SET settled_by = :advocate, settled_at = :at, settlement = 'The record of the call was a slip.'
              FROM callback_attempt
             WHERE callback_attempt.id = :attempt
               AND incident.case_id = callback_attempt.case_id
               AND opened_at = callback_attempt.at
               AND settled_at IS NULL
            """)
    void settle(long attempt, AdvocateId advocate, Instant at);

    /** What was recorded stays with the case's events. */
    @SqlUpdate("DELETE FROM callback_attempt WHERE id = :attempt")
    void remove(long attempt);
}
