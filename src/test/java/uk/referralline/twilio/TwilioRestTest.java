package uk.referralline.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.referralline.number.PhoneNumber;
import uk.referralline.sms.FoundText;
import uk.referralline.sms.OutgoingText;
import uk.referralline.sms.Sending;
import uk.referralline.sms.Sending.RefusalKind;
import uk.referralline.sms.TextStatus;
import uk.referralline.twilio.FormParams.Param;
import uk.referralline.twilio.OneTryClient.Patience;

class TwilioRestTest {

    private static final PhoneNumber MOBILE = new PhoneNumber("+447700900123");
    private static final UUID ID = UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e");
    private static final String SID = "SM" + "1".repeat(32);
    private static final String TAKEN = "{\"sid\":\"%s\",\"status\":\"queued\"}".formatted(SID);
    private static final TwilioUrls URLS = TwilioUrls.of("https://line.example.org", "https://api.example.org", "AC");
    private static final Patience SHORT = new Patience(Duration.ofMillis(500), Duration.ofMillis(300));

    private final CountedApi api = new CountedApi();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void aTextIsHandedOverWithOneRequest() {
        api.answers(201, TAKEN);

        assertThat(send("ADVOCACY", Duration.ofMinutes(90))).isEqualTo(new Sending.Accepted(SID, TextStatus.QUEUED));
        assertThat(api.asked).hasSize(1);
        var asked = api.asked.get(0);
        assertThat(asked.method()).isEqualTo("POST");
        assertThat(asked.path()).isEqualTo("/2010-04-01/Accounts/" + CountedApi.ACCOUNT + "/Messages.json");
        assertThat(asked.authorization())
                .isEqualTo("Basic "
                        + Base64.getEncoder().encodeToString("SKkey:the-secret".getBytes(StandardCharsets.UTF_8)));
        assertThat(asked.form().all())
                .containsExactlyInAnyOrder(
                        new Param("To", "+447700900123"),
                        new Param("From", "ADVOCACY"),
                        new Param("Body", "We will call at 5pm & not before. £é"),
                        new Param("StatusCallback", "https://line.example.org/sms/status/" + ID),
                        new Param("ValidityPeriod", "5400"));
    }

    @Test
    void theSenderMayBeANumberOrAMessagingService() {
        api.answers(201, TAKEN);
        String service = "MG" + "2".repeat(32);

        send("+447700900999", Duration.ofHours(1));
        send(service, Duration.ofHours(1));

        assertThat(api.asked.get(0).form().first("From")).contains("+447700900999");
        assertThat(api.asked.get(1).form().first("From")).isEmpty();
        assertThat(api.asked.get(1).form().first("MessagingServiceSid")).contains(service);
    }

    @ParameterizedTest
    @CsvSource({"PT0.5S,1", "PT1S,1", "PT10H,36000", "P7D,36000"})
    void theValidityIsWhatTwilioAllows(Duration validity, String seconds) {
        api.answers(201, TAKEN);

        send("ADVOCACY", validity);

        assertThat(api.asked.get(0).form().first("ValidityPeriod")).contains(seconds);
    }

    @Test
    void theApiMayBeAnywhere() {
        api.answers(201, TAKEN);

        for (String url : new String[] {api.url("localhost"), api.url("127.0.0.1") + "/a/base"}) {
            var account = new RestAccount(CountedApi.ACCOUNT, "u", "p", url);
            var rest = new TwilioRest(OneTryClient.of(account, SHORT), "ADVOCACY", URLS);
            assertThat(rest.send(text(Duration.ofHours(1)))).isInstanceOf(Sending.Accepted.class);
        }

        assertThat(api.asked.get(1).path()).startsWith("/a/base/2010-04-01/Accounts/");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 408})
    void anAnswerThatLeavesItOpenIsUnclearAndNotTriedAgain(int status) {
        api.answers(status, "{\"code\":20500,\"message\":\"no\",\"status\":%d}".formatted(status));

        assertThat(send()).isEqualTo(new Sending.Unclear());
        assertThat(api.asked).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void anErrorPageIsUnclearToo(int status) {
        api.answers(status, "<html>no</html>");

        assertThat(send()).isEqualTo(new Sending.Unclear());
        assertThat(api.asked).hasSize(1);
    }

    @Test
    void tooManyAtOnceIsBusyAndNotTriedAgainHere() {
        api.answers(429, "{\"code\":20429,\"message\":\"Too Many Requests\",\"status\":429}");

        assertThat(send()).isEqualTo(new Sending.Busy());
        assertThat(api.asked).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "400,21211,PERMANENT",
        "400,21610,OPTED_OUT",
        "400,21606,CONFIGURATION",
        "400,21408,CONFIGURATION",
        "400,29999,PERMANENT",
        "401,20003,CONFIGURATION",
        "403,29999,CONFIGURATION",
        "404,20404,CONFIGURATION"
    })
    void aRefusalTellsItsCodeAndWhoseItIs(int status, int code, RefusalKind kind) {
        api.answers(status, "{\"code\":%d,\"message\":\"no\",\"status\":%d}".formatted(code, status));

        assertThat(send()).isEqualTo(new Sending.Refused(code, kind));
        assertThat(api.asked).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 429})
    void aRefusalThatIsNotInTwiliosWordsIsUnclear(int status) {
        api.answers(status, "<html>not here</html>");

        assertThat(send()).isEqualTo(new Sending.Unclear());
        assertThat(api.asked).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{}", "{\"sid\":null}", "[]"})
    void aYesThatCannotBeReadIsUnclear(String body) {
        api.answers(201, body);

        assertThat(send()).isEqualTo(new Sending.Unclear());
        assertThat(api.asked).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void aTextIsNotTakenElsewhere(int status) {
        api.answers(exchange -> {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(status, -1);
        });

        assertThat(send()).isEqualTo(new Sending.Unclear());
        assertThat(api.asked).hasSize(1);
    }

    @Test
    void aConnectionThatClosesWithoutAnAnswerIsUnclear() {
        api.answers(exchange -> exchange.close());

        assertThat(send()).isEqualTo(new Sending.Unclear());
        assertThat(api.asked).hasSize(1);
    }

    @Test
    void anAnswerThatDoesNotComeIsUnclear() {
        api.isSilent();
        var impatient = new TwilioRest(OneTryClient.of(api.account(), SHORT), "ADVOCACY", URLS);

        assertThat(impatient.send(text(Duration.ofHours(1)))).isEqualTo(new Sending.Unclear());
        assertThat(api.asked).hasSize(1);
    }

    @Test
    void aTextThatNeverLeftMayBeSentAgain() {
        api.close();

        assertThat(send()).isEqualTo(new Sending.Busy());
    }

    @Test
    void aSecondTextDoesNotMeetTheFirstOnesConnection() {
        api.answers(201, TAKEN);
        var rest = rest("ADVOCACY");
        rest.send(text(Duration.ofHours(1)));

        assertThat(rest.send(text(Duration.ofHours(1)))).isInstanceOf(Sending.Accepted.class);
        assertThat(api.asked).hasSize(2);
    }

    @Test
    void textsAreFoundFromThatTimeOn() {
        api.answers(200, """
                {"messages": [
                  {"sid": "%s", "body": "new", "status": "delivered",
                   "date_created": "Tue, 24 Nov 2026 10:15:00 +0000"},
                  {"sid": "SM2", "body": "strange", "status": "teleported",
                   "date_created": "Tue, 24 Nov 2026 10:15:01 +0000"},
                  {"sid": "SM3", "body": null, "status": "queued", "date_created": null},
                  {"sid": "SM4", "body": "old", "status": "sent",
                   "date_created": "Tue, 24 Nov 2026 10:14:59 +0000"}],
                 "page": 0, "page_size": 100, "uri": "/x", "next_page_uri": null}
                """.formatted(SID));

        assertThat(rest("ADVOCACY").find(MOBILE, Instant.parse("2026-11-24T10:15:00Z")))
                .containsExactly(
                        new FoundText(SID, "new", TextStatus.DELIVERED),
                        new FoundText("SM2", "strange", TextStatus.ACCEPTED),
                        new FoundText("SM3", "", TextStatus.QUEUED));
        assertThat(api.asked).hasSize(1);
        assertThat(api.asked.get(0).method()).isEqualTo("GET");
        assertThat(api.asked.get(0).query()).isEqualTo("PageSize=200&To=%2B447700900123");
    }

    @Test
    void whenTwilioCannotSayTheNumberIsNotTold() {
        api.answers(500, "{\"code\":20500,\"message\":\"no +447700900123\",\"status\":500}");

        assertThatThrownBy(() -> rest("ADVOCACY").find(MOBILE, Instant.EPOCH))
                .isInstanceOf(IllegalStateException.class)
                .hasNoCause()
                .hasMessage("Twilio did not list the texts: HTTP 500, error 20500");
    }

    @Test
    void noSecretPrints() {
        assertThat(api.account().toString()).doesNotContain("the-secret");
    }

    private Sending send() {
        return send("ADVOCACY", Duration.ofHours(1));
    }

    private Sending send(String sender, Duration validity) {
        return rest(sender).send(text(validity));
    }

    private TwilioRest rest(String sender) {
        // As patient as ever: an impatient client has no time for the second try that it must not make.
        return new TwilioRest(api.account(), sender, URLS);
    }

    private static OutgoingText text(Duration validity) {
        return new OutgoingText(ID, MOBILE, "We will call at 5pm & not before. £é", validity);
    }
}
