package uk.referralline.call;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.json.Json;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import uk.referralline.ivr.Script;
import uk.referralline.ivr.ScriptFiles;
import uk.referralline.ivr.ScriptReader;

/**
 * The versions of the call script. A call ends on the version it began with, on any node and after any restart, so each
 * version that a call may have begun with is kept whole in the database.
 */
public final class Scripts {
    private final Jdbi jdbi;
    private final Map<Long, Script> read = new ConcurrentHashMap<>();
    private final Version current;

    /** The script that new calls begin with. */
    public record Version(long id, Script script) {}

    /** Keeps these files as the current version, if they are not kept already. */
    public Scripts(Jdbi jdbi, ScriptFiles files, InstantSource clock) {
        this.jdbi = jdbi;
        Script script = ScriptReader.read(files);
        long id = jdbi.inTransaction(handle -> {
            ScriptDao versions = handle.attach(ScriptDao.class);
            versions.insertUnlessThere(script.hash(), files.texts(), clock.instant());
            return versions.id(script.hash());
        });
        read.put(id, script);
        this.current = new Version(id, script);
    }

    public Version current() {
        return current;
    }

    Script of(long version) {
        return read.computeIfAbsent(version, id -> {
            Map<String, String> texts = jdbi.withExtension(ScriptDao.class, versions -> versions.files(id));
            return ScriptReader.read(new ScriptFiles(texts));
        });
    }

    interface ScriptDao {

        @SqlUpdate("""
                INSERT INTO script_version (hash, files, kept_at)
                VALUES (:hash, :files, :at)
                ON CONFLICT (hash) DO NOTHING
                """)
        void insertUnlessThere(String hash, @Json Map<String, String> files, java.time.Instant at);

        @SqlQuery("SELECT id FROM script_version WHERE hash = :hash")
        long id(String hash);

        @Json
        @SqlQuery("SELECT files FROM script_version WHERE id = :id")
        Map<String, String> files(long id);
    }
}
