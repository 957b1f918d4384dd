package uk.referralline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the commands print, and what they tell the shell. */
class CommandsTest {
    private final ScriptsForTest scripts = ScriptsForTest.small();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @AfterEach
    void clean() {
        scripts.delete();
    }

    @Test
    void checkTellsWhatWasProvenOfAFolderAndWhatACallCosts() {
        assertThat(run("check", scripts.folder().toString())).isZero();

        assertThat(out.toString()).contains("True of every call:").contains("What it takes to get there.");
    }

    @Test
    void checkTellsEveryFaultInEveryFile() {
        scripts.edit("line.yaml", "then: begin", "then: begun");
        scripts.edit("opening-hours.yaml", "tuesday: 09:00", "tuesday: 9am");
        scripts.edit("due-times.yaml", "working-days: 3", "working-days: soon");
        scripts.edit("sms/en-GB.yaml", "Sorry we missed you.", "Sorry the hospital missed you.");

        assertThat(run("check", scripts.folder().toString())).isEqualTo(1);

        assertThat(out.toString())
                .contains("line.yaml:")
                .contains("opening-hours.yaml:")
                .contains("due-times.yaml:")
                .contains("sms/en-GB.yaml:");
    }

    @Test
    void checkNamesTheHospitalThatNobodyKnows() {
        scripts.edit("wards.yaml", "caludon: {name", "caludon-centre: {name");

        assertThat(run("check", scripts.folder().toString())).isEqualTo(1);

        assertThat(out.toString())
                .contains("line.yaml:11 (place): \"caludon\" is no hospital of wards.yaml; add it there.");
    }

    @Test
    void checkNamesTheAnswerThatTheRulesDoNotKnow() {
        scripts.edit("eligibility.yaml", "place: [manor, caludon,", "place: [manor-house, caludon,");

        assertThat(run("check", scripts.folder().toString())).isEqualTo(1);

        assertThat(out.toString())
                .contains(
                        "(place): The rules of eligibility.yaml do not know the answer \"manor\"; they know manor-house, caludon,");
    }

    @Test
    void checkPlaysTheFoldersOwnExampleCalls() {
        scripts.write("conversations/at-once.yaml", example("Hello.", "general"));
        assertThat(run("check", scripts.folder().toString())).isZero();
        assertThat(out.toString()).contains("Example calls that go as they are written: 1.");

        scripts.write("conversations/at-once.yaml", example("Good day.", "general"));
        scripts.write("conversations/ends.yaml", example("Hello.", "self-referral"));
        assertThat(run("check", scripts.folder().toString())).isEqualTo(1);
        assertThat(out.toString())
                .contains("conversations/at-once.yaml:5: The line does not say \"Good day.\" here. It says: Hello.")
                .contains("conversations/ends.yaml (ends): case is \"general\", not \"self-referral\".");
    }

    private static byte[] example(String line, String kind) {
        return """
                title: A call
                caller: withheld
                at: 2026-11-24 10:15
                talk:
                  - line: %s
                  - caller: presses 0
                ends:
                  case: %s
                """.formatted(line, kind).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void checkTellsWhatIsWrongInWhatAdvocatesWorkBy() {
        scripts.edit("attempts.yaml", "most: 3", "most: often");
        scripts.edit("urgency.yaml", "seclusion: yes}", "seclusion: often}");
        scripts.edit("opening-hours.yaml", "09:00 to 17:00", "09:00 to 12:00");

        assertThat(run("check", scripts.folder().toString())).isEqualTo(1);

        assertThat(out.toString())
                .contains("attempts.yaml:14: Expected a whole number from 1 to 10, not \"often\".")
                .contains("attempts.yaml:27 (parts-of-day): The line is never open then;")
                .contains("urgency.yaml:51: \"often\" is not known here; it can be no, yes.");
    }

    @Test
    void checkOfNoFolderSaysSo() {
        assertThat(run("check", Path.of("no-such-folder").toString())).isEqualTo(1);

        assertThat(err.toString()).contains("There is no folder \"no-such-folder\".");
    }

    private int run(String... args) {
        return Main.commands()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
