package uk.referralline.casework;

import java.time.Instant;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Making two cases of one again, from how they were before. */
interface UnmergeDao {

    @SqlUpdate("""
            UPDATE case_merge
               SET undone_by = :advocate, undone_at = :at, undo_reason = :reason
             WHERE id = :merge
               AND undone_at IS NULL
            """)
    boolean undo(@Bind("merge") long merge, @BindMethods By by, @Bind("reason") String reason);

    @SqlUpdate("""
            UPDATE case_record AS mine
               SET status = was.status, merged_into = NULL, queue = was.queue, owner_id = was.owner_id,
                   urgency = was.urgency, due_at = was.due_at, outcome = was.outcome, closed_at = was.closed_at
              FROM case_merge,
                   jsonb_populate_record(NULL::case_record, case_merge.before -> 'mine') AS was
             WHERE case_merge.id = :merge
               AND mine.id = case_merge.case_id
            """)
    void restoreMine(@Bind("merge") long merge);

    /** Only what the merge changed, and nobody since: whoever judges urgency, or asks for a call, says so anew. */
    @SqlUpdate("""
            UPDATE case_record AS other
               SET urgency = CASE WHEN other.urgency = LEAST(was.urgency, mine.urgency) AND NOT anew.judged
                                  THEN was.urgency ELSE other.urgency END,
                   urgency_why = CASE WHEN was.urgency > mine.urgency AND other.urgency = mine.urgency AND NOT anew.judged
                                      THEN was.urgency_why ELSE other.urgency_why END,
                   due_at = CASE WHEN other.due_at = LEAST(was.due_at, mine.due_at) AND NOT anew.judged AND NOT anew.asked
                                 THEN was.due_at ELSE other.due_at END,
                   kind = CASE WHEN was.kind = 'general' AND other.kind = mine.kind
                               THEN was.kind ELSE other.kind END
              FROM case_merge,
                   jsonb_populate_record(NULL::case_record, case_merge.before -> 'other') AS was,
                   jsonb_populate_record(NULL::case_record, case_merge.before -> 'mine') AS mine,
                   LATERAL (
                       SELECT EXISTS (SELECT 1
                                        FROM case_event
                                       WHERE case_id = case_merge.into_case
                                         AND kind = 'urgency-changed'
                                         AND at >= case_merge.merged_at) AS judged,
                              EXISTS (SELECT 1
                                        FROM callback
                                        JOIN callback_event ON callback_id = callback.id
                                       WHERE case_id = case_merge.into_case
                                         AND callback_event.at > case_merge.merged_at) AS asked) AS anew
             WHERE case_merge.id = :merge
               AND other.id = case_merge.into_case
               AND other.status = 'open'
               AND mine.status = 'open'
            """)
    void restoreOther(@Bind("merge") long merge);

    /** The calls that were going on, and what was left on them, belong to the case on which they began. */
    @SqlUpdate("""
            WITH moved AS (
                UPDATE call
                   SET case_id = case_merge.case_id
                  FROM case_merge
                 WHERE case_merge.id = :merge
                   AND call.case_id = case_merge.into_case
                   AND case_merge.before -> 'calls' ?? call.sid
                RETURNING call.sid, call.case_id
            )
            UPDATE recording
               SET case_id = moved.case_id
              FROM moved
             WHERE recording.call_sid = moved.sid
            """)
    void restoreCalls(@Bind("merge") long merge);

    @SqlUpdate("""
            WITH needs AS (
                DELETE FROM case_need
                 USING case_merge, case_need AS original
                 WHERE case_merge.id = :merge
                   AND case_need.case_id = case_merge.into_case
                   AND original.id = case_need.copied_from
                   AND original.case_id = case_merge.case_id
            )
            DELETE FROM contact_alert
             USING case_merge, contact_alert AS original
             WHERE case_merge.id = :merge
               AND contact_alert.case_id = case_merge.into_case
               AND contact_alert.lifted_at IS NULL
               AND original.id = contact_alert.copied_from
               AND original.case_id = case_merge.case_id
            """)
    void dropWarnings(@Bind("merge") long merge);

    /**
     * Who was said to be in danger, or not to be phoned, while the two were one may be the person of either: it holds on both until
     * somebody lifts it by name. A need that forbids calls ends what was promised (a trigger of the table does).
     */
    @SqlUpdate("""
            WITH alerts AS (
                INSERT INTO contact_alert (case_id, reason, raised_at, raised_by)
                SELECT case_merge.case_id, contact_alert.reason, raised_at, raised_by
                  FROM case_merge
                  JOIN contact_alert ON contact_alert.case_id = case_merge.into_case
                 WHERE case_merge.id = :merge
                   AND raised_at > merged_at
                   AND lifted_at IS NULL
                   AND copied_from IS NULL
            )
            INSERT INTO case_need (case_id, need, detail, call_sid, advocate_id, noted_at)
            SELECT case_merge.case_id, need, detail, call_sid, advocate_id, CAST(:at AS timestamptz)
              FROM case_merge
              JOIN case_need ON case_need.case_id = case_merge.into_case
             WHERE case_merge.id = :merge
               AND noted_at > merged_at
               AND blocks_phone
               AND copied_from IS NULL
            ON CONFLICT (case_id, need) DO NOTHING
            """)
    void shareWarnings(@Bind("merge") long merge, @Bind("at") Instant at);
}
