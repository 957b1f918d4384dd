package uk.referralline.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import uk.referralline.casework.CaseId;
import uk.referralline.casework.Reference;

@RegisterConstructorMapper(OpenCaseDao.OpenCase.class)
interface OpenCaseDao {

    /** The open cases that are due by these times, taken or not, the one due first before the others. */
    @SqlQuery("""
            SELECT id, reference, due_at,
                   GREATEST((SELECT until FROM claim WHERE claim.case_id = case_record.id),
                            (SELECT max(at)
                               FROM case_event
                              WHERE case_event.case_id = case_record.id
                                AND kind IN ('claimed', 'taken-over', 'released'))) AS left_at
              FROM case_record
             WHERE status = 'open'
               AND due_at <= CASE urgency
                             WHEN 'U1' THEN CAST(:urgent AS timestamptz)
                             WHEN 'U2' THEN :soon
                             ELSE :standard
                             END
             ORDER BY due_at, id
            """)
    List<OpenCase> dueBy(@BindMethods Horizon horizon);

    @SqlQuery("SELECT EXISTS (SELECT 1 FROM case_record WHERE id = :id AND status = 'open' AND due_at = :due)")
    boolean stillDue(CaseId id, Instant due);

    /** How far to look, for each urgency. */
    record Horizon(Instant urgent, Instant soon, Instant standard) {}

    /** @param leftAt until when somebody dealt with it last, or when they took it where they let it go */
    record OpenCase(CaseId id, Reference reference, Instant dueAt, Optional<Instant> leftAt) {}
}
