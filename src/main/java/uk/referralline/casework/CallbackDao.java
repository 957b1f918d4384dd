package uk.referralline.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import uk.referralline.number.PhoneNumber;

interface CallbackDao {

    /**
     * Permissions belong to this number alone: those of the case's other numbers are taken back, also where they were given on
     * a case that was merged into this one.
     */
    @SqlUpdate("""
            WITH taken_back AS (
                UPDATE contact_permission
                   SET may_leave_message = false, may_text = false
                 WHERE case_id = ANY (ARRAY(SELECT case_family(:id)))
                   AND number <> :number
            )
            INSERT INTO contact_permission (case_id, number, own_phone, may_leave_message, may_text, asked_at)
            VALUES (:id, :number, :ownPhone, :mayLeaveMessage, :mayText, :at)
            ON CONFLICT (case_id, number) DO UPDATE
               SET own_phone = excluded.own_phone,
                   may_leave_message = excluded.may_leave_message,
                   may_text = excluded.may_text,
                   asked_at = excluded.asked_at
            """)
    void permit(CaseId id, PhoneNumber number, @BindMethods Permissions permissions, @Bind("at") Instant at);

    /** On each living case that holds this number or goes on from one that does, and has no such alert standing. */
    @SqlQuery("""
            WITH living (id) AS (
                SELECT DISTINCT living_case(permission.case_id)
                  FROM contact_permission AS permission
                  JOIN case_record ON case_record.id = permission.case_id
                 WHERE permission.number = :number
                   AND case_record.status <> 'closed'
            ), raised AS (
                INSERT INTO contact_alert (case_id, reason, raised_at)
                SELECT id, :reason, CAST(:at AS timestamptz)
                  FROM living
                 WHERE NOT EXISTS (SELECT 1
                                     FROM contact_alert AS standing
                                    WHERE standing.case_id = living.id
                                      AND standing.lifted_at IS NULL
                                      AND standing.reason = :reason)
                RETURNING case_id
            ), changed AS (
                UPDATE case_record
                   SET version = version + 1
                  FROM raised
                 WHERE case_record.id = raised.case_id
                RETURNING case_record.id, version
            )
            INSERT INTO case_event (case_id, kind, reason, version, at)
            SELECT id, 'alert-raised', :reason, version, CAST(:at AS timestamptz)
              FROM changed
            RETURNING case_id
            """)
    List<CaseId> alert(PhoneNumber number, String reason, Instant at);

    /** A message on a case with an open callback is one more thing that the callback answers, from whichever case it is made. */
    @SqlUpdate("""
            INSERT INTO callback_event (callback_id, kind, at)
            SELECT DISTINCT made.id, 'message-left', CAST(:at AS timestamptz)
              FROM callback AS mine
              JOIN callback AS made ON made.id = answering_call(mine.id)
             WHERE mine.case_id = :id
               AND made.status = 'open'
            """)
    void messageLeft(CaseId id, Instant at);

    /** Also where it would be made from a linked case, or by another way than a call for now. */
    @SqlUpdate("""
            UPDATE callback
               SET status = 'ended', outcome = 'cancelled-by-caller', ended_at = :at, held_by = NULL,
                   due_at = COALESCE(own_due_at, due_at), own_due_at = NULL
             WHERE status = 'open' AND case_id = :id
                OR outcome IN ('asked-again-on-linked-case', 'must-not-be-phoned')
                   AND case_id = ANY (ARRAY(SELECT case_family(:id)))
                   AND EXISTS (SELECT 1
                                 FROM callback AS made
                                WHERE made.id = answering_call(callback.id)
                                  AND (made.status = 'open' OR made.outcome = 'must-not-be-phoned'))
            """)
    void cancel(CaseId id, Instant at);

    /**
     * Nothing when the person must not be phoned. The case is locked by then, so that no such need comes in between. A person has
     * one callback: where they wait on a linked case, or on the one it was merged into, they wait here instead, for no longer than
     * there.
     *
     * @return the cases on which they no longer wait
     */
    @SqlQuery("""
            WITH may AS (
                SELECT NOT EXISTS (SELECT 1 FROM case_need WHERE case_id = :id AND blocks_phone) AS be_phoned
            ), waiting AS (
                SELECT callback.id, due_at
                  FROM callback, may
                 WHERE be_phoned
                   AND case_id = ANY (ARRAY(SELECT linked_cases(:id)))
                   AND status = 'open'
            ), due AS (
                SELECT CAST(:due AS timestamptz) AS own, LEAST(CAST(:due AS timestamptz), min(due_at)) AS soonest
                  FROM waiting
            ), promised AS (
                INSERT INTO callback (case_id, number, place, status, due_at, own_due_at, asked_at)
                SELECT :id, :number, :place, 'open', soonest, CASE WHEN own > soonest THEN own END, CAST(:at AS timestamptz)
                  FROM may, due
                 WHERE be_phoned
                ON CONFLICT (case_id) WHERE status = 'open' DO UPDATE
                   SET number = excluded.number,
                       place = excluded.place,
                       due_at = LEAST(callback.due_at, excluded.due_at),
                       own_due_at = CASE WHEN LEAST(COALESCE(callback.own_due_at, callback.due_at), CAST(:due AS timestamptz))
                                              > LEAST(callback.due_at, excluded.due_at)
                                         THEN LEAST(COALESCE(callback.own_due_at, callback.due_at), CAST(:due AS timestamptz)) END,
                       undecided = false
                RETURNING id, due_at
            ), moved AS (
                UPDATE callback
                   SET status = 'ended', outcome = 'asked-again-on-linked-case', ended_at = CAST(:at AS timestamptz),
                       due_at = COALESCE(callback.own_due_at, callback.due_at), own_due_at = NULL, held_by = promised.id
                  FROM waiting, promised
                 WHERE callback.id = waiting.id
                RETURNING callback.case_id
            ), changed AS (
                UPDATE case_record
                   SET version = version + 1
                  FROM moved
                 WHERE case_record.id = moved.case_id
                RETURNING case_record.id, version
            ), told AS (
                INSERT INTO case_event (case_id, kind, becomes, version, at)
                SELECT changed.id, 'callback-moved', CAST(:id AS text), version, CAST(:at AS timestamptz)
                  FROM changed
            ), hurried AS (
                UPDATE case_record
                   SET due_at = LEAST(case_record.due_at, promised.due_at)
                  FROM promised
                 WHERE case_record.id = :id
            ), asked AS (
                INSERT INTO callback_event (callback_id, kind, at)
                SELECT id, 'asked', CAST(:at AS timestamptz)
                  FROM promised
            )
            SELECT case_id
              FROM moved
            """)
    List<CaseId> request(CaseId id, Optional<PhoneNumber> number, Optional<String> place, Instant due, Instant at);

    /**
     * A call that was not made because the number was wrong is promised again, on the new one, for when it was due; also where it
     * was promised on a case that was merged into this one.
     */
    @SqlUpdate("""
            WITH last AS (
                SELECT made.outcome, mine.due_at, mine.asked_at, mine.preferred_part
                  FROM callback AS mine
                  JOIN callback AS made ON made.id = answering_call(mine.id)
                 WHERE mine.case_id = ANY (ARRAY(SELECT case_family(:id)))
                   AND mine.outcome IS DISTINCT FROM 'merge-undone'
                 ORDER BY mine.id DESC
                 LIMIT 1
            ), promised AS (
                INSERT INTO callback (case_id, number, status, due_at, asked_at, preferred_part)
                SELECT :id, :number, 'open', due_at, asked_at, preferred_part
                  FROM last
                 WHERE outcome = 'wrong-number'
                   AND NOT EXISTS (SELECT 1 FROM case_need WHERE case_id = :id AND blocks_phone)
                ON CONFLICT (case_id) WHERE status = 'open' DO UPDATE
                   SET due_at = LEAST(callback.due_at, excluded.due_at)
                RETURNING due_at
            )
            UPDATE case_record
               SET due_at = LEAST(case_record.due_at, promised.due_at)
              FROM promised
             WHERE case_record.id = :id
            """)
    void promiseAgain(CaseId id, PhoneNumber number);

    @SqlUpdate("UPDATE callback SET number = :number WHERE case_id = :id AND status = 'open'")
    void redirect(CaseId id, PhoneNumber number);
}
