package uk.referralline.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A sandbox with one number, and a tiny line behind it. */
abstract class WithALine {

    static final String TOKEN = "0123456789abcdef0123456789abcdef";
    static final String ACCOUNT = "AC00112233445566778899aabbccddeeff";
    static final String LINE = "+441632960000";
    static final String CALLER = "+447700900123";
    static final String ADVOCATE = "+447700900456";
    static final String OTHER_ADVOCATE = "+447700900457";

    static final InstantSource TIME = InstantSource.fixed(Instant.parse("2026-11-24T10:15:00Z"));

    TinyLine line;
    Sandbox sandbox;

    @BeforeEach
    void start() {
        line = new TinyLine();
        sandbox = Sandbox.start(Settings.of(ACCOUNT, TOKEN)
                .withApiKey("SK0", "secret")
                .withWebhookLimit(Duration.ofSeconds(5))
                .with(TIME, new Random(7)));
        sandbox.number(LINE)
                .voiceUrl(line.url("/voice"))
                .statusCallback(line.url("/status"))
                .smsUrl(line.url("/sms"));
    }

    @AfterEach
    void stop() {
        sandbox.close();
        line.close();
    }
}
