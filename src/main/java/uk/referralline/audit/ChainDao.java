package uk.referralline.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

@RegisterRowMapper(ChainDao.LinkMapper.class)
interface ChainDao {

    @SqlQuery("""
            SELECT entry.seq, at, actor_kind, actor_id, action, subject_kind, subject_id, detail, entry.why, why_hash,
                   salt || convert_to(reason.why, 'UTF8') AS reason, previous_hash, hash
              FROM audit_entry AS entry
              LEFT JOIN audit_reason AS reason ON reason.seq = entry.seq
             WHERE entry.seq > :seq
             ORDER BY entry.seq
             LIMIT :most
            """)
    List<Link> after(long seq, int most);

    @SqlQuery("""
            SELECT entry.seq, at, actor_kind, actor_id, action, subject_kind, subject_id, detail, entry.why, why_hash,
                   salt || convert_to(reason.why, 'UTF8') AS reason, previous_hash, hash
              FROM audit_entry AS entry
              LEFT JOIN audit_reason AS reason ON reason.seq = entry.seq
             ORDER BY entry.seq DESC
             LIMIT 1
            """)
    Optional<Link> newest();

    /** Reads a row as it is, also one that somebody made nonsense of. */
    final class LinkMapper implements RowMapper<Link> {
        private static final List<String> FIELDS =
                List.of("actor_kind", "actor_id", "action", "subject_kind", "subject_id", "detail", "why");

        @Override
        public Link map(ResultSet row, StatementContext context) throws SQLException {
            var fields = new ArrayList<Optional<String>>();
            for (String field : FIELDS) {
                fields.add(Optional.ofNullable(row.getString(field)));
            }
            return new Link(
                    row.getLong("seq"),
                    Optional.ofNullable(row.getObject("at", OffsetDateTime.class))
                            .map(OffsetDateTime::toInstant),
                    List.copyOf(fields),
                    bytes(row, "why_hash"),
                    Optional.ofNullable(row.getBytes("reason")),
                    bytes(row, "previous_hash"),
                    bytes(row, "hash"));
        }

        private static byte[] bytes(ResultSet row, String column) throws SQLException {
            return Optional.ofNullable(row.getBytes(column)).orElse(new byte[0]);
        }
    }
}
