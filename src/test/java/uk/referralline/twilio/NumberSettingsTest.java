package uk.referralline.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.referralline.number.PhoneNumber;
import uk.referralline.twilio.FormParams.Param;
import uk.referralline.twilio.NumberSettings.Drift;
import uk.referralline.twilio.NumberSettings.NotPossible;

class NumberSettingsTest {

    private static final PhoneNumber LINE = new PhoneNumber("+443069990100");
    private static final String SID = "PN" + "3".repeat(32);
    private static final String RIGHT = """
            {"sid": "%s", "voice_url": "https://line.example.org/voice/incoming", "voice_method": "POST",
             "voice_fallback_url": "https://line.example.org/voice/fallback", "voice_fallback_method": "POST",
             "status_callback": "https://line.example.org/voice/status", "status_callback_method": "POST",
             "sms_url": "https://line.example.org/sms/incoming", "sms_method": "POST",
             "voice_application_sid": "", "sms_application_sid": null}
            """.formatted(SID);

    private final CountedApi api = new CountedApi();
    private final NumberSettings settings = new NumberSettings(
            api.account(), TwilioUrls.of("https://line.example.org", "https://api.example.org", "AC"));

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void aNumberThatIsSetAsItShouldBeHasNotDrifted() {
        answers(RIGHT);

        assertThat(settings.drift(LINE)).isEmpty();
        assertThat(api.asked.get(0).query()).contains("PhoneNumber=%2B443069990100");
    }

    @Test
    void everySettingThatDriftedIsTold() {
        answers(RIGHT.replace("/voice/incoming", "/demo")
                .replace("\"sms_method\": \"POST\"", "\"sms_method\": \"GET\"")
                .replace("\"https://line.example.org/voice/fallback\"", "null")
                .replace("\"voice_application_sid\": \"\"", "\"voice_application_sid\": \"AP1\""));

        assertThat(settings.drift(LINE))
                .containsExactly(
                        new Drift(
                                "VoiceUrl", "https://line.example.org/voice/incoming", "https://line.example.org/demo"),
                        new Drift("VoiceFallbackUrl", "https://line.example.org/voice/fallback", ""),
                        new Drift("SmsMethod", "POST", "GET"),
                        new Drift("VoiceApplicationSid", "", "AP1"));
    }

    @Test
    void allSettingsAreWritten() {
        answers(RIGHT);

        settings.write(LINE);

        var written = api.asked.get(1);
        assertThat(written.method()).isEqualTo("POST");
        assertThat(written.path()).endsWith("/IncomingPhoneNumbers/" + SID + ".json");
        assertThat(written.form().all())
                .containsExactlyInAnyOrder(
                        new Param("VoiceUrl", "https://line.example.org/voice/incoming"),
                        new Param("VoiceMethod", "POST"),
                        new Param("VoiceFallbackUrl", "https://line.example.org/voice/fallback"),
                        new Param("VoiceFallbackMethod", "POST"),
                        new Param("StatusCallback", "https://line.example.org/voice/status"),
                        new Param("StatusCallbackMethod", "POST"),
                        new Param("SmsUrl", "https://line.example.org/sms/incoming"),
                        new Param("SmsMethod", "POST"),
                        new Param("VoiceApplicationSid", ""),
                        new Param("SmsApplicationSid", ""),
                        new Param("TrunkSid", ""));
    }

    @Test
    void aNumberOfAnotherAccountIsTold() {
        api.answers(200, "{\"incoming_phone_numbers\": [], \"next_page_uri\": null}");

        assertThatThrownBy(() -> settings.drift(LINE))
                .isInstanceOf(NotPossible.class)
                .hasMessage("The Twilio account has no number …00.");
    }

    @Test
    void wrongCredentialsAreTold() {
        api.answers(401, "{\"code\": 20003, \"message\": \"Authenticate\", \"status\": 401}");

        assertThatThrownBy(() -> settings.drift(LINE))
                .isInstanceOf(NotPossible.class)
                .hasMessage("Twilio did not tell the number's settings: HTTP 401.");
    }

    private void answers(String number) {
        api.answers(exchange -> {
            boolean list = exchange.getRequestMethod().equals("GET");
            String json = list ? "{\"incoming_phone_numbers\": [" + number + "], \"next_page_uri\": null}" : number;
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        });
    }
}
