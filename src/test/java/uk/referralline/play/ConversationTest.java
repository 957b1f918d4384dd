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
        assertThat(new Rehearsal(stage, ConversationTest::throughJson).of("conversation", conversation))
                .isEmpty();
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
