package uk.referralline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import uk.referralline.play.ConversationReader;
import uk.referralline.play.Rehearsal;
import uk.referralline.play.Stage;
import uk.referralline.yaml.Fault;
import uk.referralline.yaml.FaultyFiles;

/**
 * The example calls of a folder, {@code conversations/*.yaml}. They are no part of the line: one that is out of date keeps no
 * line from answering, and is told by {@code check}.
 *
 * @param texts by name within the folder
 */
record ExampleCalls(SortedMap<String, String> texts) {
    private static final String PART = "conversations";

    /** @throws FaultyFiles if one that is there cannot be read */
    static ExampleCalls in(Path folder) {
        SortedMap<String, String> texts = new TreeMap<>();
        if (Files.isDirectory(folder.resolve(PART))) {
            try (Stream<Path> files = Files.list(folder.resolve(PART))) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".yaml")).toList()) {
                    texts.put(PART + "/" + file.getFileName(), Files.readString(file));
                }
            } catch (IOException broken) {
                throw new FaultyFiles(List.of(new Fault(PART, 0, "", "These cannot be read as text in UTF-8.")));
            }
        }
        return new ExampleCalls(texts);
    }

    int count() {
        return texts.size();
    }

    /** Where they go otherwise than they are written, or cannot be read. */
    List<Fault> otherwise(Stage stage) {
        var rehearsal = new Rehearsal(stage);
        return texts.entrySet().stream()
                .flatMap(each -> otherwise(rehearsal, each.getKey(), each.getValue()).stream())
                .toList();
    }

    private static List<Fault> otherwise(Rehearsal rehearsal, String file, String text) {
        try {
            return rehearsal.of(file, ConversationReader.read(file, text));
        } catch (FaultyFiles faulty) {
            return faulty.faults();
        } catch (IllegalArgumentException noNumber) {
            return List.of(new Fault(file, 0, "caller", "The caller is a phone number, or \"withheld\"."));
        }
    }
}
