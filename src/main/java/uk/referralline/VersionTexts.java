package uk.referralline;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import uk.referralline.call.ScriptHistory;
import uk.referralline.duty.OpeningHours;
import uk.referralline.ivr.ScriptFiles;

/** Versions of the call script as a person at a terminal reads them. */
final class VersionTexts {
    static final DateTimeFormatter KEPT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.UK).withZone(OpeningHours.LONDON);
    private static final int SHORT_HASH = 12;

    private VersionTexts() {}

    /** A line a version, the first being the current one; ends with a line break. */
    static String list(List<ScriptHistory.Kept> versions) {
        var text = new StringBuilder("version  hash          in use since       calls\n");
        for (ScriptHistory.Kept version : versions) {
            String row = String.format(
                    Locale.UK,
                    "%7d  %s  %s %7d  %s",
                    version.id(),
                    version.hash().substring(0, SHORT_HASH),
                    KEPT.format(version.keptAt()),
                    version.calls(),
                    version.equals(versions.get(0)) ? "current" : "");
            text.append(row.stripTrailing()).append('\n');
        }
        return text.toString();
    }

    /** A unified diff of all files; blank when they are the same. */
    static String diff(ScriptFiles before, ScriptFiles after) {
        SortedSet<String> names = new TreeSet<>(before.kept().keySet());
        names.addAll(after.kept().keySet());
        var text = new StringBuilder();
        for (String name : names) {
            text.append(TextDiff.of(name, text(before, name), text(after, name)));
        }
        return text.toString();
    }

    /** Of a recording only its size and a mark of its content, which differs when the recording does. */
    private static Optional<String> text(ScriptFiles files, String name) {
        return Optional.ofNullable(files.recordings().get(name))
                .map(audio -> "%d bytes, SHA-256 %s\n"
                        .formatted(audio.size(), audio.hash().substring(0, SHORT_HASH)))
                .or(() -> Optional.ofNullable(files.texts().get(name)));
    }
}
