package uk.referralline.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedRequestsTest {

    private static final String TOKEN = "a-token-of-the-test";
    private static final String PUBLIC = "https://line.example.org";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String BODY = "CallSid=CA1&Body=+caf%C3%A9+&Blank=&New=1";

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger answered = new AtomicInteger();
    private Javalin server;

    @BeforeEach
    void start() {
        var signed = new SignedRequests(new Signature(List.of(TOKEN)), PUBLIC);
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.routes.before("/voice/*", signed::check);
                    config.routes.post("/voice/*", this::answer);
                    config.routes.get("/voice/*", this::answer);
                    config.routes.before("/thrown", ctx -> {
                        throw new ForbiddenResponse("no");
                    });
                    config.routes.post("/thrown", this::answer);
                    config.routes.exception(
                            Exception.class, (wrong, ctx) -> ctx.status(200).result("sorry"));
                })
                .start("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private void answer(Context ctx) {
        answered.incrementAndGet();
        ctx.result("heard" + ctx.formParam("Body"));
    }

    @Test
    void aSignedRequestIsAnsweredAndItsFormIsStillThere() throws Exception {
        var answer = post("/voice/turn/1", BODY, FORM, sign("/voice/turn/1", BODY));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("heard café ");
    }

    @Test
    void theSignatureIsOverTheRawPathAndQuery() throws Exception {
        String path = "/voice/a%20b%2B?q=%26%3D&r=+";

        assertThat(post(path, BODY, FORM, sign(path, BODY)).statusCode()).isEqualTo(200);
    }

    @Test
    void theContentTypeMayNameItsLetters() throws Exception {
        var answer = post("/voice/x", BODY, "Application/X-WWW-Form-Urlencoded; charset=UTF-8", sign("/voice/x", BODY));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void anotherBodyPathOrQueryIsRefused() throws Exception {
        refused(post("/voice/x", BODY + "&More=1", FORM, sign("/voice/x", BODY)));
        refused(post("/voice/y", BODY, FORM, sign("/voice/x", BODY)));
        refused(post("/voice/x?a=1", BODY, FORM, sign("/voice/x", BODY)));
        refused(post("/voice/x", "", FORM, sign("/voice/x", BODY)));
    }

    @Test
    void aSignatureForTheAddressWeListenOnIsRefused() throws Exception {
        String local = "http://127.0.0.1:" + server.port() + "/voice/x";

        refused(post("/voice/x", "", FORM, TwilioSum.of(TOKEN, local, Map.of())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAA="})
    void aWrongSignatureIsRefused(String signature) throws Exception {
        refused(post("/voice/x", BODY, FORM, signature));
    }

    @Test
    void noSignatureIsRefused() throws Exception {
        refused(send(request("/voice/x").header("Content-Type", FORM).POST(BodyPublishers.ofString(BODY))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "multipart/form-data; boundary=x",
                "text/plain",
                "application/x-www-form-urlencodedx"
            })
    void whatIsNoFormIsRefused(String contentType) throws Exception {
        refused(post("/voice/x", BODY, contentType, sign("/voice/x", BODY)));
    }

    @Test
    void aFormThatCannotBeReadIsRefused() throws Exception {
        refused(post("/voice/x", "a=%zz", FORM, sign("/voice/x", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH"})
    void onlyAPostIsAnswered(String method) throws Exception {
        var request = request("/voice/x")
                .header("Content-Type", FORM)
                .header("X-Twilio-Signature", sign("/voice/x", ""))
                .method(method, BodyPublishers.noBody());
        var answer = send(request);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answered).hasValue(0);
    }

    @Test
    void aRouteThatDoesNotExistIsRefusedToo() throws Exception {
        refused(send(request("/voice/").POST(BodyPublishers.noBody())));
    }

    @Test
    void aThrownRefusalIsNotTurnedIntoAnAnswer() throws Exception {
        var answer = send(request("/thrown").POST(BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answered).hasValue(0);
    }

    private void refused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo("Only Twilio's signed requests are answered here.");
        assertThat(answered).hasValue(0);
    }

    private static String sign(String path, String body) {
        Map<String, String> params =
                body.isEmpty() ? Map.of() : Map.of("CallSid", "CA1", "Body", " café ", "Blank", "", "New", "1");
        return TwilioSum.of(TOKEN, PUBLIC + path, params);
    }

    private HttpResponse<String> post(String path, String body, String contentType, String signature) throws Exception {
        return send(request(path)
                .header("Content-Type", contentType)
                .header("X-Twilio-Signature", signature)
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
