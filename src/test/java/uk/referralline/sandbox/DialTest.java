package uk.referralline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DialTest extends WithALine {

    private SandboxCall dialling(String attributes, String numberAttributes) {
        line.at(
                "/voice",
                "<Dial callerId=\"" + LINE + "\" " + attributes + "><Number " + numberAttributes + ">" + ADVOCATE
                        + "</Number><Number>" + OTHER_ADVOCATE + "</Number></Dial><Say>Still here</Say>");
        line.at("/dialled", "<Say>After</Say>");
        return sandbox.callFrom(CALLER);
    }

    @Test
    void ringsEveryNumberAndTheFirstToAnswerWins() {
        SandboxCall call = dialling("action=\"/dialled\"", "");
        assertThat(call.waitingFor()).isEqualTo(new Waiting.Dialling(List.of(ADVOCATE, OTHER_ADVOCATE)));

        SandboxCall leg = call.answers(OTHER_ADVOCATE);

        assertThat(call.waitingFor()).isEqualTo(new Waiting.Bridged());
        assertThat(leg.waitingFor()).isEqualTo(new Waiting.Bridged());
        assertThat(leg.from()).isEqualTo(LINE);
        assertThat(call.legs())
                .extracting(SandboxCall::status)
                .containsExactly(CallStatus.CANCELED, CallStatus.IN_PROGRESS);

        leg.speaks(Duration.ofSeconds(90)).hangsUp();

        TinyLine.Asked dialled = line.last("/dialled");
        assertThat(dialled.get("DialCallStatus")).isEqualTo("completed");
        assertThat(dialled.get("DialBridged")).isEqualTo("true");
        assertThat(dialled.get("DialCallSid")).isEqualTo(leg.sid());
        assertThat(dialled.get("DialCallDuration")).isEqualTo("90");
        assertThat(call.heard()).contains("After").doesNotContain("Still here");
    }

    @Test
    void withoutAnActionGoesOn() {
        assertThat(dialling("", "").nobodyAnswers().heard()).containsExactly("Still here");
    }

    @Test
    void tellsWhyNobodyAnswered() {
        dialling("action=\"/dialled\"", "").nobodyAnswers();
        assertThat(line.last("/dialled").get("DialCallStatus")).isEqualTo("no-answer");

        SandboxCall call = dialling("action=\"/dialled\"", "").isBusy(ADVOCATE);
        assertThat(line.asked("/dialled")).hasSize(1);
        call.isBusy(OTHER_ADVOCATE);
        assertThat(line.last("/dialled").get("DialCallStatus")).isEqualTo("busy");
    }

    @Test
    void runsTheWhisperOnTheDialledLegBeforePuttingThrough() {
        line.at("/whisper", "<Gather numDigits=\"1\" action=\"/accept\"><Say>Press 1</Say></Gather><Hangup/>")
                .at("/accept", "");
        SandboxCall call = dialling("action=\"/dialled\"", "url=\"/whisper\"");

        SandboxCall leg = call.answers(ADVOCATE);
        assertThat(leg.heard()).containsExactly("Press 1");
        assertThat(line.last("/whisper").get("CallSid")).isEqualTo(leg.sid());
        assertThat(line.last("/whisper").get("ParentCallSid")).isEqualTo(call.sid());
        assertThat(call.waitingFor()).isInstanceOf(Waiting.Dialling.class);

        leg.presses("1");
        assertThat(call.waitingFor()).isEqualTo(new Waiting.Bridged());
    }

    @Test
    void comesBackUnbridgedWhenTheWhisperIsDeclined() {
        line.at("/whisper", "<Gather numDigits=\"1\" action=\"/accept\"><Say>Press 1</Say></Gather><Hangup/>");
        SandboxCall call = dialling("action=\"/dialled\"", "url=\"/whisper\"");

        call.answers(ADVOCATE).staysSilent();

        assertThat(line.last("/dialled").get("DialCallStatus")).isEqualTo("completed");
        assertThat(line.last("/dialled").get("DialBridged")).isEqualTo("false");
        assertThat(call.heard()).contains("After");
    }

    @Test
    void leavesTheCallUnansweredUntilTheBridgeWhenAsked() {
        SandboxCall call = dialling("answerOnBridge=\"true\" action=\"/dialled\"", "");
        assertThat(call.status()).isEqualTo(CallStatus.RINGING);

        call.answers(ADVOCATE);

        assertThat(call.status()).isEqualTo(CallStatus.IN_PROGRESS);
    }

    @Test
    void reportsEachStepOfALegWhenAsked() {
        SandboxCall call =
                dialling("", "statusCallback=\"/leg\" statusCallbackEvent=\"initiated ringing answered completed\"");

        call.answers(ADVOCATE).hangsUp();

        assertThat(line.asked("/leg"))
                .extracting(asked -> asked.get("SequenceNumber"))
                .containsExactly("0", "1", "2", "3");
        assertThat(line.last("/leg").get("CallStatus")).isEqualTo("completed");
        assertThat(line.last("/leg").get("ParentCallSid")).isEqualTo(call.sid());
    }

    @Test
    void endsForBothWhenTheCallerHangsUp() {
        SandboxCall call = dialling("action=\"/dialled\"", "");
        SandboxCall leg = call.answers(ADVOCATE);

        call.hangsUp();

        assertThat(leg.hasEnded()).isTrue();
        assertThat(line.last("/dialled").get("CallStatus")).isEqualTo("completed");
    }

    @Test
    void endsWithAStarWhenAsked() {
        SandboxCall call = dialling("hangupOnStar=\"true\" action=\"/dialled\"", "");
        call.answers(ADVOCATE);

        assertThat(call.presses("*").heard()).contains("After");
    }

    @Test
    void warnsOfACallerIdThatIsNotOurs() {
        line.at("/voice", "<Dial>" + ADVOCATE + "</Dial>");

        sandbox.callFrom("anonymous");

        assertThat(sandbox.problems()).extracting(Problem::code).containsExactly(13214);
    }
}
