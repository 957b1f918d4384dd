package uk.referralline.console;

import static uk.referralline.console.Visit.TEMPLATES;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import uk.referralline.duty.OpeningHours;
import uk.referralline.settings.Setting;
import uk.referralline.settings.Settings;

/** The settings that the line goes by, to read: they are changed as files, and each change is kept. */
public final class SettingsPage {
    private final Settings settings;
    private final ScriptBook book;

    public SettingsPage(Jdbi jdbi, ScriptBook book) {
        this.settings = new Settings(jdbi);
        this.book = book;
    }

    /** GET /settings */
    void show(Visit visit) {
        LocalDate today = LocalDate.ofInstant(visit.now(), OpeningHours.LONDON);
        visit.show(TEMPLATES.settings(visit.page("Settings"), settings.all(), today));
    }

    /** GET /settings/{file} */
    void one(Visit visit) {
        String file = visit.context().pathParam("file");
        List<Setting> all = settings.all();
        Optional<Setting> setting =
                all.stream().filter(each -> each.file().equals(file)).findFirst();
        setting.ifPresentOrElse(
                found -> visit.show(
                        TEMPLATES.setting(visit.page("Settings: " + found.file()), found, change(found.file()))),
                () -> ErrorPages.missing(visit));
    }

    /** The lines of its last change; none while it is as it first was. */
    private List<String> change(String file) {
        return settings.lastChange(file)
                .filter(change -> change.before().isPresent())
                .map(book::diff)
                .orElse("")
                .lines()
                .toList();
    }

    /** A day as people here read it. */
    public static String day(LocalDate day) {
        Instant midday = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
        return Times.day(midday) + " " + day.getYear();
    }
}
