package uk.referralline.casework;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import uk.referralline.duty.AdvocateId;

interface ReferralDao {

    @SqlQuery(
            "SELECT EXISTS (SELECT 1 FROM referral WHERE case_id = ANY (ARRAY(SELECT case_family(:id))) AND completed_at IS NULL)")
    boolean incomplete(CaseId id);

    /** The newest value of each fact, also of cases that were merged into this one; older ones stay in the table. */
    @SqlQuery("""
            SELECT DISTINCT ON (name) name, value
              FROM case_fact
             WHERE case_id = ANY (ARRAY(SELECT case_family(:id)))
             ORDER BY name, case_fact.id DESC
            """)
    @KeyColumn("name")
    @ValueColumn("value")
    Map<String, String> facts(CaseId id);

    @SqlUpdate("""
            INSERT INTO case_fact (case_id, name, value, advocate_id, noted_at)
            SELECT :id, fact.name, fact.value, :advocate, CAST(:at AS timestamptz)
              FROM unnest(:names, :values) AS fact (name, value)
            """)
    void note(CaseId id, @BindMethods By by, @Bind("names") String[] names, @Bind("values") String[] values);

    @SqlUpdate("""
            UPDATE referral
               SET completed_at = :at, completed_by = :advocate
             WHERE case_id = ANY (ARRAY(SELECT case_family(:id)))
               AND completed_at IS NULL
            """)
    boolean complete(CaseId id, AdvocateId advocate, Instant at);

    @SqlUpdate("""
            UPDATE case_record
               SET urgency = :urgency, urgency_why = :why, due_at = LEAST(due_at, :due)
             WHERE id = :id
               AND urgency > :urgency
            """)
    boolean hurry(CaseId id, Urgency urgency, String why, Instant due);

    @SqlUpdate("""
            UPDATE case_record
               SET urgency_why = :why
             WHERE id = :id
               AND urgency = :urgency
               AND urgency_why IS NULL
            """)
    void explain(CaseId id, Urgency urgency, String why);

    @SqlQuery("""
            SELECT referrer_role
              FROM referral
             WHERE case_id = ANY (ARRAY(SELECT case_family(:id)))
             ORDER BY case_id = :id DESC, left_at DESC
             LIMIT 1
            """)
    Optional<String> role(CaseId id);
}
