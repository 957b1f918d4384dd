package uk.referralline.ivr;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import uk.referralline.yaml.Fault;
import uk.referralline.yaml.FaultyFiles;

/**
 * The files of a call script as they are: names within the folder, with {@code /}, and their text. They are the flow, the
 * spoken words and the texts that a call sends. Kept whole in the database, so that a call ends on the very words it began
 * with.
 */
public record ScriptFiles(SortedMap<String, String> texts) {
    /** The words of the texts, for messages and for finding them. */
    public static final String TEXTS = "sms/en-GB.yaml";

    /** Who is asked what, in what order. */
    public static final String LINE = "line.yaml";

    private static final List<String> PARTS = List.of("prompts", "sms");
    private static final List<String> PACKAGED = List.of(LINE, "prompts/en-GB.yaml", "prompts/pl-PL.yaml", TEXTS);

    public ScriptFiles {
        texts = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    }

    public ScriptFiles(Map<String, String> texts) {
        this(new TreeMap<>(texts));
    }

    /** The script that comes with the program. */
    public static ScriptFiles packaged() {
        SortedMap<String, String> texts = new TreeMap<>();
        for (String name : PACKAGED) {
            try (InputStream file = ScriptFiles.class.getResourceAsStream("/ivr-scripts/" + name)) {
                texts.put(name, new String(file.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException broken) {
                throw new UncheckedIOException("the packaged " + name + " cannot be read", broken);
            }
        }
        return new ScriptFiles(texts);
    }

    /** The script in a folder. @throws FaultyFiles if a file that is there cannot be read */
    public static ScriptFiles in(Path folder) {
        SortedMap<String, String> texts = new TreeMap<>();
        readIfThere(folder, LINE, texts);
        for (String part : PARTS) {
            names(folder, part).forEach(name -> readIfThere(folder, name, texts));
        }
        return new ScriptFiles(texts);
    }

    private static List<String> names(Path folder, String part) {
        try (Stream<Path> files = Files.list(folder.resolve(part))) {
            return files.map(each -> part + "/" + each.getFileName())
                    .filter(name -> name.endsWith(".yaml"))
                    .toList();
        } catch (NoSuchFileException none) {
            // Whoever reads the script says which files are missing.
            return List.of();
        } catch (IOException broken) {
            throw unreadable(part + "/");
        }
    }

    private static void readIfThere(Path folder, String name, Map<String, String> into) {
        try {
            into.put(name, Files.readString(folder.resolve(name)));
        } catch (NoSuchFileException none) {
            // Whoever reads the script says which files are missing.
        } catch (IOException broken) {
            throw unreadable(name);
        }
    }

    private static FaultyFiles unreadable(String name) {
        String message = "This cannot be read: it must be text in UTF-8 that the line's user may read.";
        return new FaultyFiles(List.of(new Fault(name, 0, "", message)));
    }

    /** SHA-256 over names and texts, in hex: two sets of files are one version exactly when this is equal. */
    public String hash() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            texts.forEach((name, text) -> {
                sha256.update((name + "\0" + text + "\0").getBytes(StandardCharsets.UTF_8));
            });
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
