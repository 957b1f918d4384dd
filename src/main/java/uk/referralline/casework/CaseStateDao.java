package uk.referralline.casework;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import uk.referralline.duty.AdvocateId;

@RegisterConstructorMapper(CaseState.class)
interface CaseStateDao {

    @SqlQuery("""
            SELECT id, status, kind, urgency, eligibility, owner_id AS owner, due_at, version
              FROM case_record
             WHERE id = :id
               FOR NO KEY UPDATE
            """)
    Optional<CaseState> lock(CaseId id);

    @SqlQuery("UPDATE case_record SET version = version + 1 WHERE id = :id RETURNING version")
    int nextVersion(CaseId id);

    /** Never later than it was while something else waits on it: a message, an incident, a referral to complete. */
    @SqlUpdate("""
            WITH family AS (SELECT case_family(:id) AS id)
            UPDATE case_record
               SET due_at = CASE
                       WHEN EXISTS (SELECT 1
                                      FROM recording
                                     WHERE case_id IN (SELECT id FROM family)
                                       AND status IN ('left', 'completed')
                                       AND written_up_at IS NULL)
                         OR EXISTS (SELECT 1 FROM incident
                                     WHERE case_id IN (SELECT id FROM family) AND settled_at IS NULL)
                         OR EXISTS (SELECT 1 FROM referral
                                     WHERE case_id IN (SELECT id FROM family) AND completed_at IS NULL)
                       THEN LEAST(due_at, :due)
                       ELSE :due
                   END
             WHERE id = :id
            """)
    void due(CaseId id, Instant due);

    @SqlUpdate("UPDATE case_record SET urgency = :urgency, urgency_why = :why, due_at = :due WHERE id = :id")
    void urgency(CaseId id, Urgency urgency, String why, Instant due);

    @SqlUpdate("""
            WITH judged AS (
                UPDATE case_record
                   SET eligibility = :eligibility, eligibility_by = 'advocate'
                 WHERE id = :id
            )
            UPDATE referral SET eligibility = :eligibility WHERE case_id = :id
            """)
    void eligibility(CaseId id, Eligibility eligibility);

    @SqlUpdate("UPDATE case_record SET kind = :kind WHERE id = :id")
    void kind(CaseId id, String kind);

    /** Without an owner it is back in the duty queue. */
    @SqlUpdate("""
            UPDATE case_record
               SET owner_id = :owner,
                   queue = CASE WHEN CAST(:owner AS bigint) IS NULL THEN 'duty' END
             WHERE id = :id
            """)
    void owner(CaseId id, Optional<AdvocateId> owner);

    @SqlUpdate("UPDATE case_record SET status = 'closed', outcome = :outcome, closed_at = :at WHERE id = :id")
    void close(CaseId id, String outcome, Instant at);

    /** Whether the person said no, and nothing of the case is kept. */
    @SqlQuery("SELECT outcome IS NOT DISTINCT FROM 'said-no' FROM case_record WHERE id = :id")
    boolean saidNo(CaseId id);

    /** Nothing when its reference has gone to another living case since. */
    @SqlUpdate("""
            UPDATE case_record AS mine
               SET status = 'open', outcome = NULL, closed_at = NULL, due_at = :due,
                   queue = CASE WHEN owner_id IS NULL THEN 'duty' ELSE queue END
             WHERE id = :id
               AND status = 'closed'
               AND NOT EXISTS (SELECT 1
                                 FROM case_record AS other
                                WHERE other.status <> 'closed'
                                  AND other.reference = mine.reference)
            """)
    boolean reopen(CaseId id, Instant due);
}
