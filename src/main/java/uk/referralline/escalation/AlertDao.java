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

    default Optional<Last> last(Concern concern) {
        return last(concern.kind(), concern.subject(), concern.caseId(), concern.about());
    }

    @SqlQuery("""
            SELECT subject, step, raised_at
              FROM duty_alert
             WHERE kind = :kind
               AND (subject = :subject OR case_id = :caseId AND about = :about)
             ORDER BY raised_at DESC, step DESC
             LIMIT 1
            """)
    Optional<Last> last(AlertKind kind, String subject, Optional<CaseId> caseId, Instant about);

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

    /** The newest step that was told of something. @param subject its own, where it was told anew */
    record Last(String subject, int step, Instant raisedAt) {}
}
