package uk.referralline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.referralline.call.ScriptHistory;
import uk.referralline.ivr.Audio;
import uk.referralline.ivr.ScriptFiles;

/** The versions of the call script, as the terminal shows them. */
class VersionTextsTest {

    @RegisterExtension
    final TestLine line = TestLine.withSmallScripts();

    @Test
    void everyVersionIsListedWithItsCallsAndTheCurrentOneFirst() {
        line.callFrom("+447700900123");
        line.callFrom("+447700900124");
        line.setTime("2026-11-24T23:30");
        edit("Hello.", "Welcome.");
        line.setTime("2026-11-25T09:00");
        edit("Welcome.", "Good day.");
        line.setTime("2026-11-26T09:00");
        edit("Good day.", "Hello.");
        line.callFrom("+447700900125");

        String list = VersionTexts.list(history().uses());

        assertThat(list.replaceAll("[0-9a-f]{12}", "HASH")).isEqualTo("""
                version  hash          in use since       calls
                      1  HASH  2026-11-26 09:00       1  current
                      3  HASH  2026-11-25 09:00       0
                      2  HASH  2026-11-24 23:30       0
                      1  HASH  2026-11-24 10:15       2
                """);
        assertThat(list).contains(line.value("SELECT left(hash, 12) FROM script_version WHERE id = 2"));
    }

    @Test
    void theDifferenceOfTwoVersionsIsAUnifiedDiff() {
        line.setTime("2026-11-25T09:00");
        edit("Hello.", "Welcome.");

        assertThat(VersionTexts.diff(files(1), files(2)))
                .startsWith("--- a/prompts/en-GB.yaml\n+++ b/prompts/en-GB.yaml\n@@ -")
                .contains("\n-  hello: Hello.")
                .contains("\n+  hello: Welcome.");
        assertThat(VersionTexts.diff(files(1), files(1))).isEmpty();
        assertThat(history().files(9)).isEmpty();
    }

    @Test
    void aFileThatIsNewComesFromNothing() {
        var before = new ScriptFiles(Map.of("line.yaml", "start: a\n"));
        var after = new ScriptFiles(Map.of("line.yaml", "start: a\n", "prompts/pl-PL.yaml", "voice: x\n"));

        assertThat(VersionTexts.diff(before, after))
                .isEqualTo("--- /dev/null\n+++ b/prompts/pl-PL.yaml\n@@ -0,0 +1,1 @@\n+voice: x\n");
    }

    @Test
    void aChangedRecordingShowsItsSizeAndNotItsBytes() {
        String diff = VersionTexts.diff(withHello("hello"), withHello("hello again"));

        assertThat(diff)
                .startsWith("--- a/audio/ti-ER/hello.wav\n+++ b/audio/ti-ER/hello.wav\n")
                .containsPattern("\n-49 bytes, SHA-256 [0-9a-f]{12}\n\\+55 bytes, SHA-256 [0-9a-f]{12}\n$");
    }

    private static ScriptFiles withHello(String words) {
        return new ScriptFiles(
                new TreeMap<>(), new TreeMap<>(Map.of("audio/ti-ER/hello.wav", Audio.of(Wav.of(words)))));
    }

    private void edit(String from, String to) {
        line.scripts().edit("prompts/en-GB.yaml", from, to);
        line.node().lookForEdits();
        line.node().lookForEdits();
    }

    private ScriptHistory history() {
        return new ScriptHistory(line.jdbi());
    }

    private ScriptFiles files(long id) {
        return history().files(id).orElseThrow();
    }
}
