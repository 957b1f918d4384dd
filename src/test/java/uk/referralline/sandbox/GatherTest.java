package uk.referralline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GatherTest extends WithALine {

    private SandboxCall gathering(String attributes) {
        line.at(
                "/voice",
                "<Gather action=\"/next\" " + attributes + "><Say>Keys please</Say></Gather><Say>Nothing</Say>");
        line.at("/next", "<Say>Thank you</Say>");
        return sandbox.callFrom(CALLER);
    }

    private void assertPosted(String digits, String finishedOnKey) {
        assertThat(line.last("/next").get("Digits")).isEqualTo(digits);
        assertThat(line.last("/next").get("FinishedOnKey")).isEqualTo(finishedOnKey);
    }

    @Test
    void saysWhatItWaitsFor() {
        assertThat(gathering("numDigits=\"3\" timeout=\"9\"").waitingFor())
                .isEqualTo(new Waiting.Keys(3, Duration.ofSeconds(9), "#"));
    }

    @Test
    void endsAfterNumDigitsAndLosesTheRest() {
        gathering("numDigits=\"2\"").presses("123#");

        assertPosted("12", "");
        assertThat(line.asked("/next")).hasSize(1);
        assertThat(line.last("/next").get("CallStatus")).isEqualTo("in-progress");
    }

    @Test
    void endsWithTheFinishKey() {
        gathering("").presses("07700900123#");

        assertPosted("07700900123", "#");
    }

    @Test
    void endsWithTheFinishKeyAlone() {
        gathering("").presses("#");

        assertPosted("", "#");
    }

    @Test
    void takesEveryKeyWhenThereIsNoFinishKey() {
        gathering("finishOnKey=\"\" numDigits=\"3\"").presses("*#1");

        assertPosted("*#1", "");
    }

    @Test
    void takesAnyOfSeveralFinishKeys() {
        gathering("finishOnKey=\"*0\"").presses("1#0");

        assertPosted("1#", "0");
    }

    @Test
    void keepsKeysPressedOneAfterTheOther() {
        SandboxCall call = gathering("").presses("1").presses("2");
        assertThat(line.asked("/next")).isEmpty();

        call.presses("#");

        assertPosted("12", "#");
    }

    @Test
    void submitsKeysWithoutAFinishKeyAfterTheTimeOut() {
        gathering("").presses("12").staysSilent();

        assertPosted("12", "");
    }

    @Test
    void fallsThroughWhenNothingIsPressed() {
        SandboxCall call = gathering("").staysSilent();

        assertThat(call.heard()).containsExactly("Nothing");
        assertThat(line.asked("/next")).isEmpty();
        assertThat(call.hasEnded()).isTrue();
    }

    @Test
    void callsItsActionWhenNothingIsPressedIfAskedTo() {
        gathering("actionOnEmptyResult=\"true\"").staysSilent();

        assertPosted("", "");
    }

    @Test
    void withoutAnActionAsksForItsDocumentAgain() {
        line.at("/voice", "<Gather numDigits=\"1\"/>");

        SandboxCall call = sandbox.callFrom(CALLER).presses("5");

        assertThat(line.asked("/voice")).hasSize(2);
        assertThat(line.last("/voice").get("Digits")).isEqualTo("5");
        assertThat(call.hasEnded()).isFalse();
    }

    @Test
    void isInterruptedUnlessItMayNotBe() {
        gathering("numDigits=\"1\"").interrupts("1");
        assertThat(line.asked("/next")).hasSize(1);

        gathering("numDigits=\"1\" bargeIn=\"false\"").interrupts("1");
        assertThat(line.asked("/next")).hasSize(1);
    }
}
