package uk.referralline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecordTest extends WithALine {

    private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);

    private SandboxCall recording(String attributes) {
        line.at(
                "/voice",
                "<Record action=\"/done\" recordingStatusCallback=\"/recording\" finishOnKey=\"#\" " + attributes
                        + "/><Say>We heard nothing</Say>");
        line.at("/done", "<Say>Thank you</Say>");
        return sandbox.callFrom(CALLER);
    }

    @Test
    void beepsAndWaitsForSpeech() {
        SandboxCall call = recording("maxLength=\"60\" timeout=\"12\"");

        assertThat(call.heardLines()).extracting(Line::kind).contains(Line.Kind.BEEPS);
        assertThat(call.waitingFor())
                .isEqualTo(new Waiting.Recording(Duration.ofSeconds(60), Duration.ofSeconds(12), "#"));
    }

    @Test
    void endsWithItsKeyAndIsReportedAfterTheAction() {
        SandboxCall call = recording("").speaks(FIVE_SECONDS).presses("1#");

        TinyLine.Asked done = line.last("/done");
        assertThat(done.get("Digits")).isEqualTo("#");
        assertThat(done.get("RecordingDuration")).isEqualTo("5");
        assertThat(done.get("RecordingSid")).matches("RE[0-9a-f]{32}");
        assertThat(done.get("RecordingUrl"))
                .isEqualTo(
                        sandbox.url() + "/2010-04-01/Accounts/" + ACCOUNT + "/Recordings/" + done.get("RecordingSid"));
        TinyLine.Asked report = line.last("/recording");
        assertThat(report.get("RecordingStatus")).isEqualTo("completed");
        assertThat(report.get("RecordingDuration")).isEqualTo("5");
        assertThat(report.get("CallSid")).isEqualTo(call.sid());
        assertThat(line.order()).containsSubsequence("/done", "/recording");
    }

    @Test
    void endsWithSilenceAfterSpeech() {
        recording("").speaks(FIVE_SECONDS).staysSilent();

        assertThat(line.last("/done").get("Digits")).isEmpty();
        assertThat(line.last("/done").get("RecordingDuration")).isEqualTo("5");
    }

    @Test
    void keepsTheSilenceAtItsEndWhenItIsNotTrimmed() {
        recording("trim=\"do-not-trim\" timeout=\"4\"").speaks(FIVE_SECONDS).staysSilent();

        assertThat(line.last("/done").get("RecordingDuration")).isEqualTo("9");
    }

    @Test
    void endsAtItsMaximumLength() {
        recording("maxLength=\"8\"").speaks(FIVE_SECONDS).speaks(FIVE_SECONDS);

        assertThat(line.last("/done").get("RecordingDuration")).isEqualTo("8");
    }

    @Test
    void fallsThroughWhenNobodySpeaksAndIsAbsent() {
        SandboxCall call = recording("recordingStatusCallbackEvent=\"in-progress completed absent\"")
                .staysSilent();

        assertThat(call.heard()).containsExactly("We heard nothing");
        assertThat(line.asked("/done")).isEmpty();
        assertThat(line.asked("/recording"))
                .extracting(asked -> asked.get("RecordingStatus"))
                .containsExactly("in-progress", "absent");
        assertThat(line.last("/recording").get("ErrorCode")).isEqualTo("16102");
    }

    @Test
    void isSilentAboutAbsenceUnlessAsked() {
        recording("").staysSilent();

        assertThat(line.asked("/recording")).isEmpty();
        assertThat(sandbox.recordings()).extracting(SandboxRecording::status).containsExactly("absent");
    }

    @Test
    void ofNothingEndedByAKeyCallsTheActionAndIsAbsent() {
        recording("recordingStatusCallbackEvent=\"absent\"").presses("#");

        assertThat(line.last("/done").get("RecordingDuration")).isEqualTo("0");
        assertThat(line.last("/recording").get("ErrorCode")).isEqualTo("16101");
    }

    @Test
    void isKeptWhenTheCallerHangsUp() {
        SandboxCall call = recording("").speaks(FIVE_SECONDS).hangsUp();

        assertThat(line.last("/done").get("Digits")).isEqualTo("hangup");
        assertThat(line.last("/done").get("CallStatus")).isEqualTo("completed");
        assertThat(call.heard()).isEmpty();
        assertThat(line.last("/recording").get("RecordingStatus")).isEqualTo("completed");
    }

    @Test
    void isNotReadyWhileTheActionIsAsked() {
        var status = new java.util.concurrent.atomic.AtomicReference<String>();
        recording("");
        line.at("/done", ctx -> {
            status.set(sandbox.recordings().get(0).status());
            ctx.contentType("text/xml").result("<Response/>");
        });

        sandbox.calls().get(0).speaks(FIVE_SECONDS).presses("#");

        assertThat(status.get()).isEqualTo("in-progress");
        assertThat(sandbox.recordings().get(0).status()).isEqualTo("completed");
    }

    @Test
    void withoutAnActionRecordsAgainAndAgain() {
        line.at("/voice", "<Record/>");

        SandboxCall call = sandbox.callFrom(CALLER).speaks(FIVE_SECONDS).presses("5");

        assertThat(line.asked("/voice")).hasSize(2);
        assertThat(call.waitingFor()).isInstanceOf(Waiting.Recording.class);
    }
}
