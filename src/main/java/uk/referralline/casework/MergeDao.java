package uk.referralline.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Merging two cases. The undoing is in {@link UnmergeDao}. */
@RegisterConstructorMapper(Merge.class)
interface MergeDao {

    /** Those that are going on, and those that moved when the one was merged into the other. */
    String CALLS = """
            SELECT sid
              FROM call
             WHERE case_id IN (:id, :into) AND ended_at IS NULL
                OR sid = ANY (ARRAY(SELECT jsonb_array_elements_text(before -> 'calls')
                                      FROM case_merge
                                     WHERE case_id = :id
                                       AND undone_at IS NULL))
             ORDER BY sid
            """;

    @SqlQuery(CALLS + " FOR UPDATE")
    List<String> lockCalls(CaseId id, CaseId into);

    @SqlQuery(CALLS)
    List<String> calls(CaseId id, CaseId into);

    /** Of a closed case: it cannot lead to where the case goes on. */
    @SqlQuery("""
            SELECT EXISTS (SELECT 1
                             FROM case_record AS mine
                             JOIN case_record AS other ON other.reference = mine.reference
                            WHERE mine.id = :id
                              AND mine.status = 'closed'
                              AND other.id <> mine.id
                              AND other.status <> 'closed')
            """)
    boolean referenceTaken(CaseId id);

    /** Both cases, and the calls that are going on, as they are now, for the undoing. */
    @SqlUpdate("""
            INSERT INTO case_merge (case_id, into_case, before, merged_by, merged_at, reason)
            SELECT :id, :into,
                   jsonb_strip_nulls(jsonb_build_object(
                       'mine', (SELECT to_jsonb(mine) FROM case_record AS mine WHERE id = :id),
                       'other', (SELECT to_jsonb(other) FROM case_record AS other WHERE id = :into),
                       'calls', (SELECT jsonb_agg(sid) FROM call WHERE case_id = :id AND ended_at IS NULL))),
                   :advocate, CAST(:at AS timestamptz), :reason
            """)
    void note(CaseId id, CaseId into, @BindMethods By by, @Bind("reason") String reason);

    /** Who must not be phoned, or not be contacted at all, is so on the case that goes on. */
    @SqlUpdate("""
            WITH alerts AS (
                INSERT INTO contact_alert (case_id, reason, raised_at, raised_by, copied_from)
                SELECT :into, reason, raised_at, raised_by, id
                  FROM contact_alert
                 WHERE case_id = :id
                   AND lifted_at IS NULL
            )
            INSERT INTO case_need (case_id, need, detail, call_sid, advocate_id, noted_at, copied_from)
            SELECT :into, need, detail, call_sid, advocate_id, CAST(:at AS timestamptz), id
              FROM case_need
             WHERE case_id = :id
            ON CONFLICT (case_id, need) DO NOTHING
            """)
    void copyWarnings(CaseId id, CaseId into, Instant at);

    @SqlUpdate("""
            UPDATE case_record
               SET status = 'merged', merged_into = :into, outcome = NULL, closed_at = NULL,
                   queue = CASE WHEN owner_id IS NULL THEN 'duty' END
             WHERE id = :id
            """)
    void becomeMerged(CaseId id, CaseId into);

    @SqlUpdate("""
            UPDATE case_record AS other
               SET urgency = LEAST(other.urgency, mine.urgency),
                   urgency_why = CASE WHEN other.urgency > mine.urgency THEN mine.urgency_why ELSE other.urgency_why END,
                   due_at = LEAST(other.due_at, mine.due_at),
                   kind = CASE WHEN other.kind = 'general' THEN mine.kind ELSE other.kind END
              FROM case_record AS mine
             WHERE other.id = :into
               AND mine.id = :id
               AND :open
            """)
    void hurry(CaseId id, CaseId into, boolean open);

    @SqlUpdate("UPDATE call SET case_id = :into WHERE case_id = :id AND ended_at IS NULL")
    void moveLiveCalls(CaseId id, CaseId into);

    /** One that can be undone: not of a case whose person said no. */
    @SqlQuery("""
            SELECT case_merge.id, case_merge.case_id, reference, into_case AS "into", merged_by AS advocate,
                   merged_at, reason
              FROM case_merge
              JOIN case_record ON case_record.id = case_merge.case_id
             WHERE case_merge.case_id = :id
               AND undone_at IS NULL
               AND before ?? 'mine'
            """)
    Optional<Merge> standing(CaseId id);

    @SqlQuery("""
            SELECT case_merge.id, case_merge.case_id, reference, into_case AS "into", merged_by AS advocate,
                   merged_at, reason
              FROM case_merge
              JOIN case_record ON case_record.id = case_merge.case_id
             WHERE case_merge.into_case = :id
               AND undone_at IS NULL
               AND before ?? 'mine'
             ORDER BY case_merge.id
            """)
    List<Merge> into(CaseId id);
}
