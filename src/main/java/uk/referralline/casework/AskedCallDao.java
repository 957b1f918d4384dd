package uk.referralline.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(AskedCall.class)
interface AskedCallDao {

    /** All that were ever promised to the persons of these two cases, the oldest first. */
    @SqlQuery("""
            WITH living (id) AS MATERIALIZED (
                SELECT living_case(:one)
                 UNION
                SELECT living_case(:other)
                 UNION
                SELECT linked_cases(living_case(:one))
                 UNION
                SELECT linked_cases(living_case(:other))
            ), ours AS (
                SELECT living.id AS goes_on, family.id AS case_id,
                       LEAST(living.id, (SELECT min(linked) FROM linked_cases(living.id) AS linked)) AS person
                  FROM living
                 CROSS JOIN LATERAL case_family(living.id) AS family (id)
            )
            SELECT called.id, called.case_id, ours.goes_on, ours.person,
                   (SELECT status = 'open' FROM case_record WHERE id = ours.goes_on) AS case_open,
                   EXISTS (SELECT 1 FROM case_need WHERE case_id = ours.goes_on AND blocks_phone) AS no_phone,
                   called.status = 'open' AS open, called.outcome, called.held_by,
                   called.copied_from IS NOT NULL AND asked.last IS NULL AND called.attempts = original.attempts
                       AND original.case_id NOT IN (SELECT case_family(called.case_id)) AS astray,
                   called.held_by IS NULL
                       AND called.id = max(called.id) FILTER (
                           WHERE called.held_by IS NULL AND called.outcome IS DISTINCT FROM 'merge-undone')
                           OVER (PARTITION BY called.case_id) AS newest,
                   EXISTS (SELECT 1
                             FROM number_block
                            WHERE number_block.number = called.number
                              AND lifted_at IS NULL) AS blocked,
                   dense_rank() OVER (ORDER BY COALESCE(called.number, called.place)) AS phone,
                   called.attempts, COALESCE(called.own_due_at, called.due_at) AS promised, called.next_at,
                   GREATEST(called.asked_at, asked.last) AS asked_last
              FROM ours
              JOIN callback AS called ON called.case_id = ours.case_id
              LEFT JOIN callback AS original ON original.id = called.copied_from
             CROSS JOIN LATERAL (
                SELECT max(at) FROM callback_event WHERE callback_id = called.id AND kind = 'asked') AS asked (last)
             WHERE called.outcome IS DISTINCT FROM 'merge-undone'
             ORDER BY called.id
            """)
    List<AskedCall> calls(CaseId one, CaseId other);

    @SqlUpdate("""
            UPDATE callback
               SET status = 'ended', outcome = :outcome, ended_at = :at, held_by = :holder,
                   due_at = COALESCE(own_due_at, due_at), own_due_at = NULL
             WHERE id = :call
            """)
    void end(long call, String outcome, Optional<Long> holder, Instant at);

    @SqlUpdate("UPDATE callback SET held_by = :holder WHERE id = :call")
    void hold(long call, long holder);

    @SqlUpdate("UPDATE callback SET status = 'open', outcome = NULL, ended_at = NULL, held_by = NULL WHERE id = :call")
    void reopen(long call);

    /** The same promise, on the case in which its own goes on, with the attempts made. */
    @SqlQuery("""
            INSERT INTO callback (case_id, number, place, status, due_at, asked_at, preferred_part, next_at, attempts, undecided,
                                  copied_from)
            SELECT :there, number, place, 'open', COALESCE(own_due_at, due_at), asked_at, preferred_part, next_at, attempts, undecided,
                   id
              FROM callback
             WHERE id = :call
            RETURNING id
            """)
    long copy(long call, CaseId there);

    /**
     * The soonest of what it holds is what was promised. The case is due no later; and later again where it was sooner for something
     * that was held alone, and nobody has judged it urgent since.
     *
     * @param due when somebody is to do something about it; empty to leave that as it is
     */
    @SqlUpdate("""
            WITH was AS (
                SELECT id, due_at, COALESCE(own_due_at, due_at) AS own
                  FROM callback
                 WHERE id = :call
            ), now AS (
                UPDATE callback
                   SET due_at = CAST(:promised AS timestamptz),
                       own_due_at = CASE WHEN was.own > CAST(:promised AS timestamptz) THEN was.own END
                  FROM was
                 WHERE callback.id = was.id
                RETURNING callback.case_id, callback.due_at, was.due_at AS before
            )
            UPDATE case_record
               SET due_at = LEAST(CASE WHEN case_record.due_at = now.before
                                        AND (SELECT kind
                                               FROM case_event
                                              WHERE case_id = now.case_id
                                                AND kind IN ('callback-joined', 'urgency-changed')
                                              ORDER BY id DESC
                                              LIMIT 1) = 'callback-joined'
                                       THEN now.due_at ELSE case_record.due_at END,
                                  CAST(:due AS timestamptz))
              FROM now
             WHERE case_record.id = now.case_id
            """)
    void due(long call, Instant promised, Optional<Instant> due);
}
