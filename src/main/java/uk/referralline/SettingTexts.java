package uk.referralline;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.referralline.settings.Change;
import uk.referralline.settings.Setting;

/** Settings as a person at a terminal reads them. */
final class SettingTexts {
    private static final String OWNER = "owner";

    private SettingTexts() {}

    /** A line a file; ends with a line break. */
    static String list(List<Setting> settings, LocalDate today) {
        int file = width(settings.stream().map(Setting::file).toList(), "file");
        int owner = width(settings.stream().map(Setting::owner).toList(), OWNER);
        String form = "%-" + file + "s  %-" + owner + "s  %-10s %-5s  %s";
        var text = new StringBuilder(row(form, "file", OWNER, "review by", "", "last changed"));
        for (Setting each : settings) {
            text.append(row(
                    form,
                    each.file(),
                    each.owner(),
                    each.review().toString(),
                    each.upkeep().isPast(today) ? "past" : "",
                    VersionTexts.KEPT.format(each.changedAt())));
        }
        return text.toString();
    }

    /** A unified diff, or a sentence when there was no change yet; ends with a line break. */
    static String diff(Change change) {
        if (change.before().isEmpty()) {
            return "%s has not changed since %s, when it was first in use.%n"
                    .formatted(change.file(), VersionTexts.KEPT.format(change.at()));
        }
        return TextDiff.of(change.file(), change.before(), Optional.of(change.after()));
    }

    private static String row(String form, Object... parts) {
        return String.format(Locale.UK, form, parts).stripTrailing() + "\n";
    }

    private static int width(List<String> words, String title) {
        return words.stream().mapToInt(String::length).reduce(title.length(), Math::max);
    }
}
