package uk.referralline;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever reaches a webhook: never a 5xx, on voice always TwiML, and never a trace of what was sent. */
class BadInputTest {
    private static final String CALL = "CA" + "d".repeat(32);
    private static final String TEXT = "SM" + "d".repeat(32);
    private static final List<String> ABSURD = List.of(
            "",
            " ",
            "0",
            "-1",
            "hello",
            "\u0000\u0001\u001f",
            "'; DROP TABLE call; --",
            "<Response/>",
            "\u202e\ud83d\ude00 Łukasz",
            "9".repeat(5_000),
            "#".repeat(70),
            "CA",
            "+",
            "+0",
            "sip:x@y",
            "null");

    @RegisterExtension
    final TestLine line = new TestLine();

    @Test
    void everyVoiceAddressAnswersAbsurdValuesInTwiml() {
        var webhook = new Webhook(line);
        for (String path : List.of(
                "/voice/incoming",
                "/voice/turn/1",
                "/voice/turn/x",
                "/voice/fallback",
                "/voice/resume/1",
                "/voice/whisper/" + CALL + "/1/0",
                "/voice/take/" + CALL + "/1/0",
                "/voice/take/x/y/z")) {
            for (String[] fields : absurdCalls()) {
                HttpResponse<String> answer = webhook.post(path, fields);

                assertThat(answer.statusCode()).as(path).isEqualTo(200);
                assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                        .startsWith("text/xml");
                assertThat(answer.body()).as(path).contains("<Say").doesNotContain("DROP TABLE");
            }
        }
    }

    @Test
    void everyCallbackAnswersAbsurdValuesQuietly() {
        var webhook = new Webhook(line);
        for (String path :
                List.of("/voice/status", "/voice/recording", "/sms/status", "/sms/status/x", "/sms/incoming")) {
            for (String[] fields : absurdCalls()) {
                assertThat(webhook.post(path, fields).statusCode()).as(path).isIn(200, 204, 400);
            }
        }
    }

    @Test
    void noParametersAtAllAreAnsweredInWords() {
        HttpResponse<String> answer = new Webhook(line).post("/voice/incoming");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("call 999").contains("<Hangup/>");
    }

    @Test
    void parametersThatTwilioMayAddOneDayAreIgnored() {
        HttpResponse<String> answer = new Webhook(line)
                .post("/voice/incoming", "CallSid", CALL, "From", "anonymous", "NewThing", "a b+c&d=é", "Empty", "");

        assertThat(answer.body()).contains("Hello. This is the advocacy line");
    }

    @Test
    void everyAddressOfThePrefixRefusesWhatIsNotSigned() {
        var webhook = new Webhook(line);
        for (String path : List.of(
                "/voice/incoming",
                "/voice/turn/1",
                "/voice/resume/1",
                "/voice/fallback",
                "/voice/whisper/" + CALL + "/1/0",
                "/voice/take/" + CALL + "/1/0",
                "/voice/status",
                "/voice/recording",
                "/voice/whatever/comes/later",
                "/sms/incoming",
                "/sms/status",
                "/sms/status/x")) {
            for (String signature : List.of(" ", "AAAA", "RSOYDt4T1cUTdK1PDd93/VVr8B8=")) {
                HttpResponse<String> answer = webhook.raw(line.node().port(), path, "CallSid=" + CALL, signature);

                assertThat(answer.statusCode()).as(path).isEqualTo(403);
            }
        }
        assertThat(line.values("SELECT sid FROM call")).isEmpty();
    }

    @Test
    void aBodyThatIsNoFormIsRefused() {
        var webhook = new Webhook(line);
        String signature = webhook.sign(line.url() + "/voice/incoming", new TreeMap<>());

        for (String body : List.of("CallSid=%zz", "%", "a=%c3%28", "{\"CallSid\":\"x\"}", "a".repeat(100_000))) {
            HttpResponse<String> answer = webhook.raw(line.node().port(), "/voice/incoming", body, signature);

            assertThat(answer.statusCode()).isBetween(400, 499);
        }
    }

    @Test
    void aTextOfAnyLettersIsKeptAsACase() {
        new Webhook(line)
                .post("/sms/incoming", "MessageSid", TEXT, "From", "+447700900123", "Body", "Łukasz \u0000😀 pomóż");

        assertThat(line.value("SELECT body FROM text_received")).isEqualTo("Łukasz 😀 pomóż");
        assertThat(line.value("SELECT urgency || ' ' || status FROM case_record"))
                .isEqualTo("U2 open");
    }

    private static Stream<String[]> absurd(String name) {
        return ABSURD.stream().map(value -> new String[] {name, value});
    }

    private static List<String[]> absurdCalls() {
        List<String[]> all = new ArrayList<>();
        List.of(
                        "CallSid",
                        "From",
                        "Digits",
                        "RecordingSid",
                        "RecordingUrl",
                        "CallStatus",
                        "DialCallStatus",
                        "DialBridged",
                        "ParentCallSid",
                        "RecordingStatus",
                        "MessageSid",
                        "MessageStatus",
                        "ErrorCode",
                        "Body",
                        "RecordingDuration")
                .forEach(name -> absurd(name).forEach(pair -> {
                    var fields = new LinkedHashMap<>(Map.of("CallSid", CALL, "MessageSid", TEXT));
                    fields.put(pair[0], pair[1]);
                    all.add(fields.entrySet().stream()
                            .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                            .toArray(String[]::new));
                }));
        return all;
    }
}
