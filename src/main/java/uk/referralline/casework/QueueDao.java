package uk.referralline.casework;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

@RegisterConstructorMapper(Waiting.class)
@RegisterConstructorMapper(Queue.Counts.class)
interface QueueDao {

    /** In {@code QueueDao/read.sql}. */
    @SqlQuery
    @UseClasspathSqlLocator
    List<Waiting> read(@BindMethods Queue.Asked asked);

    @SqlQuery("""
            SELECT count(*) AS open,
                   count(*) FILTER (WHERE due_at < :at) AS overdue,
                   count(*) FILTER (WHERE due_at >= :at AND due_at < :soon) AS soon
              FROM case_record
             WHERE status = 'open'
            """)
    Queue.Counts count(Instant at, Instant soon);

    @SqlQuery("""
            SELECT concat_ws(' ', count(*), max(id), sum(version), sum(EXTRACT(EPOCH FROM due_at)),
                             (SELECT count(*) || ' ' || coalesce(sum(case_id * advocate_id), 0)
                                FROM claim
                               WHERE until > :at))
              FROM case_record
             WHERE status = 'open'
            """)
    String fingerprint(Instant at);
}
