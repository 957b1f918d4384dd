package uk.referralline.call;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.json.Json;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import uk.referralline.ivr.ScriptFiles;

/** Every version of the call script that was ever in use, to look at. */
public record ScriptHistory(Jdbi jdbi) {

    /**
     * A version.
     *
     * @param hash SHA-256 in hex
     * @param keptAt when it came into use, the last time or, of one use, that time
     * @param calls how many began with it then
     */
    public record Kept(long id, String hash, Instant keptAt, int calls) {}

    /** Each time that a version came into use, the latest first: that is the current one. A version may come back. */
    public List<Kept> uses() {
        return jdbi.withExtension(HistoryDao.class, HistoryDao::uses);
    }

    /** All versions, the newest first: that is the current one. */
    public List<Kept> versions() {
        return jdbi.withExtension(HistoryDao.class, HistoryDao::versions);
    }

    /** The files of a version, or empty if there is none of that number. */
    public Optional<ScriptFiles> files(long id) {
        return jdbi.withExtension(HistoryDao.class, history -> history.files(id))
                .map(row -> ScriptFiles.kept(row.files()));
    }

    @RegisterConstructorMapper(Kept.class)
    @RegisterConstructorMapper(HistoryDao.Row.class)
    interface HistoryDao {

        @SqlQuery("""
                SELECT version.id, version.hash, version.kept_at, count(call.sid) AS calls
                  FROM script_version version
                  LEFT JOIN call ON call.script_version = version.id
                 GROUP BY version.id
                 ORDER BY version.kept_at DESC, version.id DESC
                """)
        List<Kept> versions();

        @SqlQuery("""
                WITH used AS (
                    SELECT id, version, began_at,
                           lead(began_at) OVER (PARTITION BY version ORDER BY id) AS again_at
                      FROM script_use
                )
                SELECT version.id, version.hash, used.began_at AS kept_at, count(call.sid) AS calls
                  FROM used
                  JOIN script_version version ON version.id = used.version
                  LEFT JOIN call ON call.script_version = version.id
                                AND call.began_at >= used.began_at
                                AND (used.again_at IS NULL OR call.began_at < used.again_at)
                 GROUP BY used.id, used.began_at, version.id
                 ORDER BY used.id DESC
                """)
        List<Kept> uses();

        @SqlQuery("SELECT files FROM script_version WHERE id = :id")
        Optional<Row> files(long id);

        /** A row of {@code script_version}. */
        record Row(@Json Map<String, String> files) {}
    }
}
