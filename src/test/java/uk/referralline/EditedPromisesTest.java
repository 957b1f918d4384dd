package uk.referralline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.referralline.call.Scripts;
import uk.referralline.sandbox.SandboxCall;

/** What a caller is promised when the files are edited during their call. */
class EditedPromisesTest {
    private static final String MOBILE = "+447700900123";
    private static final String TEXTS = "sms/en-GB.yaml";

    @RegisterExtension
    final TestLine line = TestLine.withOwnScripts();

    @Test
    void aTextThatIsNoMoreIsStillSentByALiveCall() {
        SandboxCall live = line.callFrom(MOBILE);

        line.scripts().edit("line.yaml", "callback-booked", "callback-noted");
        line.scripts().edit(TEXTS, "callback-booked:", "callback-noted:");
        line.scripts().edit("sms/pl-PL.yaml", "callback-booked:", "callback-noted:");
        edit(TEXTS, "Thank you for calling.", "Thank you for your call.");
        book(live);
        book(line.callFrom(MOBILE));
        line.runDue();

        assertThat(live.hasEnded()).isTrue();
        assertThat(line.values(
                        "SELECT template || ': ' || split_part(body, '.', 1) FROM text_message ORDER BY template"))
                .containsExactly("callback-booked: Thank you for calling", "callback-noted: Thank you for your call");
    }

    @Test
    void aTextIsWordedAsItWasWhenItsCallBegan() {
        SandboxCall live = line.callFrom(MOBILE);

        edit(TEXTS, "Thank you for calling.", "Thank you for your call.");
        book(live);
        book(line.callFrom("+447700900124"));
        line.runDue();

        assertThat(line.twilio().textsTo(MOBILE).get(0).body()).startsWith("Thank you for calling.");
        assertThat(line.twilio().textsTo("+447700900124").get(0).body()).startsWith("Thank you for your call.");
    }

    @Test
    void aNewClosureMovesWhatIsPromisedFromThenOn() {
        edit(
                "opening-hours.yaml",
                "closures: []",
                "closures:\n  - from: 2026-11-25\n    to: 2026-11-25\n    reason: The office moves");

        book(line.callFrom(MOBILE));

        assertThat(line.value("SELECT due_at FROM callback")).startsWith("2026-11-30");
    }

    private void edit(String file, String from, String to) {
        line.scripts().edit(file, from, to);
        provenOnAnotherNode();
        line.node().lookForEdits();
        line.node().lookForEdits();
    }

    /** A version that is kept was walked before; walking the shipped script takes its time. */
    private void provenOnAnotherNode() {
        FolderFiles files = FolderFiles.read(Optional.of(line.scripts().folder()));
        new Scripts(line.jdbi(), version -> ScriptFolder.texts(version, "0300 000 0000"), line::time)
                .keep(files.script());
    }

    private static SandboxCall book(SandboxCall call) {
        for (String key : new String[] {"1", "1", "1", "2", "2", "1", "1", "2"}) {
            call.presses(key);
        }
        return call.speaks(Duration.ofSeconds(2)).presses("#");
    }

    private static String heard(SandboxCall call) {
        return String.join(" ", call.heard());
    }
}
