package uk.referralline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboundCallTest extends WithALine {

    @Test
    void tellsTheLineWhoCallsWhom() {
        line.at("/voice", "<Say>Hello</Say>");

        SandboxCall call = sandbox.callFrom(CALLER);

        TinyLine.Asked asked = line.last("/voice");
        assertThat(asked.get("CallSid")).isEqualTo(call.sid()).matches("CA[0-9a-f]{32}");
        assertThat(asked.get("AccountSid")).isEqualTo(ACCOUNT);
        assertThat(asked.get("From")).isEqualTo(CALLER);
        assertThat(asked.get("Caller")).isEqualTo(CALLER);
        assertThat(asked.get("To")).isEqualTo(LINE);
        assertThat(asked.get("Called")).isEqualTo(LINE);
        assertThat(asked.get("FromCountry")).isEqualTo("GB");
        assertThat(asked.get("CallStatus")).isEqualTo("ringing");
        assertThat(asked.get("Direction")).isEqualTo("inbound");
        assertThat(asked.get("ApiVersion")).isEqualTo("2010-04-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"anonymous", "+266696687", ""})
    void mayComeFromAWithheldNumber(String from) {
        line.at("/voice", "<Say>Hello</Say>");

        sandbox.callFrom(from);

        assertThat(line.last("/voice").get("From")).isEqualTo(from);
    }

    @Test
    void endsWhenTheDocumentDoesAndTheStatusIsReported() {
        line.at(
                "/voice",
                "<Say language=\"en-GB\" voice=\"Polly.Amy\">Hello <break time=\"1s\"/>\n there</Say><Pause length=\"3\"/>");

        SandboxCall call = sandbox.callFrom(CALLER);

        assertThat(call.heard()).containsExactly("Hello there");
        assertThat(call.transcript()).contains(new Line(Line.Kind.SAYS, "Hello there", "en-GB", "Polly.Amy"));
        assertThat(call.waitingFor()).isEqualTo(new Waiting.Ended());
        TinyLine.Asked status = line.last("/status");
        assertThat(status.get("CallStatus")).isEqualTo("completed");
        assertThat(status.get("CallDuration")).isEqualTo("3");
        assertThat(status.get("SequenceNumber")).isEqualTo("0");
        assertThat(status.get("Timestamp")).isEqualTo("Tue, 24 Nov 2026 10:15:00 +0000");
        assertThat(line.order()).containsExactly("/voice", "/status");
    }

    @Test
    void followsARedirectRelativeToItsDocument() {
        sandbox.number(LINE).voiceUrl(line.url("/a/b"));
        line.at("/a/b", "<Redirect>c</Redirect>")
                .at("/a/c", "<Play>/sound.mp3</Play><Hangup/>")
                .at("/sound.mp3", ctx -> ctx.contentType("audio/mpeg").result("sound"));

        SandboxCall call = sandbox.callFrom(CALLER);

        assertThat(call.heard()).containsExactly(line.url("/sound.mp3"));
        assertThat(line.last("/a/c").get("CallStatus")).isEqualTo("ringing");
    }

    @Test
    void isRejectedOnlyByTheFirstVerb() {
        line.at("/voice", "<Reject reason=\"busy\"/>");
        assertThat(sandbox.callFrom(CALLER).status()).isEqualTo(CallStatus.BUSY);

        line.at("/voice", "<Say>Hello</Say><Reject/>");
        SandboxCall late = sandbox.callFrom(CALLER);
        assertThat(late.status()).isEqualTo(CallStatus.COMPLETED);
        assertThat(late.warnings()).hasSize(1);
    }

    @Test
    void thatIsHungUpIsReportedAndCanDoNothingMore() {
        line.at("/voice", "<Gather><Say>Press a key</Say></Gather>");

        SandboxCall call = sandbox.callFrom(CALLER).presses("1").hangsUp();

        assertThat(line.asked("/status")).hasSize(1);
        assertThat(line.asked("/voice")).hasSize(1);
        assertThatThrownBy(() -> call.presses("1")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void goingInACircleIsStopped() {
        line.at("/voice", "<Redirect>/voice</Redirect>");

        SandboxCall call = sandbox.callFrom(CALLER);

        assertThat(call.failure()).hasValueSatisfying(why -> assertThat(why).contains("circle"));
    }

    @Test
    void takesAsLongAsItWouldHave() {
        line.at("/voice", "<Gather timeout=\"7\" actionOnEmptyResult=\"true\" action=\"/next\"/>");

        SandboxCall call = sandbox.callFrom(CALLER).staysSilent();

        assertThat(call.duration()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void saysWhatTwilioWouldWarnAbout() {
        line.at(
                "/voice",
                "<Gather numdigits=\"1\"><Record/></Gather><Say loop=\"x\">Hi</Say><Dail>1</Dail><Hangup why=\"not\"/>");

        SandboxCall call = sandbox.callFrom(CALLER).staysSilent();

        assertThat(call.warnings())
                .containsExactlyInAnyOrder(
                        "<Gather> has no attribute numdigits",
                        "<Record> may not be in <Gather>",
                        "<Say> has a wrong value of loop: x",
                        "<Dail> may not be in <Response>",
                        "<Hangup> has no attribute why");
        assertThat(sandbox.problems()).extracting(Problem::code).containsOnly(12200);
    }

    @Test
    void doesNotPretendToDoWhatTheSandboxCannot() {
        line.at("/voice", "<Enqueue>waiting</Enqueue>");

        assertThat(sandbox.callFrom(CALLER).failure()).isPresent();
    }

    @Test
    void isTellingWhatIsHeardSinceTheCallerDidSomething() {
        line.at("/voice", "<Gather numDigits=\"1\" action=\"/next\"><Say>First</Say><Say>Second</Say></Gather>")
                .at("/next", "<Say>Third</Say>");

        SandboxCall call = sandbox.callFrom(CALLER);

        assertThat(call.heard()).isEqualTo(List.of("First", "Second"));
        assertThat(call.presses("1").heard()).containsExactly("Third");
        assertThat(call.transcript().stream().filter(Line::spoken)).hasSize(3);
    }
}
