package uk.referralline.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import uk.referralline.duty.AdvocateId;

@RegisterConstructorMapper(CaseEvent.class)
interface CaseEventDao {

    @SqlUpdate("""
            INSERT INTO case_event (case_id, advocate_id, kind, was, becomes, reason, version, at)
            VALUES (:id, :advocate, :kind, :was, :becomes, :reason, :version, :at)
            """)
    void add(
            CaseId id,
            Optional<AdvocateId> advocate,
            @BindMethods Change change,
            @Bind("version") Optional<Integer> version,
            @Bind("at") Instant at);

    @SqlQuery("""
            SELECT case_id, advocate_id AS advocate, kind, was, becomes, reason, at
              FROM case_event
             WHERE case_id = :id
             ORDER BY id
            """)
    List<CaseEvent> of(CaseId id);

    @SqlQuery("""
            SELECT case_id, advocate_id AS advocate, kind, was, becomes, reason, at
              FROM case_event
             WHERE case_id = :id
               AND version > :seen
             ORDER BY id
            """)
    List<CaseEvent> since(CaseId id, int seen);
}
