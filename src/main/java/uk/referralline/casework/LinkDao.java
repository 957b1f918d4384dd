package uk.referralline.casework;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import uk.referralline.duty.AdvocateId;

@RegisterConstructorMapper(Hint.class)
@RegisterConstructorMapper(Link.class)
interface LinkDao {

    /**
     * The newest other cases that have one of this case's numbers: called from it, or to be called on it. Not those that are this
     * one, or linked to it, already; a merged case is the one it goes on in. The number of whoever referred the person says nothing
     * about the person: a nurse refers many.
     * Only the newest hundred of each number are looked at, as a ward phone has thousands: "between" makes the planner walk the
     * index backwards, where with "equals" it expects the few cases of an ordinary number and sorts all of them.
     */
    @SqlQuery("""
            WITH mine (number) AS (
                SELECT caller_number FROM call WHERE case_id = :id AND caller_number IS NOT NULL
                 UNION
                SELECT number FROM callback WHERE case_id = :id AND number IS NOT NULL
                 UNION
                SELECT number FROM contact_permission WHERE case_id = :id
                EXCEPT
                SELECT number FROM referral WHERE case_id = :id
            ), known (id) AS (
                SELECT case_family(:id)
                 UNION
                SELECT case_family(living_case(other))
                  FROM case_link
                 WHERE one = ANY (ARRAY(SELECT case_family(:id)))
                   AND unlinked_at IS NULL
                 UNION
                SELECT case_family(living_case(one))
                  FROM case_link
                 WHERE other = ANY (ARRAY(SELECT case_family(:id)))
                   AND unlinked_at IS NULL
            ), others (case_id, number) AS (
                SELECT found.case_id, mine.number
                  FROM mine
                 CROSS JOIN LATERAL (
                    (SELECT case_id FROM call
                      WHERE caller_number BETWEEN mine.number AND mine.number
                      ORDER BY caller_number DESC, began_at DESC LIMIT 100)
                     UNION
                    (SELECT case_id FROM callback
                      WHERE number BETWEEN mine.number AND mine.number
                      ORDER BY number DESC, id DESC LIMIT 100)
                     UNION
                    (SELECT case_id FROM contact_permission
                      WHERE number BETWEEN mine.number AND mine.number
                      ORDER BY number DESC, id DESC LIMIT 100)
                 ) AS found
                 WHERE found.case_id NOT IN (SELECT id FROM known)
                 ORDER BY found.case_id DESC
                 LIMIT 20
            )
            SELECT DISTINCT ON (other.opened_at, other.id, others.number)
                   other.id AS case_id, other.reference, other.status, other.kind, other.opened_at, others.number,
                   EXISTS (SELECT 1
                             FROM contact_permission
                            WHERE contact_permission.case_id IN (:id, others.case_id)
                              AND contact_permission.number = others.number
                              AND own_phone) AS own
              FROM others
              JOIN case_record AS other ON other.id = living_case(others.case_id)
             ORDER BY other.opened_at DESC, other.id DESC, others.number, own DESC
            """)
    List<Hint> hints(CaseId id);

    @SqlQuery("SELECT count(*) > 1 FROM callback WHERE case_id IN (:id, :other) AND status = 'open'")
    boolean bothWait(CaseId id, @Bind("other") CaseId other);

    @SqlUpdate("""
            INSERT INTO case_link (one, other, linked_by, linked_at, reason)
            VALUES (:one, :other, :advocate, :at, :reason)
            ON CONFLICT (one, other) WHERE unlinked_at IS NULL DO NOTHING
            """)
    boolean link(
            @Bind("one") CaseId one,
            @Bind("other") CaseId other,
            @Bind("advocate") AdvocateId advocate,
            @Bind("at") Instant at,
            @Bind("reason") String reason);

    /** Whoever is in danger on the one case is so on the other. Not on one whose person said no. */
    @SqlUpdate("""
            INSERT INTO contact_alert (case_id, reason, raised_at, raised_by)
            SELECT :other, reason, raised_at, raised_by
              FROM contact_alert AS standing
             WHERE case_id = :one
               AND lifted_at IS NULL
               AND NOT EXISTS (SELECT 1
                                 FROM contact_alert AS known
                                WHERE known.case_id = :other
                                  AND known.lifted_at IS NULL
                                  AND known.reason = standing.reason)
               AND EXISTS (SELECT 1 FROM case_record WHERE id = :other AND outcome IS DISTINCT FROM 'said-no')
            """)
    boolean shareAlerts(@Bind("one") CaseId one, @Bind("other") CaseId other);

    /** Also a link that was made with a case that goes on in one of these two. */
    @SqlUpdate("""
            UPDATE case_link
               SET unlinked_by = :advocate, unlinked_at = :at, unlink_reason = :reason
             WHERE unlinked_at IS NULL
               AND (one = ANY (ARRAY(SELECT case_family(:one))) AND other = ANY (ARRAY(SELECT case_family(:other)))
                    OR one = ANY (ARRAY(SELECT case_family(:other))) AND other = ANY (ARRAY(SELECT case_family(:one))))
            """)
    boolean unlink(
            @Bind("one") CaseId one,
            @Bind("other") CaseId other,
            @Bind("advocate") AdvocateId advocate,
            @Bind("at") Instant at,
            @Bind("reason") String reason);

    /**
     * A call that moved from the one to the other, because they were said to be one person, is promised again where it was, for
     * when it was due; unless somebody has closed that case since.
     */
    @SqlUpdate("""
            WITH back AS (
                UPDATE callback
                   SET status = 'open', outcome = NULL, ended_at = NULL
                 WHERE id = (SELECT max(id) FROM callback WHERE case_id = :one)
                   AND outcome = 'asked-again-on-linked-case'
                   AND EXISTS (SELECT 1 FROM case_record WHERE id = :one AND status = 'open')
                   AND NOT EXISTS (SELECT 1 FROM case_need WHERE case_id = :one AND blocks_phone)
                   AND (SELECT living_case(CAST(becomes AS bigint))
                          FROM case_event
                         WHERE case_id = :one
                           AND kind = 'callback-moved'
                         ORDER BY id DESC
                         LIMIT 1) = :other
                RETURNING due_at
            )
            UPDATE case_record
               SET due_at = LEAST(case_record.due_at, back.due_at)
              FROM back
             WHERE case_record.id = :one
            """)
    boolean promiseAgain(@Bind("one") CaseId one, @Bind("other") CaseId other);

    /** Those of the cases that were merged into this one, too; a case that was merged since is the one it goes on in. */
    @SqlQuery("""
            WITH standing AS (
                SELECT case_link.id, case_link.other AS linked, reason, linked_by, linked_at
                  FROM case_link
                 WHERE case_link.one = ANY (ARRAY(SELECT case_family(:id)))
                   AND unlinked_at IS NULL
                 UNION ALL
                SELECT case_link.id, case_link.one, reason, linked_by, linked_at
                  FROM case_link
                 WHERE case_link.other = ANY (ARRAY(SELECT case_family(:id)))
                   AND unlinked_at IS NULL
            ), newest AS (
                SELECT DISTINCT ON (living.id) standing.*, living.id AS living
                  FROM standing
                 CROSS JOIN LATERAL living_case(standing.linked) AS living (id)
                 WHERE living.id <> :id
                 ORDER BY living.id, standing.id DESC
            )
            SELECT linked.id AS case_id, linked.reference, linked.status,
                   EXISTS (SELECT 1 FROM callback WHERE case_id = linked.id AND callback.status = 'open') AS waits,
                   EXISTS (SELECT 1 FROM case_need WHERE case_id = linked.id AND blocks_phone) AS no_phone,
                   newest.reason, newest.linked_by AS advocate, newest.linked_at
              FROM newest
              JOIN case_record AS linked ON linked.id = newest.living
             ORDER BY newest.id
            """)
    List<Link> of(CaseId id);
}
