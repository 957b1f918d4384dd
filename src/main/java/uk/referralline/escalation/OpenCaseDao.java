package uk.referralline.escalation;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import uk.referralline.casework.CaseId;
import uk.referralline.casework.Reference;

@RegisterConstructorMapper(OpenCaseDao.OpenCase.class)
interface OpenCaseDao {

    /** The open cases that are due by these times, taken or not, the one due first before the others. */
    @SqlQuery("""
            SELECT id, reference, due_at
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

    record OpenCase(CaseId id, Reference reference, Instant dueAt) {}
}
