package uk.referralline.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface CaseDao {

    @SqlQuery("SELECT EXISTS (SELECT 1 FROM case_record WHERE status <> 'closed' AND reference = :reference)")
    boolean isTaken(Reference reference);

    @SqlQuery("""
            INSERT INTO case_record (reference, kind, status, urgency, queue, due_at, opened_at)
            VALUES (:reference, 'general', 'open', 'U3', 'duty', :due, :at)
            RETURNING id
            """)
    long open(Reference reference, Instant due, Instant at);

    /**
     * What is promised on an open case only ever makes it sooner, and a kind once known is not lost again. A case that an
     * advocate closed while its caller was on the line is open again. All cases of the person are locked first, in one order: what
     * is promised here may move from another one.
     */
    @SqlUpdate("""
            WITH person AS MATERIALIZED (
                SELECT id
                  FROM case_record
                 WHERE id = ANY (ARRAY(SELECT linked_cases(:id)) || CAST(:id AS bigint))
                 ORDER BY id
                   FOR NO KEY UPDATE
            )
            UPDATE case_record
               SET kind = CASE WHEN kind = 'general' THEN :kind ELSE kind END,
                   urgency = LEAST(urgency, :urgency),
                   urgency_why = CASE WHEN urgency > :urgency THEN NULL ELSE urgency_why END,
                   due_at = CASE WHEN status = 'open' THEN LEAST(due_at, :due) ELSE :due END,
                   status = 'open', outcome = NULL, closed_at = NULL,
                   queue = CASE WHEN owner_id IS NULL THEN 'duty' ELSE queue END,
                   version = version + 1
             WHERE id = :id
               AND id IN (SELECT id FROM person)
               AND status <> 'merged'
            """)
    void promise(CaseId id, String kind, Urgency urgency, Instant due);

    /** A caller changed something of it: a form that was open is stale. */
    @SqlUpdate("UPDATE case_record SET version = version + 1 WHERE id = :id")
    void changed(CaseId id);

    @SqlUpdate("""
            INSERT INTO referral (case_id, referrer_role, number, extension, person_status, agreement, urgent_date, left_at)
            VALUES (:id, :role, :number, :extension, :personStatus, :agreement, :urgentDate, :at)
            ON CONFLICT (case_id) DO UPDATE
               SET referrer_role = excluded.referrer_role,
                   number = excluded.number,
                   extension = excluded.extension,
                   person_status = excluded.person_status,
                   agreement = excluded.agreement,
                   urgent_date = excluded.urgent_date
            """)
    void refer(CaseId id, @BindMethods ReferralDetails details, @Bind("at") Instant at);

    /** What is not known does not undo what was, nor does any rule undo what an advocate decided. */
    @SqlUpdate("""
            WITH judged AS (
                UPDATE case_record
                   SET eligibility = :eligibility
                 WHERE id = :id
                   AND status = 'open'
                   AND eligibility_by = 'rules'
                   AND :eligibility <> 'unknown'
                RETURNING id
            )
            UPDATE referral
               SET eligibility = :eligibility
              FROM judged
             WHERE referral.case_id = judged.id
            """)
    void judge(CaseId id, Eligibility eligibility);

    /** The case that goes on under this reference, locked, so that no merge moves it from under a call that joins it. */
    @SqlQuery("""
            SELECT id
              FROM case_record
             WHERE id = (SELECT living_case(found.id)
                           FROM case_record AS found
                          WHERE found.reference = :reference
                            AND found.status <> 'closed')
               AND status = 'open'
               FOR NO KEY UPDATE
            """)
    Optional<CaseId> find(Reference reference);

    /**
     * A case with anything promised, left or received on it, or on which a person was rung, stays open, whoever asks. A promise to make contact otherwise than by phone has no row of its own: the kind of the case tells of it.
     */
    @SqlUpdate("""
            UPDATE case_record
               SET status = 'closed', outcome = :outcome, closed_at = :at
             WHERE id = :id
               AND status = 'open'
               AND kind = 'general'
               AND NOT EXISTS (SELECT 1 FROM callback WHERE case_id = :id)
               AND NOT EXISTS (SELECT 1 FROM referral WHERE case_id = :id)
               AND NOT EXISTS (SELECT 1 FROM recording WHERE case_id = :id AND status NOT IN ('absent', 'erased'))
               AND NOT EXISTS (SELECT 1 FROM text_received WHERE case_id = :id)
               AND NOT EXISTS (SELECT 1 FROM case_fact WHERE case_id = :id AND name = 'transfer')
            """)
    void close(CaseId id, String outcome, Instant at);

    /** Not when its reference has gone to another open case since: then a person finds it by the closed one. */
    @SqlUpdate("""
            UPDATE case_record AS mine
               SET status = 'open', outcome = NULL, closed_at = NULL, due_at = :due,
                   queue = CASE WHEN owner_id IS NULL THEN 'duty' ELSE queue END,
                   version = version + 1
             WHERE id = :id
               AND status = 'closed'
               AND outcome <> 'said-no'
               AND NOT EXISTS (SELECT 1
                                 FROM case_record AS other
                                WHERE other.status <> 'closed'
                                  AND other.reference = mine.reference)
            """)
    void reopen(CaseId id, Instant due);

    @SqlUpdate("""
            INSERT INTO tally (name, day, count)
            VALUES (:name, :day, 1)
            ON CONFLICT (name, day) DO UPDATE SET count = tally.count + 1
            """)
    void count(String name, LocalDate day);
}
