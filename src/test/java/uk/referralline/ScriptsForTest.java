package uk.referralline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A copy of the shipped {@code ivr-scripts/}, to be edited as a service manager would. */
record ScriptsForTest(Path folder) {
    private static final Path SHIPPED = Path.of("ivr-scripts");

    static ScriptsForTest copied() {
        try {
            Path folder = Files.createTempDirectory("line-scripts");
            for (Path from : within(SHIPPED)) {
                Path to = folder.resolve(SHIPPED.relativize(from).toString());
                if (Files.isDirectory(from)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(from, to);
                }
            }
            return new ScriptsForTest(folder);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The same for a call script of its own, which does not go as the shipped example calls do. */
    private static ScriptsForTest withoutExamples() {
        ScriptsForTest copy = copied();
        delete(copy.folder.resolve("conversations"));
        return copy;
    }

    /** The same with a call script of six steps, which is walked in no time. */
    static ScriptsForTest small() {
        ScriptsForTest small = withoutExamples();
        try {
            Files.delete(small.folder.resolve("prompts/pl-PL.yaml"));
            Files.delete(small.folder.resolve("sms/pl-PL.yaml"));
            String steps = """
                      begin: {ask: ask, choices: {1: bye, 2: nothing}}
                      bye: {end: bye}
                    """;
            String words = """
                      ask: {say: "Are you there? Yes, press 1. No, press 2.", again: "Yes, press 1. No, press 2."}
                      bye: Goodbye.
                    """;
            String wards = """
                    owner: Service manager
                    review: 2027-01-31
                    hospitals: {manor: {name: Manor}, caludon: {name: Caludon}}
                    """;
            Files.writeString(small.folder.resolve("wards.yaml"), wards);
            small.edit(
                    "eligibility.yaml",
                    "place: [caludon-centre, st-michaels, manor-hospital,",
                    "place: [manor, caludon,");
            Files.writeString(small.folder.resolve("line.yaml"), frame("line.yaml") + steps);
            Files.writeString(small.folder.resolve("prompts/en-GB.yaml"), frame("prompts.yaml") + words);
            return small;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The same with a short call script that is also in Tigrinya, which no voice speaks: its recordings are written here. */
    static ScriptsForTest recorded() {
        ScriptsForTest recorded = withoutExamples();
        try {
            Files.delete(recorded.folder.resolve("prompts/pl-PL.yaml"));
            Path from = Path.of("src/test/resources/recorded-language");
            for (String name : List.of("line.yaml", "prompts/en-GB.yaml", "prompts/ti-ER.yaml")) {
                Files.copy(from.resolve(name), recorded.folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.createDirectories(recorded.folder.resolve("audio/ti-ER"));
            Pattern.compile("[a-z0-9-]+\\.wav")
                    .matcher(Files.readString(recorded.folder.resolve("prompts/ti-ER.yaml")))
                    .results()
                    .forEach(name -> recorded.record("ti-ER/" + name.group(), name.group()));
            return recorded;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Writes a recording with some sound, another for other words. */
    void record(String file, String words) {
        write("audio/" + file, Wav.of(words));
    }

    void write(String file, byte[] bytes) {
        try {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.write(folder.resolve(file), bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String frame(String file) throws IOException {
        return Files.readString(Path.of("src/test/resources/broken-scripts/frame", file));
    }

    /** Replaces words that must be there. */
    void edit(String file, String from, String to) {
        try {
            String text = Files.readString(folder.resolve(file));
            if (!text.contains(from)) {
                throw new IllegalArgumentException(file + " does not say: " + from);
            }
            Files.writeString(folder.resolve(file), text.replace(from, to));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    void delete() {
        delete(folder);
    }

    private static void delete(Path folder) {
        try {
            List<Path> all = within(folder);
            all.sort(Comparator.reverseOrder());
            for (Path each : all) {
                Files.delete(each);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<Path> within(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return new java.util.ArrayList<>(files.toList());
        }
    }
}
