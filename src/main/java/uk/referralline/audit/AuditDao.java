package uk.referralline.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterRowMapper(AuditDao.NotedMapper.class)
interface AuditDao {

    default void note(Entry entry) {
        note(
                entry.at(),
                entry.actor().kind().word(),
                entry.actor().id(),
                entry.action().word(),
                entry.subject().kind(),
                entry.subject().id(),
                entry.detail(),
                entry.why());
    }

    /** Where it waits for the commit; {@code db/006_audit.sql} says why. */
    @SqlUpdate("""
            INSERT INTO audit_note (at, actor_kind, actor_id, action, subject_kind, subject_id, detail, why)
            VALUES (:at, :actorKind, :actorId, :action, :subjectKind, :subjectId, :detail, :why)
            """)
    void note(
            Instant at,
            String actorKind,
            String actorId,
            String action,
            String subjectKind,
            String subjectId,
            Optional<String> detail,
            Optional<String> why);

    @SqlQuery("""
            SELECT entry.seq, at, actor_kind, actor_id, action, subject_kind, subject_id, detail,
                   coalesce(entry.why, reason.why) AS why
              FROM audit_entry AS entry
              LEFT JOIN audit_reason AS reason ON reason.seq = entry.seq
             WHERE subject_kind = :kind
               AND subject_id = :id
             ORDER BY entry.seq DESC
             LIMIT :most
            """)
    List<Noted> of(String kind, String id, int most);

    @SqlQuery("""
            SELECT entry.seq, at, actor_kind, actor_id, action, subject_kind, subject_id, detail,
                   coalesce(entry.why, reason.why) AS why
              FROM audit_entry AS entry
              LEFT JOIN audit_reason AS reason ON reason.seq = entry.seq
             WHERE actor_kind = :kind
               AND actor_id = :id
             ORDER BY entry.seq DESC
             LIMIT :most
            """)
    List<Noted> by(String kind, String id, int most);

    @SqlUpdate("""
            DELETE FROM audit_reason
             USING audit_entry AS entry
             WHERE entry.seq = audit_reason.seq
               AND subject_kind = :kind
               AND subject_id = :id
            """)
    int eraseReasons(String kind, String id);

    /** Reads our own words, so that whoever opens the database need not teach it the types of this package. */
    final class NotedMapper implements RowMapper<Noted> {
        @Override
        public Noted map(ResultSet row, StatementContext context) throws SQLException {
            var entry = new Entry(
                    new Actor(Actor.Kind.ofWord(row.getString("actor_kind")), row.getString("actor_id")),
                    Action.ofWord(row.getString("action")),
                    new Subject(row.getString("subject_kind"), row.getString("subject_id")),
                    Optional.ofNullable(row.getString("detail")),
                    Optional.ofNullable(row.getString("why")),
                    row.getObject("at", OffsetDateTime.class).toInstant());
            return new Noted(row.getLong("seq"), entry);
        }
    }
}
