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
     * The newest other cases that have one of this case's numbers: called from it, or to be called on it. The number of whoever
     * referred the person says nothing about the person: a nurse refers many.
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
                 WHERE found.case_id <> :id
                 ORDER BY found.case_id DESC
                 LIMIT 20
            )
            SELECT other.id AS case_id, other.reference, other.status, other.kind, other.opened_at, others.number,
                   EXISTS (SELECT 1
                             FROM contact_permission
                            WHERE contact_permission.case_id IN (:id, other.id)
                              AND contact_permission.number = others.number
                              AND own_phone) AS own,
                   EXISTS (SELECT 1
                             FROM case_link
                            WHERE one = LEAST(:id, other.id)
                              AND case_link.other = GREATEST(:id, other.id)
                              AND unlinked_at IS NULL) AS linked
              FROM others
              JOIN case_record AS other ON other.id = others.case_id
             ORDER BY other.opened_at DESC, other.id DESC
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

    @SqlUpdate("""
            UPDATE case_link
               SET unlinked_by = :advocate, unlinked_at = :at, unlink_reason = :reason
             WHERE one = :one
               AND other = :other
               AND unlinked_at IS NULL
            """)
    boolean unlink(
            @Bind("one") CaseId one,
            @Bind("other") CaseId other,
            @Bind("advocate") AdvocateId advocate,
            @Bind("at") Instant at,
            @Bind("reason") String reason);

    @SqlQuery("""
            SELECT linked.id AS case_id, linked.reference, linked.status,
                   EXISTS (SELECT 1 FROM callback WHERE case_id = linked.id AND callback.status = 'open') AS waits,
                   case_link.reason,
                   case_link.linked_by AS advocate, case_link.linked_at
              FROM case_link
              JOIN case_record AS linked
                ON linked.id = CASE WHEN case_link.one = :id THEN case_link.other ELSE case_link.one END
             WHERE (case_link.one = :id OR case_link.other = :id)
               AND unlinked_at IS NULL
             ORDER BY case_link.id
            """)
    List<Link> of(CaseId id);
}
