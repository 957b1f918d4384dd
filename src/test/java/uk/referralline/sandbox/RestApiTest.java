package uk.referralline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.twilio.exception.ApiException;
import com.twilio.http.HttpMethod;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.Recording;
import com.twilio.type.PhoneNumber;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestApiTest extends WithALine {

    private static final Duration NINE_SECONDS = Duration.ofSeconds(9);

    private TwilioRestClient client;

    @BeforeEach
    void connect() {
        client = TwilioClient.of(sandbox, "SK0", "secret");
    }

    private Message send(String to, String from, String body) {
        return Message.creator(new PhoneNumber(to), new PhoneNumber(from), body)
                .setStatusCallback(URI.create(line.url("/sms/status")))
                .create(client);
    }

    private void assertRefused(int code, org.assertj.core.api.ThrowableAssert.ThrowingCallable request) {
        ApiException refused = catchThrowableOfType(ApiException.class, request);
        assertThat(refused.getCode()).isEqualTo(code);
    }

    private HttpRequest.Builder request(String path) {
        String credentials = Base64.getEncoder().encodeToString((ACCOUNT + ":" + TOKEN).getBytes());
        return HttpRequest.newBuilder(URI.create(sandbox.url() + "/2010-04-01/Accounts/" + ACCOUNT + path))
                .header("Authorization", "Basic " + credentials);
    }

    private int status(HttpRequest request) throws Exception {
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void refusesWrongCredentials() {
        TwilioRestClient stranger = TwilioClient.of(sandbox, ACCOUNT, "wrong");

        ApiException refused = catchThrowableOfType(
                ApiException.class, () -> Message.fetcher("SM0").fetch(stranger));

        assertThat(refused.getStatusCode()).isEqualTo(401);
        assertThat(refused.getCode()).isEqualTo(20003);
    }

    @Test
    void takesTheAccountsOwnCredentialsToo() {
        assertThat(Message.reader().read(TwilioClient.of(sandbox, ACCOUNT, TOKEN)))
                .isEmpty();
    }

    @Test
    void sendsATextAndReportsItsDelivery() {
        Message message = send(CALLER, LINE, "Hello");
        sandbox.settle();

        assertThat(message.getStatus()).isEqualTo(Message.Status.QUEUED);
        assertThat(sandbox.textsTo(CALLER))
                .extracting(SandboxText::body, SandboxText::status)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Hello", "delivered"));
        assertThat(line.asked("/sms/status"))
                .extracting(asked -> asked.get("MessageStatus"))
                .containsExactly("sent", "delivered");
        assertThat(line.last("/sms/status").get("MessageSid")).isEqualTo(message.getSid());
        Message fetched = Message.fetcher(message.getSid()).fetch(client);
        assertThat(fetched.getStatus()).isEqualTo(Message.Status.DELIVERED);
        assertThat(fetched.getDateSent().toInstant()).isEqualTo(TIME.instant());
    }

    @Test
    void letsATextGoWrongAsScripted() {
        sandbox.faults().textsGo(CALLER, Life.undelivered(30003));

        Message message = send(CALLER, "Advocacy", "Hello");
        sandbox.settle();

        assertThat(line.last("/sms/status").get("MessageStatus")).isEqualTo("undelivered");
        assertThat(line.last("/sms/status").get("ErrorCode")).isEqualTo("30003");
        assertThat(Message.fetcher(message.getSid()).fetch(client).getErrorCode())
                .isEqualTo(30003);
    }

    @Test
    void deliversACallbackBeforeItsAnswerWhenTold() {
        var known = new ArrayList<Boolean>();
        var answered = new java.util.concurrent.atomic.AtomicBoolean();
        line.at("/sms/status", ctx -> {
            known.add(answered.get());
            ctx.status(204);
        });
        sandbox.faults().callbacksBeforeAnswers();

        send(CALLER, LINE, "Hello");
        answered.set(true);

        assertThat(known).containsExactly(false, false);
    }

    @ParameterizedTest
    @CsvSource({
        "hello, +441632960000, Hello, 21211",
        "+15005550001, +441632960000, Hello, 21211",
        "+447700900123, +447700900999, Hello, 21606",
        "+447700900123, +441632960000, '', 21602",
    })
    void refusesATextThatTwilioWouldRefuse(String to, String from, String body, int code) {
        assertRefused(code, () -> send(to, from, body));
        assertThat(sandbox.texts()).isEmpty();
        assertThat(sandbox.messagePosts()).isEqualTo(1);
    }

    @Test
    void refusesALongTextAndABadCallback() {
        assertRefused(21617, () -> send(CALLER, LINE, "x".repeat(1601)));
        assertRefused(
                21609,
                () -> Message.creator(new PhoneNumber(CALLER), new PhoneNumber(LINE), "Hello")
                        .setStatusCallback(URI.create("http://a_b.example/"))
                        .create(client));
    }

    @Test
    void refusesATextWithoutARecipient() throws Exception {
        var create = request("/Messages.json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("From=%2B441632960000&Body=Hello"))
                .build();

        var answer = HttpClient.newHttpClient().send(create, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":21604", "\"status\":400", "more_info");
    }

    @Test
    void listsTextsByPageRecipientAndDay() {
        for (int i = 0; i < 5; i++) {
            send(CALLER, LINE, "Text " + i);
        }
        send(ADVOCATE, LINE, "Another");
        sandbox.settle();

        List<String> bodies = new ArrayList<>();
        Message.reader()
                .setTo(new PhoneNumber(CALLER))
                .pageSize(2)
                .read(client)
                .forEach(text -> bodies.add(text.getBody()));
        assertThat(bodies).containsExactly("Text 4", "Text 3", "Text 2", "Text 1", "Text 0");

        var now = TIME.instant().atZone(ZoneOffset.UTC);
        assertThat(Message.reader().setDateSentAfter(now).read(client)).hasSize(6);
        assertThat(Message.reader().setDateSentAfter(now.plusDays(1)).read(client))
                .isEmpty();
        assertThat(Message.reader().setDateSentBefore(now.minusDays(1)).read(client))
                .isEmpty();
    }

    @Test
    void redactsAndDeletesATextOnlyWhenItIsFinal() {
        sandbox.faults().textsGo(Life.STUCK);
        String sid = send(CALLER, LINE, "Hello").getSid();
        assertRefused(20009, () -> Message.deleter(sid).delete(client));

        sandbox.moves(sandbox.texts().get(0), "delivered", 0);
        assertThat(Message.updater(sid).setBody("").update(client).getBody()).isEmpty();
        assertThat(Message.deleter(sid).delete(client)).isTrue();
        assertRefused(20404, () -> Message.fetcher(sid).fetch(client));
    }

    @ParameterizedTest
    @CsvSource({
        "TOO_MANY_REQUESTS, 429, 0",
        "SERVER_ERROR, 500, 0",
        "UNAVAILABLE, 503, 0",
        "TAKES_AND_SERVER_ERROR, 500, 1"
    })
    void answersWithAnErrorWhenTold(RestFault fault, int status, int taken) {
        sandbox.faults().nextRest(1, fault);

        ApiException refused = catchThrowableOfType(ApiException.class, () -> send(CALLER, LINE, "Hello"));

        assertThat(refused.getStatusCode()).isEqualTo(status);
        assertThat(sandbox.texts()).hasSize(taken);
        send(CALLER, LINE, "Again");
        assertThat(sandbox.messagePosts()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"CLOSES, 0", "TAKES_AND_CLOSES, 1"})
    void closesWithoutAnAnswerWhenTold(RestFault fault, int taken) {
        sandbox.faults().nextRest(1, fault);

        assertThatThrownBy(() -> send(CALLER, LINE, "Hello")).isInstanceOf(ApiException.class);
        assertThat(sandbox.texts()).hasSize(taken);
    }

    @Test
    void neverAnswersWhenTold() {
        sandbox.faults().nextRest(1, RestFault.TAKES_AND_HANGS);
        var create = request("/Messages.json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("From=%2B441632960000&Body=Hello&To=%2B447700900123"
                        + "&StatusCallback=" + line.url("/sms/status")))
                .timeout(Duration.ofMillis(500))
                .build();

        assertThatThrownBy(() -> status(create)).isInstanceOf(java.net.http.HttpTimeoutException.class);
        sandbox.settle();
        assertThat(line.last("/sms/status").get("MessageStatus")).isEqualTo("delivered");
    }

    @Test
    void makesACallThatRingsUntilItIsAnswered() {
        line.at("/advocate", "<Gather numDigits=\"1\" action=\"/accept\"><Say>Press 1</Say></Gather>");
        Call made = Call.creator(new PhoneNumber(ADVOCATE), new PhoneNumber(LINE), URI.create(line.url("/advocate")))
                .setStatusCallback(URI.create(line.url("/call")))
                .setStatusCallbackEvent(List.of("initiated", "ringing", "answered", "completed"))
                .create(client);
        sandbox.settle();
        assertThat(made.getStatus()).isEqualTo(Call.Status.QUEUED);
        assertThat(sandbox.ringing()).hasSize(1);

        SandboxCall call = sandbox.ringing().get(0).answers();

        assertThat(call.sid()).isEqualTo(made.getSid());
        assertThat(call.heard()).containsExactly("Press 1");
        assertThat(line.last("/advocate").get("Direction")).isEqualTo("outbound-api");
        assertThat(line.last("/advocate").get("CallStatus")).isEqualTo("in-progress");
        call.hangsUp();
        assertThat(line.asked("/call"))
                .extracting(asked -> asked.get("CallStatus"))
                .containsExactly("queued", "ringing", "in-progress", "completed");
        assertThat(Call.reader().setStatus(Call.Status.COMPLETED).read(client)).hasSize(1);
    }

    @Test
    void endsARunningCallOrTakesItElsewhere() {
        line.at("/voice", "<Gather/>").at("/other", "<Say>Elsewhere</Say><Gather/>");
        SandboxCall call = sandbox.callFrom(CALLER);

        Call.updater(call.sid())
                .setUrl(URI.create(line.url("/other")))
                .setMethod(HttpMethod.POST)
                .update(client);
        sandbox.settle();
        assertThat(call.heard()).contains("Elsewhere");

        Call.updater(call.sid()).setStatus(Call.UpdateStatus.COMPLETED).update(client);
        sandbox.settle();
        assertThat(Call.fetcher(call.sid()).fetch(client).getStatus()).isEqualTo(Call.Status.COMPLETED);
        assertRefused(
                21220,
                () -> Call.updater(call.sid())
                        .setStatus(Call.UpdateStatus.COMPLETED)
                        .update(client));
    }

    @Test
    void givesARecordingsSoundUntilItIsDeleted() throws Exception {
        line.at("/voice", "<Record action=\"/done\"/>").at("/done", "<Hangup/>");
        SandboxCall call = sandbox.callFrom(CALLER).speaks(NINE_SECONDS).presses("1");
        String sid = sandbox.recordings().get(0).sid();

        assertThat(Recording.fetcher(sid).fetch(client).getDuration()).isEqualTo("9");
        assertThat(Recording.reader().setCallSid(call.sid()).read(client)).hasSize(1);
        var wav = HttpClient.newHttpClient()
                .send(request("/Recordings/" + sid + ".wav").build(), BodyHandlers.ofByteArray());
        assertThat(wav.headers().firstValue("Content-Type")).hasValue("audio/x-wav");
        assertThat(wav.body()).hasSize(44 + 9 * 16000).startsWith("RIFF".getBytes());

        assertThat(Recording.deleter(sid).delete(client)).isTrue();
        assertRefused(20404, () -> Recording.deleter(sid).delete(client));
        assertThat(status(request("/Recordings/" + sid + ".wav").build())).isEqualTo(404);
    }

    @Test
    void setsANumbersUrls() {
        IncomingPhoneNumber number = IncomingPhoneNumber.reader()
                .setPhoneNumber(new PhoneNumber(LINE))
                .read(client)
                .iterator()
                .next();
        assertThat(number.getVoiceUrl()).isEqualTo(URI.create(line.url("/voice")));

        IncomingPhoneNumber.updater(number.getSid())
                .setVoiceUrl(URI.create(line.url("/new")))
                .update(client);
        line.at("/new", "<Say>New</Say>");

        assertThat(sandbox.callFrom(CALLER).heard()).containsExactly("New");
        assertThat(IncomingPhoneNumber.fetcher(number.getSid()).fetch(client).getSmsUrl())
                .isEqualTo(URI.create(line.url("/sms")));
    }

    @Test
    void refusesToTextWhoHasTextedStop() {
        sandbox.textFrom(CALLER, "Stop");

        assertRefused(21610, () -> send(CALLER, LINE, "Hello"));
        send(CALLER, "Advocacy", "An alphanumeric sender cannot be stopped so");

        sandbox.textFrom(CALLER, "START");
        send(CALLER, LINE, "Hello again");
    }
}
