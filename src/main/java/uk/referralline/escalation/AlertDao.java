package uk.referralline.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import uk.referralline.casework.CaseId;
import uk.referralline.duty.AdvocateId;

@RegisterConstructorMapper(AlertDao.Last.class)
@RegisterConstructorMapper(Alerts.Alert.class)
interface AlertDao {

    /** Empty when this step was taken before, by whichever node. */
    default Optional<Long> raise(Concern concern, int step, Instant at) {
        return raise(concern.kind(), concern.subject(), step, concern.caseId(), concern.about(), at);
    }

    @SqlQuery("""
            INSERT INTO duty_alert (kind, subject, step, case_id, about, raised_at)
            VALUES (:kind, :subject, :step, :caseId, :about, :at)
            ON CONFLICT (kind, subject, step) DO NOTHING
            RETURNING id
            """)
    Optional<Long> raise(AlertKind kind, String subject, int step, Optional<CaseId> caseId, Instant about, Instant at);

    @SqlQuery("""
            SELECT step, raised_at
              FROM duty_alert
             WHERE kind = :kind
               AND subject = :subject
             ORDER BY step DESC
             LIMIT 1
            """)
    Optional<Last> last(AlertKind kind, String subject);

    @SqlQuery("""
            SELECT alert_text.advocate_id
              FROM alert_text
              JOIN duty_alert ON duty_alert.id = alert_text.alert_id
             WHERE kind = :kind
               AND subject = :subject
            """)
    Set<AdvocateId> told(AlertKind kind, String subject);

    @SqlQuery("""
            SELECT kind, step, about, raised_at, advocate_id AS advocate, upper(alert_text.status) AS status
              FROM duty_alert
              JOIN alert_text ON duty_alert.id = alert_text.alert_id
             WHERE case_id = :id
             ORDER BY raised_at, step, advocate_id
            """)
    List<Alerts.Alert> onCase(CaseId id);

    /** The newest step of a subject. */
    record Last(int step, Instant raisedAt) {}
}
