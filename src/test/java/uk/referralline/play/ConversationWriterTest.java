package uk.referralline.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ConversationWriterTest {

    @TestFactory
    Stream<DynamicTest> whatIsWrittenIsReadBackTheSame() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of("ivr-scripts/conversations"))) {
            files = all.sorted().toList();
        }
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    Conversation read = ConversationReader.read("a.yaml", Files.readString(file));
                    Conversation again = ConversationReader.read("b.yaml", ConversationWriter.write(read));

                    assertThat(again)
                            .usingRecursiveComparison()
                            .ignoringFieldsMatchingRegexes(".*row")
                            .isEqualTo(read);
                }));
    }
}
