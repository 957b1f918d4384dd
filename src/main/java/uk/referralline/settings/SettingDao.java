package uk.referralline.settings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(SettingDao.Row.class)
interface SettingDao {

    /** Until the transaction ends no other node keeps a setting; all may read. */
    @SqlUpdate("LOCK TABLE setting_version IN SHARE ROW EXCLUSIVE MODE")
    void lock();

    @SqlUpdate("""
            INSERT INTO setting_version (file, version, hash, text, kept_at)
            VALUES (:file, :version, encode(sha256(convert_to(:text, 'UTF8')), 'hex'), :text, :keptAt)
            """)
    void insert(@BindMethods Row row);

    @SqlQuery("""
            SELECT DISTINCT ON (file) file, version, text, kept_at
              FROM setting_version
             ORDER BY file, version DESC
            """)
    List<Row> newest();

    @SqlQuery("""
            SELECT file, version, text, kept_at
              FROM setting_version
             WHERE file = :file
             ORDER BY version DESC
             LIMIT :most
            """)
    List<Row> versions(String file, int most);

    default Optional<Row> newest(String file) {
        return versions(file, 1).stream().findFirst();
    }

    /** A row of {@code setting_version}. */
    record Row(String file, int version, String text, Instant keptAt) {}
}
