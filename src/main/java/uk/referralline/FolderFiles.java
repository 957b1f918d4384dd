package uk.referralline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import uk.referralline.casework.EligibilityRules;
import uk.referralline.casework.Promises;
import uk.referralline.duty.OpeningHours;
import uk.referralline.ivr.ScriptFiles;
import uk.referralline.yaml.Fault;
import uk.referralline.yaml.Faults;
import uk.referralline.yaml.FaultyFiles;

/**
 * The text of every file in {@code ivr-scripts/} that the line goes by, read in one go.
 *
 * @param script what shapes a call, and is kept as its version
 * @param calendar hours, holidays, due times, who qualifies and what advocates work by, by name: they are facts of the day, the same for every call
 */
record FolderFiles(ScriptFiles script, Map<String, String> calendar) {
    private static final List<String> CALENDAR = Stream.concat(
                    Stream.of(
                            OpeningHours.HOURS_FILE, OpeningHours.HOLIDAYS_FILE, Promises.FILE, EligibilityRules.FILE),
                    WorkRules.FILES.stream())
            .toList();

    FolderFiles {
        calendar = Map.copyOf(calendar);
    }

    /**
     * @param folder in place of the packaged one
     * @throws FaultyFiles if a file that is there cannot be read
     */
    static FolderFiles read(Optional<Path> folder) {
        return folder.map(FolderFiles::in).orElseGet(FolderFiles::packaged);
    }

    private static FolderFiles in(Path folder) {
        Map<String, String> calendar = new TreeMap<>();
        for (String name : CALENDAR) {
            try {
                calendar.put(name, Files.readString(folder.resolve(name)));
            } catch (NoSuchFileException missing) {
                // Told as a fault when it is asked for.
            } catch (IOException broken) {
                throw new FaultyFiles(List.of(new Fault(name, 0, "", "This cannot be read as text in UTF-8.")));
            }
        }
        return new FolderFiles(ScriptFiles.in(folder), calendar);
    }

    private static FolderFiles packaged() {
        Map<String, String> calendar = new TreeMap<>();
        for (String name : CALENDAR) {
            try (InputStream file = FolderFiles.class.getResourceAsStream("/ivr-scripts/" + name)) {
                calendar.put(name, new String(file.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException broken) {
                throw new UncheckedIOException("the packaged " + name + " cannot be read", broken);
            }
        }
        return new FolderFiles(ScriptFiles.packaged(), calendar);
    }

    /** A file's text; blank, with a fault, when it is missing. */
    String text(String name, Faults faults) {
        String text = script.texts().getOrDefault(name, calendar.get(name));
        if (text == null) {
            faults.add(new Fault(name, 0, "", "The file is missing."));
            return "";
        }
        return text;
    }

    /** Equal exactly when nothing in any of the files has changed. */
    String hash() {
        SortedMap<String, String> all = new TreeMap<>(calendar);
        all.putAll(script.texts());
        return new ScriptFiles(all, script.recordings()).hash();
    }
}
