package uk.referralline.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import uk.referralline.ivr.Effect;
import uk.referralline.ivr.Script;
import uk.referralline.ivr.ScriptFiles;
import uk.referralline.ivr.ScriptReader;

class ExplorerTest {

    @Test
    void whatBreaksAClaimIsToldAsTheShortestCall() throws IOException {
        assertThat(ConversationWriter.write(forgotten())).isEqualTo("""
                title: Whoever gave a safe number is called back or referred, also after a hang-up.
                caller: 01632 960100
                at: 2026-11-24 10:15
                talk:
                  - line: Key in your number, then press hash.
                  - caller: "presses 07700900126#"
                  - line: You gave us
                  - caller: presses 1
                  - line: Are you there? Yes, press 1. No, press
                  - caller: hangs up
                ends: {}
                """);
    }

    @Test
    void aCallThatBreaksAClaimCanBePlayedAgain() throws IOException {
        Conversation call = ConversationReader.read("found.yaml", ConversationWriter.write(forgotten()));
        Script script = ScriptReader.read(BrokenScripts.files(BrokenScripts.named("hang-up-forgotten")));
        Walk walk = Walks.stage(script).walk(call.at());
        walk.take(Walks.stage(script).begin(call.caller(), call.at(), call.staffed()));

        for (Conversation.Part part : call.talk()) {
            if (part.isLine()) {
                assertThat(String.join(" ", walk.heard())).contains(part.what());
            } else {
                walk.take(CallerAct.of(part.what(), 0).orElseThrow());
            }
        }

        assertThat(walk.state().over()).isTrue();
        assertThat(walk.state().answer("number")).isPresent();
        assertThat(walk.kept()).noneMatch(Effect.Promise.class::isInstance);
    }

    @Test
    void everyStepOfTheShippedScriptIsWalked() {
        Script script = ScriptReader.read(ScriptFiles.packaged());
        Exploration walked = Explorer.explore(script, BrokenScripts.KEYPAD);

        assertThat(walked.proven()).containsExactly(Claim.values());
        assertThat(walked.moments()).isGreaterThan(script.steps().size());
        assertThat(walked.turns()).isGreaterThan(walked.moments());
    }

    private static Conversation forgotten() throws IOException {
        Path file = BrokenScripts.named("hang-up-forgotten");
        return BrokenScripts.report(file).exploration().orElseThrow().broken().get(Claim.NUMBER_IS_CALLED);
    }
}
