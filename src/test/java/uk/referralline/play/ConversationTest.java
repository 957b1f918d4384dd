package uk.referralline.play;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import uk.referralline.ivr.CallState;
import uk.referralline.ivr.ScriptFiles;
import uk.referralline.ivr.ScriptReader;

/** Every conversation in ivr-scripts/conversations/ is a call on the shipped script, with its state through JSON between turns. */
class ConversationTest {
    private static final Path FOLDER = Path.of("ivr-scripts/conversations");

    @TestFactory
    Stream<DynamicTest> theShippedScriptSpeaksEveryConversation() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(FOLDER)) {
            files = all.sorted().toList();
        }
        assertThat(files).hasSizeGreaterThanOrEqualTo(12);
        return files.stream().map(file -> {
            Conversation conversation = read(file);
            return DynamicTest.dynamicTest(file.getFileName() + ": " + conversation.title(), () -> plays(conversation));
        });
    }

    private static Conversation read(Path file) {
        try {
            return ConversationReader.read(file.getFileName().toString(), Files.readString(file));
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    static void plays(Conversation conversation) {
        Stage stage = Walks.stage(ScriptReader.read(ScriptFiles.packaged()));
        Walk walk = stage.walk(conversation.at());
        walk.take(stage.begin(conversation.caller(), conversation.at(), conversation.staffed()));
        int spoken = 0;
        int turn = 0;
        for (Conversation.Part part : conversation.talk()) {
            if (part.isLine()) {
                spoken = hears(walk, part, spoken);
            } else {
                walk.putBack(throughJson(walk.state()));
                walk.take(CallerAct.of(part.what(), turn++).orElseThrow());
                spoken = 0;
            }
        }
        compare(conversation.ends(), Outcome.of(walk));
    }

    private static int hears(Walk walk, Conversation.Part part, int from) {
        String said = String.join(" ", walk.heard());
        int at = said.indexOf(part.what(), from);
        assertThat(at)
                .withFailMessage("row %d: expected \"%s\" in \"%s\"", part.row(), part.what(), said.substring(from))
                .isNotNegative();
        return at;
    }

    private static void compare(Conversation.Ends expected, Outcome outcome) {
        expected.kind().ifPresent(kind -> assertThat(outcome.kind()).isEqualTo(kind));
        expected.callback().ifPresent(callback -> assertThat(outcome.callback()).isEqualTo(callback));
        expected.urgency().ifPresent(urgency -> assertThat(outcome.urgency()).isEqualTo(urgency));
        expected.texts().ifPresent(texts -> assertThat(outcome.texts()).isEqualTo(texts));
    }

    private static CallState throughJson(CallState state) {
        var mapper = new ObjectMapper();
        try {
            return mapper.readValue(mapper.writeValueAsString(state), CallState.class);
        } catch (JsonProcessingException broken) {
            throw new AssertionError(broken);
        }
    }
}
