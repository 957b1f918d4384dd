package uk.referralline.call;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.json.Json;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import uk.referralline.ivr.Audio;
import uk.referralline.ivr.Script;
import uk.referralline.ivr.ScriptFiles;
import uk.referralline.ivr.ScriptReader;
import uk.referralline.sms.SmsLanguages;

/**
 * The versions of the call script. A call ends on the version it began with, on any node and after any restart, so each
 * version that a call may have begun with is kept whole in the database.
 */
public final class Scripts {
    private final Jdbi jdbi;
    private final Function<ScriptFiles, SmsLanguages> wording;
    private final InstantSource clock;
    private final Map<Long, Version> read = new ConcurrentHashMap<>();
    private final RecentAudio recent = new RecentAudio();

    /** A script as it is kept, with the words of its texts. */
    public record Version(long id, Script script, SmsLanguages texts) {}

    /** @param wording reads the texts among a version's files */
    public Scripts(Jdbi jdbi, Function<ScriptFiles, SmsLanguages> wording, InstantSource clock) {
        this.jdbi = jdbi;
        this.wording = wording;
        this.clock = clock;
    }

    /** Whether a script of this hash was kept before; only one that was found right is ever kept. */
    public boolean has(String hash) {
        return jdbi.withExtension(ScriptDao.class, versions -> versions.id(hash))
                .isPresent();
    }

    /**
     * Keeps these files as the newest version, if they are not that already. Files that were a version before are the same
     * version again.
     *
     * @throws uk.referralline.yaml.FaultyFiles if they are no script
     */
    public Version keep(ScriptFiles files) {
        Script script = ScriptReader.read(files);
        long id = jdbi.inTransaction(handle -> {
            ScriptDao versions = handle.attach(ScriptDao.class);
            versions.insertUnlessThere(script.hash(), files.kept(), clock.instant());
            versions.makeNewest(script.hash(), clock.instant());
            long version = versions.held(script.hash());
            versions.used(version, clock.instant());
            return version;
        });
        return read.computeIfAbsent(id, key -> new Version(key, script, wording.apply(files)));
    }

    Version of(long version) {
        return read.computeIfAbsent(version, id -> {
            ScriptFiles files = new ScriptHistory(jdbi).files(id).orElseThrow();
            return new Version(id, ScriptReader.read(files), wording.apply(files));
        });
    }

    /**
     * A recording that a version of the script names; empty for anything else. An older version has its own, for as long as
     * calls may need it.
     *
     * @param hash the version's
     * @param file such as {@code ti-ER/welcome.mp3}
     */
    public Optional<Audio> recording(String hash, String file) {
        return recent.get(
                hash + "/" + file,
                () -> jdbi.withExtension(ScriptDao.class, versions -> versions.file(hash, ScriptFiles.audio(file)))
                        .map(Audio::kept));
    }

    interface ScriptDao {

        @SqlUpdate("""
                INSERT INTO script_version (hash, files, kept_at)
                VALUES (:hash, :files, :at)
                ON CONFLICT (hash) DO NOTHING
                """)
        void insertUnlessThere(String hash, @Json Map<String, String> files, Instant at);

        /** Changes nothing at a plain restart. */
        @SqlUpdate("""
                UPDATE script_version
                   SET kept_at = :at
                 WHERE hash = :hash
                   AND kept_at < (SELECT max(kept_at) FROM script_version)
                """)
        void makeNewest(String hash, Instant at);

        /** One at a time: two nodes take the same edit at the same moment. */
        @SqlQuery("SELECT id FROM script_version WHERE hash = :hash FOR UPDATE")
        long held(String hash);

        /** Changes nothing at a plain restart. */
        @SqlUpdate("""
                INSERT INTO script_use (version, began_at)
                SELECT :version, :at
                 WHERE :version IS DISTINCT FROM (SELECT version FROM script_use ORDER BY id DESC LIMIT 1)
                """)
        void used(long version, Instant at);

        @SqlQuery("SELECT files ->> :name FROM script_version WHERE hash = :hash")
        Optional<String> file(String hash, String name);

        @SqlQuery("SELECT id FROM script_version WHERE hash = :hash")
        Optional<Long> id(String hash);
    }
}
