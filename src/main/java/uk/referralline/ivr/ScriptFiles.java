package uk.referralline.ivr;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The files of a call script as they are: names within the folder, with {@code /}, and what is in them. They are the flow,
 * the spoken words, the recordings that these name, and the texts that a call sends. Kept whole in the database, so that a
 * call ends on the very words it began with.
 *
 * @param texts those that are words
 * @param recordings those that are sound, such as {@code audio/ti-ER/welcome.mp3}; only those that the words name
 */
public record ScriptFiles(SortedMap<String, String> texts, SortedMap<String, Audio> recordings) {
    /** The words of the texts in English, for messages and for finding them. */
    public static final String TEXTS = "sms/en-GB.yaml";

    /** Who is asked what, in what order. */
    public static final String LINE = "line.yaml";

    /** Where recordings are, each in its language's folder. */
    private static final String AUDIO = "audio/";

    private static final List<String> PARTS = List.of("prompts", "sms");
    private static final List<String> PACKAGED =
            List.of(LINE, "prompts/en-GB.yaml", "prompts/pl-PL.yaml", TEXTS, "sms/pl-PL.yaml");

    public ScriptFiles {
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
        recordings = Collections.unmodifiableSortedMap(new TreeMap<>(recordings));
    }

    /** A script without recordings. */
    public ScriptFiles(Map<String, String> texts) {
        this(new TreeMap<>(texts), new TreeMap<>());
    }

    /** The script that comes with the program. */
    public static ScriptFiles packaged() {
        return FileSource.packaged().files(PACKAGED);
    }

    /** The script in a folder. @throws uk.referralline.yaml.FaultyFiles if a file that is there cannot be read */
    public static ScriptFiles in(Path folder) {
        List<String> names = new ArrayList<>(List.of(LINE));
        PARTS.forEach(part -> names.addAll(FileSource.names(folder, part)));
        return FileSource.in(folder).files(names);
    }

    /** A recording's name here. @param file such as {@code ti-ER/welcome.mp3} */
    public static String audio(String file) {
        return AUDIO + file;
    }

    /** The form in which a version is kept: text by name, a recording's in {@linkplain Audio#kept() base64}. */
    public Map<String, String> kept() {
        SortedMap<String, String> all = new TreeMap<>(texts);
        recordings.forEach((name, audio) -> all.put(name, audio.kept()));
        return all;
    }

    /** The opposite of {@link #kept()}. */
    public static ScriptFiles kept(Map<String, String> files) {
        SortedMap<String, String> texts = new TreeMap<>();
        SortedMap<String, Audio> recordings = new TreeMap<>();
        files.forEach((name, file) -> {
            if (name.startsWith(AUDIO)) {
                recordings.put(name, Audio.kept(file));
            } else {
                texts.put(name, file);
            }
        });
        return new ScriptFiles(texts, recordings);
    }

    /** The recordings of a language that are there, by names within its folder. */
    Set<String> recordedIn(String language) {
        String folder = audio(language + "/");
        return recordings.keySet().stream()
                .filter(name -> name.startsWith(folder))
                .map(name -> name.substring(folder.length()))
                .collect(Collectors.toSet());
    }

    /** SHA-256 over names and contents, in hex: two sets of files are one version exactly when this is equal. */
    public String hash() {
        MessageDigest sha256 = Sha256.begin();
        texts.forEach((name, text) -> sha256.update((name + "\0" + text + "\0").getBytes(StandardCharsets.UTF_8)));
        recordings.forEach(
                (name, audio) -> sha256.update((name + "\0" + audio.hash() + "\0").getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(sha256.digest());
    }
}
