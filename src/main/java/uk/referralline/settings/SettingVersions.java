package uk.referralline.settings;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Keeps every text of a settings file that a node goes by. Any number of nodes on one database keep a change once. */
public final class SettingVersions {
    private final Jdbi jdbi;
    private final Witness witness;
    private final InstantSource clock;

    /** Is told of each change, once, in the transaction that keeps it. */
    public interface Witness {

        void changed(Handle handle, Change change);
    }

    public SettingVersions(Jdbi jdbi, Witness witness, InstantSource clock) {
        this.jdbi = jdbi;
        this.witness = witness;
        this.clock = clock;
    }

    /**
     * Keeps each of these files that differs from the newest kept: this node goes by them from now on.
     *
     * @param files texts by name; each was found right
     */
    public void keep(Map<String, String> files) {
        Instant now = clock.instant();
        jdbi.useTransaction(handle -> {
            handle.attach(SettingDao.class).lock();
            new TreeMap<>(files).forEach((file, text) -> keep(handle, file, text, now));
        });
    }

    private void keep(Handle handle, String file, String text, Instant now) {
        SettingDao versions = handle.attach(SettingDao.class);
        Optional<SettingDao.Row> before = versions.newest(file);
        if (before.filter(row -> row.text().equals(text)).isPresent()) {
            return;
        }
        int version = before.map(SettingDao.Row::version).orElse(0) + 1;
        versions.insert(new SettingDao.Row(file, version, text, now));
        witness.changed(handle, new Change(file, before.map(SettingDao.Row::text), text, now));
    }
}
