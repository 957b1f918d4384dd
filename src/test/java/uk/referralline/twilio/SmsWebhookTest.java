package uk.referralline.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.referralline.number.PhoneNumber;
import uk.referralline.sms.TextStatus;

class SmsWebhookTest {

    private static final String SID = "SM" + "a".repeat(32);
    private static final UUID ID = UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e");

    private final List<Object> heard = new CopyOnWriteArrayList<>();
    private Javalin server;

    private record Received(String sid, Optional<PhoneNumber> from, String body) {}

    private record News(Object id, String sid, TextStatus status, OptionalInt errorCode) {}

    @BeforeEach
    void start() {
        var webhook = new SmsWebhook(
                (sid, from, body) -> heard.add(new Received(sid, from, body)),
                (id, sid, status, code) -> heard.add(new News(id, sid, status, code)),
                (sid, status, code) -> heard.add(new News("", sid, status, code)));
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.routes.post("/sms/incoming", webhook::incoming);
                    config.routes.post("/sms/status/{id}", webhook::status);
                    config.routes.post("/sms/status", webhook::statusBySid);
                })
                .start("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void aTextComesInAndIsNotAnsweredByAText() throws Exception {
        var answer = post("/sms/incoming", "MessageSid=" + SID + "&From=%2B447700900123&Body=+Call+me+%C3%A9+&New=1");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/xml");
        assertThat(answer.body()).endsWith("<Response/>");
        assertThat(heard)
                .containsExactly(new Received(SID, Optional.of(new PhoneNumber("+447700900123")), " Call me é "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"&From=62226", "&From=Parcels", "&From=", "", "&From=whatsapp%3A%2B447700900123"})
    void aTextFromNoPhoneComesInToo(String from) throws Exception {
        assertThat(post("/sms/incoming", "MessageSid=" + SID + from).statusCode())
                .isEqualTo(200);

        assertThat(heard).containsExactly(new Received(SID, Optional.empty(), ""));
    }

    @Test
    void aTextWithoutItsIdIsNotTaken() throws Exception {
        assertThat(post("/sms/incoming", "Body=hello").statusCode()).isEqualTo(400);
        assertThat(heard).isEmpty();
    }

    @Test
    void newsReachesTheTextByOurIdOrByTwilios() throws Exception {
        var known = post("/sms/status/" + ID, "MessageSid=" + SID + "&MessageStatus=delivered");
        var bySid = post("/sms/status", "MessageSid=" + SID + "&MessageStatus=undelivered&ErrorCode=30003");

        assertThat(known.statusCode()).isEqualTo(204);
        assertThat(bySid.statusCode()).isEqualTo(204);
        assertThat(heard)
                .containsExactly(
                        new News(ID, SID, TextStatus.DELIVERED, OptionalInt.empty()),
                        new News("", SID, TextStatus.UNDELIVERED, OptionalInt.of(30003)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MessageStatus=teleported",
                "MessageStatus=",
                "MessageStatus=DELIVERED",
                "x=1",
                "MessageStatus=unknown"
            })
    void aWordThatWeDoNotKnowIsThankedForAndIgnored(String form) throws Exception {
        assertThat(post("/sms/status/" + ID, "MessageSid=" + SID + "&" + form).statusCode())
                .isEqualTo(204);
        assertThat(post("/sms/status", "MessageSid=" + SID + "&" + form).statusCode())
                .isEqualTo(204);
        assertThat(heard).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1-1-1-1-1"})
    void anIdThatIsNotOursIsThankedForAndIgnored(String id) throws Exception {
        var answer = post("/sms/status/" + id, "MessageSid=" + SID + "&MessageStatus=sent");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(heard).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "0", "", "99999999999"})
    void anErrorCodeThatIsNoneIsLeftOut(String code) throws Exception {
        post("/sms/status/" + ID, "MessageSid=" + SID + "&MessageStatus=failed&ErrorCode=" + code);

        assertThat(heard).containsExactly(new News(ID, SID, TextStatus.FAILED, OptionalInt.empty()));
    }

    private HttpResponse<String> post(String path, String form) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form))
                                .build(),
                        BodyHandlers.ofString());
    }
}
