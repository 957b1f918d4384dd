package uk.referralline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigTest {
    private static final Map<String, String> REAL = Map.of(
            "TWILIO_ACCOUNT_SID", "AC" + "1".repeat(32),
            "TWILIO_AUTH_TOKEN", "current, next",
            "PUBLIC_URL", "https://line.example.org/",
            "LINE_NUMBER", "+442079460123",
            "SMS_SENDER", "VA Callback",
            "TEST_NUMBERS", "allow",
            "DATABASE_URL", "jdbc:postgresql://db/line");

    @Test
    void nothingSetIsTheSandboxOnLoopbackWithTheEmbeddedDatabase() {
        Config config = Config.of(Map.of());

        assertThat(config)
                .isEqualTo(new Config(
                        "127.0.0.1",
                        8080,
                        "http://localhost:8080",
                        java.util.Optional.empty(),
                        java.util.Optional.empty(),
                        java.util.Optional.empty(),
                        true));
    }

    @Test
    void aRealAccountIsReadWhole() {
        Config config = Config.of(REAL);

        assertThat(config.publicUrl()).isEqualTo("https://line.example.org");
        assertThat(config.twilio()).hasValueSatisfying(account -> {
            assertThat(account.tokens()).containsExactly("current", "next");
            assertThat(account.apiUser()).isEqualTo(account.sid());
            assertThat(account.apiSecret()).isEqualTo("current");
            assertThat(account.apiUrl()).isEqualTo("https://api.twilio.com");
        });
    }

    @Test
    void aRealAccountRefusesDramaNumbersUnlessToldOtherwise() {
        assertThat(Config.of(with("TEST_NUMBERS", "allow")).testNumbers()).isTrue();
        assertRefused(with("TEST_NUMBERS", ""), "LINE_NUMBER is not a number that anybody can have.");
    }

    @ParameterizedTest
    @CsvSource({
        "PORT, 99999",
        "PORT, http",
        "PORT, -1",
        "PUBLIC_URL, line.example.org",
        "PUBLIC_URL, https://x/?a=b",
        "PUBLIC_URL, https://x/a b",
        "DATABASE_URL, mysql://x",
        "IVR_SCRIPTS, no-such-folder",
        "TEST_NUMBERS, maybe",
        "TWILIO_ACCOUNT_SID, AC123",
        "TWILIO_API_URL, ftp://x",
        "LINE_NUMBER, 0300 222 5947",
        "LINE_NUMBER, +4",
        "SMS_SENDER, VoiceAbility",
        "SMS_SENDER, 12345",
        "SMS_SENDER, Va-Line",
        "TWILIO_AUTH_TOKEN, ','",
    })
    void aWrongValueIsRefusedByItsName(String name, String value) {
        assertThatThrownBy(() -> Config.of(with(name, value)))
                .isInstanceOf(Config.WrongSetting.class)
                .hasMessageStartingWith(name + " ")
                .hasMessageEndingWith(".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUBLIC_URL", "TWILIO_AUTH_TOKEN", "LINE_NUMBER", "SMS_SENDER"})
    void whatARealAccountNeedsAndHasNotIsNamed(String name) {
        assertThatThrownBy(() -> Config.of(with(name, "")))
                .isInstanceOf(Config.WrongSetting.class)
                .hasMessageStartingWith(name + " is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TWILIO_AUTH_TOKEN",
                "TWILIO_API_KEY",
                "TWILIO_API_SECRET",
                "TWILIO_API_URL",
                "LINE_NUMBER",
                "SMS_SENDER"
            })
    void halfATwilioConfigurationIsNoSilentSandbox(String name) {
        assertRefused(Map.of(name, "x"), "TWILIO_ACCOUNT_SID is missing although " + name + " is set.");
    }

    @Test
    void anApiKeyGoesWithItsSecret() {
        assertThatThrownBy(() -> Config.of(with("TWILIO_API_KEY", "SK1")))
                .hasMessageStartingWith("TWILIO_API_SECRET is missing");
        assertThatThrownBy(() -> Config.of(with("TWILIO_API_SECRET", "x")))
                .hasMessageStartingWith("TWILIO_API_KEY is missing");
    }

    @Test
    void secretsAreNeverPrinted() {
        assertThat(Config.of(REAL).toString()).doesNotContain("current").doesNotContain("next");
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> changed = new HashMap<>(REAL);
        changed.put(name, value);
        return changed;
    }

    private static void assertRefused(Map<String, String> environment, String message) {
        assertThatThrownBy(() -> Config.of(environment))
                .isInstanceOf(Config.WrongSetting.class)
                .hasMessage(message);
    }
}
