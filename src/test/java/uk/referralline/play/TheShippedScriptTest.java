package uk.referralline.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.referralline.call.UkKeypad;
import uk.referralline.ivr.ScriptFiles;

/** Everything the checker can prove is true of the script that answers the phone. */
class TheShippedScriptTest {
    private static final Checker CHECKER =
            new Checker(new UkKeypad(Walks.PLAN), Set.of("callback-booked", "referral-received"));

    @Test
    void theShippedScriptKeepsEveryPromise() {
        CheckReport report = CHECKER.check(ScriptFiles.packaged());

        assertThat(report.passes()).withFailMessage(report::text).isTrue();
    }
}
