package uk.referralline.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every file in broken-scripts/ has one fault, and says itself how the checker tells of it. */
class BrokenScriptsTest {

    @TestFactory
    Stream<DynamicTest> everyFaultIsToldInWordsThatSayWhatToDo() throws IOException {
        List<Path> files = BrokenScripts.all();
        assertThat(files).hasSizeGreaterThanOrEqualTo(40);
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    assertThat(BrokenScripts.found(file)).isEqualTo(BrokenScripts.expected(file));
                }));
    }
}
