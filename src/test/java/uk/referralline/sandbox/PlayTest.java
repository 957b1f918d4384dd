package uk.referralline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PlayTest extends WithALine {

    @Test
    void isFetchedByGetWithoutASignature() {
        line.at("/voice", "<Play>/hello.mp3</Play><Gather/>")
                .at("/hello.mp3", ctx -> ctx.contentType("audio/mpeg").result("sound"));

        SandboxCall call = sandbox.callFrom(CALLER);

        assertThat(call.heard()).containsExactly(line.url("/hello.mp3"));
        assertThat(line.last("/hello.mp3").method()).isEqualTo("GET");
        assertThat(line.last("/hello.mp3").signature()).isEqualTo("null");
    }

    @Test
    void failsLoudlyWhenThereIsNothing() {
        line.at("/voice", "<Gather numDigits=\"1\"><Play>/hello.mp3</Play></Gather>")
                .at("/hello.mp3", ctx -> ctx.status(404));

        SandboxCall call = sandbox.callFrom(CALLER);

        assertThat(call.hasEnded()).isTrue();
        assertThat(call.failure()).hasValueSatisfying(why -> assertThat(why).startsWith("11200"));
        assertThat(sandbox.problems()).extracting(Problem::code).containsExactly(Problem.HTTP_FAILURE);
    }

    @Test
    void failsLoudlyOnWhatIsNoSound() {
        line.at("/voice", "<Play>/hello.mp3</Play>")
                .at("/hello.mp3", ctx -> ctx.contentType("text/html").result("<h1>Hello</h1>"));

        assertThat(sandbox.callFrom(CALLER).failure())
                .hasValueSatisfying(why -> assertThat(why).startsWith("13420"));
    }

    @Test
    void failsLoudlyOnASilentRecording() {
        line.at("/voice", "<Play>/hello.mp3</Play>")
                .at("/hello.mp3", ctx -> ctx.contentType("audio/mpeg").result(""));

        assertThat(sandbox.callFrom(CALLER).failure())
                .hasValueSatisfying(why -> assertThat(why).contains("is empty"));
    }

    @Test
    void playsTheAccountsOwnRecording() throws Exception {
        line.at("/voice", "<Record action=\"/done\"/>")
                .at(
                        "/done",
                        ctx -> ctx.contentType("text/xml").result("<Response><Gather action=\"/again\"/></Response>"))
                .at(
                        "/again",
                        ctx -> ctx.contentType("text/xml")
                                .result("<Response><Play>" + recording() + "</Play><Gather/></Response>"));

        SandboxCall call = sandbox.callFrom(CALLER)
                .speaks(Duration.ofSeconds(3))
                .presses("#")
                .presses("5#");

        assertThat(call.failure()).isEmpty();
        assertThat(heardOnThePage(call.heard().get(0)).statusCode()).isEqualTo(200);
    }

    @Test
    void isHeardOnThePhonePage() throws Exception {
        line.at("/voice", "<Play>/hello.mp3</Play><Gather/>")
                .at("/hello.mp3", ctx -> ctx.contentType("audio/mpeg").result("sound"));
        SandboxCall call = sandbox.callFrom(CALLER);

        HttpResponse<String> heard = heardOnThePage(call.heard().get(0));

        assertThat(heard.body()).isEqualTo("sound");
        assertThat(heard.headers().firstValue("Content-Type")).hasValue("audio/mpeg");
        assertThat(heardOnThePage(line.url("/voice")).statusCode()).isEqualTo(400);
        assertThat(line.asked("/hello.mp3")).hasSize(1);
    }

    private String recording() {
        return "%s/2010-04-01/Accounts/%s/Recordings/%s.wav"
                .formatted(
                        sandbox.url(),
                        sandbox.settings().accountSid(),
                        sandbox.recordings().get(0).sid());
    }

    private HttpResponse<String> heardOnThePage(String url) throws Exception {
        String query = URLEncoder.encode(url, StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create(sandbox.url() + "/phone/sound?url=" + query));
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
