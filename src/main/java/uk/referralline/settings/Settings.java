package uk.referralline.settings;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import uk.referralline.yaml.Entry;
import uk.referralline.yaml.Faults;
import uk.referralline.yaml.Upkeep;

/** The settings files, as the line goes by them and as it went by them before: to look at. */
public record Settings(Jdbi jdbi) {

    /** Every settings file as it is in use, by name. */
    public List<Setting> all() {
        return jdbi.withExtension(SettingDao.class, SettingDao::newest).stream()
                .map(row -> new Setting(row.file(), upkeep(row), row.keptAt(), row.text()))
                .toList();
    }

    /** The latest change of a file; from nothing, when it never changed. Empty when no such file was ever in use. */
    public Optional<Change> lastChange(String file) {
        List<SettingDao.Row> rows = jdbi.withExtension(SettingDao.class, versions -> versions.versions(file, 2));
        Optional<String> before = rows.stream().skip(1).findFirst().map(SettingDao.Row::text);
        return rows.stream().findFirst().map(row -> new Change(file, before, row.text(), row.keptAt()));
    }

    /** A file without them is never found right, so never kept. */
    private static Upkeep upkeep(SettingDao.Row row) {
        return Entry.read(row.file(), row.text(), new Faults())
                .flatMap(Upkeep::read)
                .orElseThrow(
                        () -> new IllegalStateException(row.file() + " was kept without an owner or a review date"));
    }
}
