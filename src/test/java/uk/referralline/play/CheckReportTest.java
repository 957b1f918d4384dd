package uk.referralline.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class CheckReportTest {

    @Test
    void anErrorStopsTheLineAndTheWalkThroughTheScript() throws IOException {
        CheckReport report = BrokenScripts.report(BrokenScripts.named("unreachable"));

        assertThat(report.exitCode()).isEqualTo(1);
        assertThat(report.exploration()).isEmpty();
        assertThat(report.text()).isEqualTo("""
                Errors: the line does not use this folder.
                  line.yaml:27 (lost): No way leads to this step. Lead to it from another step, or remove it.

                """);
    }

    @Test
    void aWarningStopsNothing() throws IOException {
        CheckReport report = BrokenScripts.report(BrokenScripts.named("unused-prompt"));

        assertThat(report.exitCode()).isZero();
        assertThat(report.errors()).isEmpty();
        assertThat(report.text())
                .startsWith("Warnings.\n  prompts/en-GB.yaml:11 (old): No step says this prompt.")
                .contains("True of every call:")
                .contains("a person, or the tone for a message");
    }

    @Test
    void aClaimThatIsNotTrueStopsTheLineAndIsShownByACall() throws IOException {
        CheckReport report = BrokenScripts.report(BrokenScripts.named("hang-up-forgotten"));

        assertThat(report.exitCode()).isEqualTo(1);
        assertThat(report.text())
                .contains("Not true: " + Claim.NUMBER_IS_CALLED.words())
                .contains("  - caller: hangs up");
    }

    @Test
    void wordsThatWaitForANativeSpeakerStopNothing() throws IOException {
        CheckReport report = BrokenScripts.report(BrokenScripts.named("nobody-checked"));

        assertThat(report.exitCode()).isZero();
        assertThat(report.text()).startsWith("Warnings.\n  prompts/pl-PL.yaml: These words wait");
    }
}
