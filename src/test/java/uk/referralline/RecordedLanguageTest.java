package uk.referralline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.referralline.sandbox.SandboxCall;

/** A caller whose language no voice speaks hears recordings. */
class RecordedLanguageTest {
    private static final String MOBILE = "+447700900123";

    @RegisterExtension
    final TestLine line = TestLine.withRecordedLanguage();

    @Test
    void aWholeCallIsMadeInALanguageWithoutAVoice() {
        SandboxCall call = line.callFrom(MOBILE).presses("1");
        assertThat(heard(call)).containsExactly("which-number");

        call.presses("07700900123#");
        assertThat(heard(call))
                .startsWith("you-gave", "figure-0", "figure-7", "figure-7")
                .endsWith("right-or-wrong");
        assertThat(heard(call)).hasSize(13);

        call.presses("1");
        assertThat(heard(call))
                .startsWith("we-will-call-you", "friday", "day-27", "november", "five-pm", "your-reference")
                .endsWith("goodbye")
                .hasSize(6 + "1234567".length() + 1);
        assertThat(call.hasEnded()).isTrue();
        assertThat(call.failure()).isEmpty();
        assertThat(line.twilio().problems()).isEmpty();
        assertThat(line.value("SELECT count(*) FROM callback")).isEqualTo("1");
    }

    @Test
    void whoPressesNothingHearsTheSecondWording() {
        SandboxCall call = line.callFrom(MOBILE).presses("1").staysSilent();

        assertThat(heard(call)).containsExactly("which-number-again");
    }

    @Test
    void aTimeThatIsNotRecordedIsSaidInEnglish() {
        edit("prompts/ti-ER.yaml", "\"17:00\": five-pm.wav", "\"16:00\": five-pm.wav");

        SandboxCall call =
                line.callFrom(MOBILE).presses("1").presses("07700900123#").presses("1");

        assertThat(heard(call)).startsWith("we-will-call-you", "friday", "day-27", "november", "5pm");
    }

    @Test
    void aRecordingIsFoundByAnybodyAndMayBeKept() throws Exception {
        String url = line.callFrom(MOBILE).presses("1").heard().get(0);

        HttpResponse<byte[]> found = get(url);

        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.headers().firstValue("Content-Type")).hasValue("audio/wav");
        assertThat(found.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(kept -> assertThat(kept).contains("immutable"));
        assertThat(found.body()).isEqualTo(Wav.of("which-number.wav"));
        String tag = found.headers().firstValue("ETag").orElseThrow();
        assertThat(send(request(url).header("If-None-Match", tag)).statusCode()).isEqualTo(304);
    }

    @Test
    void whoAsksOnlyWhetherARecordingIsThereIsTold() throws Exception {
        String words = "long words ".repeat(10_000);
        line.scripts().record("ti-ER/which-number.wav", words);
        line.node().lookForEdits();
        line.node().lookForEdits();
        String url = line.callFrom(MOBILE).presses("1").heard().get(0);

        HttpResponse<byte[]> head =
                send(request(url).header("Accept-Encoding", "gzip").method("HEAD", BodyPublishers.noBody()));

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Type")).hasValue("audio/wav");
        assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(Wav.of(words).length);
        assertThat(head.body()).isEmpty();
        assertThat(get(url).headers().firstValueAsLong("Content-Length")).hasValue(Wav.of(words).length);
    }

    @Test
    void nothingElseIsServed() throws Exception {
        line.scripts().record("ti-ER/not-named.wav", "a recording that no prompt names");
        line.node().lookForEdits();
        String known = line.callFrom(MOBILE).presses("1").heard().get(0);
        String folder = known.substring(0, known.length() - "ti-ER/which-number.wav".length());

        assertThat(get(known).statusCode()).isEqualTo(200);
        for (String file : List.of(
                "ti-ER/not-there.wav",
                "ti-ER/not-named.wav",
                "en-GB/hello.wav",
                "ti-ER/..%2F..%2Fline.yaml",
                "../line.yaml",
                "%2e%2e/line.yaml",
                "ti-ER/hello.wav%00",
                "ti-ER")) {
            assertThat(get(folder + file).statusCode()).describedAs(file).isIn(400, 404);
        }
    }

    @Test
    void anUnknownVersionHasNothing() throws Exception {
        assertThat(get(line.url() + "/audio/" + "0".repeat(64) + "/ti-ER/hello.wav")
                        .statusCode())
                .isEqualTo(404);
        assertThat(get(line.url() + "/audio/1/ti-ER/hello.wav").statusCode()).isEqualTo(404);
    }

    @Test
    void aLiveCallHearsTheRecordingsItBeganWith() throws Exception {
        SandboxCall live = line.callFrom(MOBILE);

        line.scripts().record("ti-ER/which-number.wav", "other words");
        line.node().lookForEdits();
        line.node().lookForEdits();
        String before = live.presses("1").heard().get(0);
        String after = line.callFrom(MOBILE).presses("1").heard().get(0);

        assertThat(after).isNotEqualTo(before);
        assertThat(get(before).body()).isEqualTo(Wav.of("which-number.wav"));
        assertThat(get(after).body()).isEqualTo(Wav.of("other words"));
    }

    @Test
    void aNodeThatNeverSawTheFilesHasTheRecordingsToo() throws Exception {
        String url = line.callFrom(MOBILE).presses("1").heard().get(0);
        line.scripts().record("ti-ER/which-number.wav", "other words");

        try (Line other = line.anotherNode()) {
            String there = url.replace(line.url(), "http://127.0.0.1:" + other.port());

            assertThat(get(there).body()).isEqualTo(Wav.of("which-number.wav"));
        }
    }

    @Test
    void aRecordingThatAVersionLostIsSaidInEnglish() {
        line.jdbi()
                .useHandle(handle ->
                        handle.execute("UPDATE script_version SET files = files - 'audio/ti-ER/you-gave.wav'"));
        // The other node has newer words, so that it knows this version only from the database.
        line.scripts().edit("prompts/en-GB.yaml", "Hello.", "Welcome.");

        try (Line other = line.anotherNode()) {
            line.callFrom(MOBILE).presses("1");
            String sid = line.value("SELECT sid FROM call");

            var said = new Webhook(line).to(other.port(), "/voice/turn/2", "CallSid", sid, "Digits", "07700900123");

            assertThat(said.body())
                    .contains("<Say")
                    .contains("You gave 0 7 7 0 0")
                    .doesNotContain("<Play");
        }
    }

    @Test
    void aRecordingThatCannotBeFetchedIsNoticedInTests() {
        SandboxCall call = line.callFrom(MOBILE);
        line.jdbi()
                .useHandle(handle ->
                        handle.execute("UPDATE script_version SET files = files - 'audio/ti-ER/which-number.wav'"));

        call.presses("1");

        assertThat(call.failure())
                .hasValueSatisfying(why ->
                        assertThat(why).startsWith("11200 <Play> of http").endsWith("was answered 404"));
    }

    @Test
    void aLineDoesNotStartWithoutARecording() throws Exception {
        java.nio.file.Files.delete(line.scripts().folder().resolve("audio/ti-ER/danger.wav"));

        assertThatThrownBy(line::anotherNode)
                .isInstanceOf(RefusedFolder.class)
                .hasMessageContaining("(danger)")
                .hasMessageContaining("There is no file audio/ti-ER/danger.wav.");
    }

    private void edit(String file, String from, String to) {
        line.scripts().edit(file, from, to);
        line.node().lookForEdits();
        line.node().lookForEdits();
    }

    /** Words as they are said; of a recording its name. */
    private static List<String> heard(SandboxCall call) {
        return call.heard().stream()
                .map(heard -> heard.replaceFirst("^http.*/([a-z0-9-]+)\\.wav$", "$1"))
                .toList();
    }

    private static HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url));
    }

    private static HttpResponse<byte[]> get(String url) throws Exception {
        return send(request(url));
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
    }
}
