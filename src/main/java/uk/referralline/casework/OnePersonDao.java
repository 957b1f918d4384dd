package uk.referralline.casework;

import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface OnePersonDao {

    /** All cases of the persons of these two, in the order in which they are locked. */
    String CASES = """
            SELECT id
              FROM case_record
             WHERE id = ANY (ARRAY[:one, :other, living_case(:one), living_case(:other)]
                             || ARRAY(SELECT linked_cases(:one)) || ARRAY(SELECT linked_cases(:other)))
             ORDER BY id
            """;

    @SqlQuery(CASES)
    List<CaseId> cases(CaseId one, CaseId other);

    @SqlQuery(CASES + " FOR NO KEY UPDATE")
    List<CaseId> lock(CaseId one, CaseId other);

    @SqlQuery("SELECT living_case(:id)")
    CaseId goesOn(CaseId id);

    @SqlQuery("""
            SELECT EXISTS (SELECT 1
                             FROM callback
                            WHERE case_id = ANY (ARRAY(SELECT linked_cases(:id)))
                              AND status = 'open')
            """)
    boolean waitsElsewhere(CaseId id);

    /** Whoever is in danger on the one case is so on the other; not on one that is none of its own any more, or whose person said no. */
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
               AND EXISTS (SELECT 1
                             FROM case_record
                            WHERE id = :other
                              AND status <> 'merged'
                              AND outcome IS DISTINCT FROM 'said-no')
            """)
    boolean shareAlerts(CaseId one, CaseId other);
}
