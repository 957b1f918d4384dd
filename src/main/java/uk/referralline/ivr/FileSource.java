package uk.referralline.ivr;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import uk.referralline.yaml.Fault;
import uk.referralline.yaml.Faults;
import uk.referralline.yaml.FaultyFiles;

/** Where the files of a call script are read from. */
@FunctionalInterface
interface FileSource {
    /** The file's first bytes, or empty if it is not there. @throws IOException if it is there and cannot be read */
    Optional<byte[]> read(String name, int most) throws IOException;

    /** What comes with the program. */
    static FileSource packaged() {
        return (name, most) -> {
            try (InputStream file = FileSource.class.getResourceAsStream("/ivr-scripts/" + name)) {
                return file == null ? Optional.empty() : Optional.of(file.readNBytes(most));
            }
        };
    }

    static FileSource in(Path folder) {
        return (name, most) -> {
            try (InputStream file = Files.newInputStream(folder.resolve(name))) {
                return Optional.of(file.readNBytes(most));
            } catch (NoSuchFileException none) {
                return Optional.empty();
            }
        };
    }

    /** Names in a part of a folder, such as {@code prompts/en-GB.yaml}; none if it is not there. */
    static List<String> names(Path folder, String part) {
        try (Stream<Path> files = Files.list(folder.resolve(part))) {
            return files.map(each -> part + "/" + each.getFileName())
                    .filter(name -> name.endsWith(".yaml"))
                    .toList();
        } catch (NoSuchFileException none) {
            // Whoever reads the script says which files are missing.
            return List.of();
        } catch (IOException broken) {
            throw unreadable(part + "/", "This cannot be read by the line's user.");
        }
    }

    /** These words, as far as they are there, and the recordings that they name. @throws FaultyFiles if one is unreadable */
    default ScriptFiles files(List<String> names) {
        SortedMap<String, String> texts = new TreeMap<>();
        names.forEach(name -> text(name).ifPresent(text -> texts.put(name, text)));
        SortedMap<String, Audio> recordings = new TreeMap<>();
        WordsReader.read(new ScriptFiles(texts), new Faults())
                .values()
                .forEach(words -> words.recordings()
                        .forEach(name -> audio(name).ifPresent(audio -> recordings.put(name, audio))));
        return new ScriptFiles(texts, recordings);
    }

    private Optional<String> text(String name) {
        try {
            Optional<byte[]> bytes = read(name, Integer.MAX_VALUE);
            return bytes.isEmpty() ? Optional.empty() : Optional.of(decoded(bytes.get()));
        } catch (IOException broken) {
            throw unreadable(name, "This cannot be read: it must be text in UTF-8 that the line's user may read.");
        }
    }

    private static String decoded(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private Optional<Audio> audio(String name) {
        try {
            return read(name, Audio.ENOUGH).map(Audio::of);
        } catch (IOException broken) {
            throw unreadable(name, "This recording cannot be read by the line's user.");
        }
    }

    private static FaultyFiles unreadable(String name, String message) {
        return new FaultyFiles(List.of(new Fault(name, 0, "", message)));
    }
}
