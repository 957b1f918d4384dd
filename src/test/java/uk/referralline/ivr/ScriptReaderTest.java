package uk.referralline.ivr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.referralline.yaml.Fault;
import uk.referralline.yaml.FaultyFiles;

class ScriptReaderTest {

    @Test
    void everyFaultIsToldAtOnceWithItsLineAndStep() {
        String line = SmallScripts.withSteps("""
                hello: {say: helo, then: nemu}
                menu: {ask: menu, choices: {0: bye, 1: bye}}
                bye: {end: bye}
                lost: {sing: bye}
                """);

        assertThat(faults(line))
                .containsExactly(
                        "line.yaml:12 (hello): \"helo\" is not known here; did you mean \"hello\"?",
                        "line.yaml:12 (hello): \"nemu\" is not known here; did you mean \"menu\"?",
                        "line.yaml:13 (menu): \"0\" cannot be a choice: 0 is a person, * repeats; use 1 to 9.",
                        "line.yaml:14: \"bye\" is already on line 11; remove one of them.",
                        "line.yaml:15 (lost): A step has exactly one of say, ask, key-in, record, transfer, branch, set, do, back, end.");
    }

    @Test
    void aFieldThatIsChosenCannotBeKeyedIn() {
        String line = SmallScripts.withSteps("hello: {key-in: number, keep: own-phone, then: bye}");

        assertThat(faults(line))
                .containsExactly("line.yaml:12 (hello): \"own-phone\" is a yes-no and cannot be keyed in.");
    }

    @Test
    void aMissingFileIsTold() {
        var wrong = catchThrowableOfType(FaultyFiles.class, () -> ScriptReader.read(new ScriptFiles(Map.of())));

        assertThat(wrong.faults()).extracting(Fault::toString).contains("line.yaml: The file is missing.");
    }

    @Test
    void whatIsNoYamlIsToldWithItsLine() {
        assertThat(faults("start: [hello\nsteps: {")).first().asString().startsWith("line.yaml:2: This is not YAML:");
    }

    @Test
    void aPromptOfNoWordsIsASilentPhone() {
        var files = new ScriptFiles(Map.of(
                "line.yaml",
                SmallScripts.withSteps("hello: {end: bye}"),
                "prompts/en-GB.yaml",
                SmallScripts.PROMPTS.replace("Goodbye.", "''")));

        var wrong = catchThrowableOfType(FaultyFiles.class, () -> ScriptReader.read(files));

        assertThat(wrong.faults())
                .extracting(Fault::toString)
                .containsExactly(
                        "prompts/en-GB.yaml:8 (bye): There are no words here; a prompt that says nothing is a silent phone.");
    }

    @Test
    void theShippedScriptIsRight() {
        assertThat(ScriptReader.read(ScriptFiles.packaged()).hash()).hasSize(64);
    }

    private static List<String> faults(String line) {
        var wrong = catchThrowableOfType(FaultyFiles.class, () -> ScriptReader.read(SmallScripts.files(line)));
        return wrong.faults().stream().map(Fault::toString).toList();
    }
}
