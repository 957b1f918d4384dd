package uk.referralline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.referralline.sandbox.SandboxCall;

/** A service manager edits the files while the line is running. */
class EditedScriptTest {
    private static final String MOBILE = "+447700900123";
    private static final String WORDS = "prompts/en-GB.yaml";

    @RegisterExtension
    final TestLine line = TestLine.withSmallScripts();

    @Test
    void aFolderWithAFaultIsToldOnceAndChangesNothing() {
        line.scripts().edit("opening-hours.yaml", "tuesday: 09:00", "tuesday: 9am");
        line.scripts().edit("line.yaml", "then: begin", "then: begun");

        String told = Logged.during(() -> {
            for (int n = 0; n < 5; n++) {
                line.node().lookForEdits();
            }
        });

        assertThat(told)
                .containsOnlyOnce("opening-hours.yaml:")
                .containsOnlyOnce("did you mean \"begin\"?")
                .containsOnlyOnce("the one before stays");
        assertThat(heard(line.callFrom(MOBILE))).contains("Hello.");
        assertThat(line.value("SELECT count(*) FROM script_version")).isEqualTo("1");
    }

    @Test
    void aScriptThatBreaksAPromiseOnSomeWayIsNotTaken() {
        String told = Logged.during(() -> edit("line.yaml", ", firm: yes", ""));

        assertThat(told).contains("Not true:").contains("the one before stays");
        assertThat(line.value("SELECT count(*) FROM script_version")).isEqualTo("1");
    }

    @Test
    void aMendedFolderIsTaken() {
        edit(WORDS, "voice: Polly.Amy-Neural", "voise: Polly.Amy-Neural");

        edit(WORDS, "voise: Polly.Amy-Neural", "voice: Polly.Emma-Neural");

        assertThat(line.callFrom(MOBILE).heardLines().toString()).contains("Polly.Emma-Neural");
    }

    @Test
    void aFileThatIsNoTextIsToldOnceAndChangesNothing() throws IOException {
        Files.write(line.scripts().folder().resolve(WORDS), new byte[] {(byte) 0xC3, (byte) 0x28});

        String told = Logged.during(() -> {
            line.node().lookForEdits();
            line.node().lookForEdits();
            line.node().lookForEdits();
        });

        assertThat(told).containsOnlyOnce("prompts/en-GB.yaml: This cannot be read");
        assertThat(heard(line.callFrom(MOBILE))).contains("Hello.");
    }

    @Test
    void nothingIsTakenWhileItIsStillBeingEdited() {
        line.scripts().edit(WORDS, "Hello.", "Welcome.");
        line.node().lookForEdits();
        line.scripts().edit(WORDS, "Welcome.", "Good day.");
        line.node().lookForEdits();

        assertThat(heard(line.callFrom(MOBILE))).contains("Hello.");

        line.node().lookForEdits();
        assertThat(heard(line.callFrom(MOBILE))).contains("Good day.");
    }

    @Test
    void newHoursHoldForTheNextCall() {
        SandboxCall open = line.callFrom(MOBILE);

        edit("opening-hours.yaml", "tuesday: 09:00 to 17:00", "tuesday: 11:00 to 15:00");
        line.callFrom(MOBILE);

        assertThat(open.hasEnded()).isFalse();
        assertThat(line.values("SELECT state -> 'answers' ->> 'line' FROM call ORDER BY 1"))
                .containsExactly("closed", "open");
        assertThat(line.value("SELECT count(*) FROM script_version")).isEqualTo("1");
    }

    @Test
    void aWordTakenBackIsTheEarlierVersionAgain() {
        edit(WORDS, "Hello.", "Welcome.");
        line.setTime("2026-11-24T10:16");

        edit(WORDS, "Welcome.", "Hello.");

        assertThat(line.values("SELECT id FROM script_version ORDER BY kept_at DESC"))
                .containsExactly("1", "2");
    }

    @Test
    void aLineDoesNotStartOnAFaultyFolder() {
        line.scripts().edit("line.yaml", "then: begin", "then: begun");

        assertThatThrownBy(line::anotherNode)
                .isInstanceOf(RefusedFolder.class)
                .hasMessageStartingWith("Errors: the line does not use this folder.")
                .hasMessageContaining("(greeting)")
                .hasMessageContaining("did you mean \"begin\"?");
    }

    @Test
    void aLineDoesNotStartOnAScriptThatBreaksAPromise() {
        line.scripts().edit("line.yaml", ", firm: yes", "");

        assertThatThrownBy(line::anotherNode).isInstanceOf(RefusedFolder.class).hasMessageContaining("Not true:");
    }

    @Test
    void newWordsAreForTheNextCallAndALiveCallEndsOnItsOwn() {
        SandboxCall live = line.callFrom(MOBILE);

        edit(WORDS, "Goodbye.", "Until next time.");

        assertThat(heard(live.presses("1"))).contains("Goodbye.");
        assertThat(heard(line.callFrom(MOBILE).presses("1"))).contains("Until next time.");
        assertThat(line.values("SELECT script_version FROM call ORDER BY began_at, script_version"))
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void eachNodeTakesTheEditAndACallMayGoOnAnywhere() {
        try (Line other = line.anotherNode()) {
            edit(WORDS, "Goodbye.", "Until next time.");
            SandboxCall call = line.callFrom(MOBILE);
            String sid = line.value("SELECT sid FROM call");

            var there = new Webhook(line).to(other.port(), "/voice/turn/1", "CallSid", sid, "Digits", "1");

            assertThat(there.body()).contains("Until next time.");
            other.lookForEdits();
            other.lookForEdits();
            assertThat(call.hasEnded()).isFalse();
            assertThat(line.value("SELECT count(*) FROM script_version")).isEqualTo("2");
        }
    }

    private void edit(String file, String from, String to) {
        line.scripts().edit(file, from, to);
        line.node().lookForEdits();
        line.node().lookForEdits();
    }

    private static String heard(SandboxCall call) {
        return String.join(" ", call.heard());
    }
}
