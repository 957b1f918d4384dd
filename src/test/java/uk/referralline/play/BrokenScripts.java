package uk.referralline.play;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import uk.referralline.call.UkKeypad;
import uk.referralline.ivr.Keypad;
import uk.referralline.ivr.ScriptFiles;

/**
 * Scripts with one fault each. A file's first part has the steps from {@code begin} on, its second the prompts of these, its
 * third the Polish words; a file that begins its own {@code start:} or {@code voice:} replaces the frame's part.
 */
final class BrokenScripts {
    private static final Path FOLDER = Path.of("src/test/resources/broken-scripts");
    private static final String EXPECT = "# expect: ";
    static final Keypad KEYPAD = new UkKeypad(Walks.PLAN);
    private static final Checker CHECKER = new Checker(KEYPAD, Set.of("callback-booked"));

    private BrokenScripts() {}

    static List<Path> all() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    /** What the file says that the checker finds. */
    static List<String> expected(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(EXPECT))
                .map(line -> line.substring(EXPECT.length()))
                .toList();
    }

    /** What the checker does find: errors, warnings, and the claims that are not true. */
    static List<String> found(Path file) throws IOException {
        CheckReport report = report(file);
        List<String> found = new ArrayList<>();
        report.findings().forEach(finding -> found.add(finding.isError() ? finding.toString() : "warning: " + finding));
        report.exploration()
                .ifPresent(walked -> walked.broken()
                        .forEach((claim, call) -> found.add("not true: " + claim.words() + " " + acts(call))));
        return found;
    }

    static CheckReport report(Path file) throws IOException {
        return CHECKER.check(files(file));
    }

    /** A file by the words of its name, such as {@code hang-up-forgotten}. */
    static Path named(String name) throws IOException {
        return all().stream()
                .filter(file -> file.toString().endsWith("-" + name + ".yaml"))
                .findFirst()
                .orElseThrow();
    }

    /** What the caller does on the shortest call that breaks a claim. */
    private static String acts(Conversation call) {
        List<String> acts = call.talk().stream()
                .filter(part -> !part.isLine())
                .map(Conversation.Part::what)
                .toList();
        return acts.isEmpty() ? "At once." : "Caller " + String.join(", ", acts) + ".";
    }

    static ScriptFiles files(Path file) throws IOException {
        String text = String.join(
                "\n",
                Files.readAllLines(file).stream()
                        .filter(line -> !line.startsWith("# "))
                        .toList());
        String[] parts = text.split("(?m)^---$");
        Map<String, String> files = new TreeMap<>();
        files.put("line.yaml", part(parts, 0, "line.yaml", "start:"));
        files.put("prompts/en-GB.yaml", part(parts, 1, "prompts.yaml", "voice:"));
        if (parts.length > 2) {
            files.put("prompts/pl-PL.yaml", parts[2].strip());
        }
        return new ScriptFiles(files);
    }

    private static String part(String[] parts, int number, String frame, String whole) throws IOException {
        String part = parts.length > number ? parts[number].strip() : "";
        return part.startsWith(whole)
                ? part
                : Files.readString(FOLDER.resolve("frame").resolve(frame)) + part.indent(2);
    }
}
