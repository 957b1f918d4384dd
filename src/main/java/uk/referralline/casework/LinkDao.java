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
                SELECT number
                  FROM callback
                 WHERE case_id = :id
                   AND number IS NOT NULL
                   AND outcome IS DISTINCT FROM 'merge-undone'
                 UNION
                SELECT number FROM contact_permission WHERE case_id = :id
                EXCEPT
                SELECT number FROM referral WHERE case_id = :id
            ), known (id) AS (
                SELECT case_family(:id)
                 UNION
                SELECT case_family(linked)
                  FROM linked_cases(:id) AS linked
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
                        AND outcome IS DISTINCT FROM 'merge-undone'
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
     * All other cases of the person; those that are linked to this one itself come first. A link of a case that was merged into this
     * one is this one's.
     */
    @SqlQuery("""
            WITH person AS MATERIALIZED (
                SELECT linked_cases(:id) AS id
            ), direct AS (
                SELECT DISTINCT ON (living.id) living.id, link.id AS link, link.reason
                  FROM case_family(:id) AS family (id)
                 CROSS JOIN LATERAL (
                    SELECT id, other, reason FROM case_link WHERE one = family.id AND unlinked_at IS NULL
                     UNION ALL
                    SELECT id, one, reason FROM case_link WHERE other = family.id AND unlinked_at IS NULL) AS link
                 CROSS JOIN LATERAL living_case(link.other) AS living (id)
                 ORDER BY living.id, link.id DESC
            )
            SELECT linked.id AS case_id, linked.reference, linked.status,
                   EXISTS (SELECT 1 FROM callback WHERE case_id = linked.id AND callback.status = 'open') AS waits,
                   EXISTS (SELECT 1 FROM case_need WHERE case_id = linked.id AND blocks_phone) AS no_phone,
                   direct.reason
              FROM person
              JOIN case_record AS linked ON linked.id = person.id
              LEFT JOIN direct ON direct.id = person.id
             ORDER BY direct.link, linked.id
            """)
    List<Link> of(CaseId id);
}
