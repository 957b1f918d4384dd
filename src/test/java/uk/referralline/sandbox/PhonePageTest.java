package uk.referralline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class PhonePageTest extends WithALine {

    private static final ObjectMapper JSON = new ObjectMapper();

    private HttpResponse<String> get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(sandbox.url() + path)).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder post(String path, String json) {
        return HttpRequest.newBuilder(URI.create(sandbox.url() + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private JsonNode state(String sid) throws Exception {
        return JSON.readTree(
                get("/phone/state?call=" + sid + "&phone=%2B447700900123").body());
    }

    @Test
    void isServedWithAStrictPolicyAndNothingFromElsewhere() throws Exception {
        HttpResponse<String> page = get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'"));
        assertThat(page.body()).contains("no real call or text").doesNotContain("https://", "onclick", "style=");
        assertThat(get("/phone.js").statusCode()).isEqualTo(200);
        assertThat(get("/phone.css").statusCode()).isEqualTo(200);
    }

    @Test
    void callsPressesAndHangsUp() throws Exception {
        line.at("/voice", "<Gather numDigits=\"1\" action=\"/next\"><Say language=\"en-GB\">Press 1</Say></Gather>")
                .at("/next", "<Say>Thank you</Say><Gather/>");

        String sid = JSON.readTree(send(post("/phone/call", "{\"from\":\"" + CALLER + "\"}"))
                        .body())
                .path("sid")
                .asText();
        assertThat(state(sid).at("/call/waiting/kind").asText()).isEqualTo("keys");
        assertThat(state(sid).at("/call/lines/1/text").asText()).isEqualTo("Press 1");

        send(post("/phone/calls/" + sid + "/press", "{\"keys\":\"1\"}"));
        assertThat(line.last("/next").get("Digits")).isEqualTo("1");

        send(post("/phone/calls/" + sid + "/hangup", "{}"));
        assertThat(state(sid).at("/call/ended").asBoolean()).isTrue();
        assertThat(send(post("/phone/calls/" + sid + "/press", "{\"keys\":\"1\"}"))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void recordsSpeech() throws Exception {
        line.at("/voice", "<Record action=\"/done\"/>").at("/done", Context::body);
        String sid = sandbox.callFrom(CALLER).sid();

        assertThat(state(sid).at("/call/waiting/kind").asText()).isEqualTo("recording");
        send(post("/phone/calls/" + sid + "/speak", "{\"seconds\":5}"));
        send(post("/phone/calls/" + sid + "/press", "{\"keys\":\"#\"}"));

        assertThat(line.last("/done").get("RecordingDuration")).isEqualTo("5");
    }

    @Test
    void answersAPhoneThatRings() throws Exception {
        line.at("/voice", "<Dial callerId=\"" + LINE + "\">" + ADVOCATE + "</Dial>");
        SandboxCall call = sandbox.callFrom(CALLER);
        String leg = state(call.sid()).at("/phones/0/sid").asText();

        send(post("/phone/calls/" + leg + "/answer", "{}"));

        assertThat(state(call.sid()).at("/call/waiting/kind").asText()).isEqualTo("bridged");
    }

    @Test
    void textsAndShowsTheReply() throws Exception {
        line.at("/sms", "<Message>Thank you</Message>");

        send(post("/phone/text", "{\"from\":\"" + CALLER + "\",\"body\":\"Hello\"}"));

        assertThat(state("").at("/texts/0/mine").asBoolean()).isTrue();
        assertThat(state("").at("/texts/1/body").asText()).isEqualTo("Thank you");
    }

    @Test
    void isNotDrivenByAnotherPage() throws Exception {
        var foreign = post("/phone/call", "{\"from\":\"\"}").header("Origin", "http://evil.example");
        var otherPort = post("/phone/call", "{\"from\":\"\"}").header("Origin", "http://127.0.0.1:1");
        var form = HttpRequest.newBuilder(URI.create(sandbox.url() + "/phone/call"))
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{\"from\":\"\"}"));

        assertThat(send(foreign).statusCode()).isEqualTo(403);
        assertThat(send(otherPort).statusCode()).isEqualTo(403);
        assertThat(send(form).statusCode()).isEqualTo(403);
        assertThat(line.order()).isEmpty();
    }

    @Test
    void isNotReadThroughAnotherName() throws Exception {
        try (var socket =
                new java.net.Socket("127.0.0.1", URI.create(sandbox.url()).getPort())) {
            socket.getOutputStream()
                    .write("GET /phone/state HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n".getBytes());

            assertThat(new String(socket.getInputStream().readAllBytes())).startsWith("HTTP/1.1 403");
        }
    }
}
