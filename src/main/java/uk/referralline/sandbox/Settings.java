package uk.referralline.sandbox;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What a sandbox is started with.
 *
 * @param port on loopback; 0 takes any that is free
 * @param webhookLimit how long one webhook may take, all tries together: 15 s at Twilio
 */
public record Settings(
        String accountSid,
        String authToken,
        Optional<ApiKey> apiKey,
        int port,
        Duration webhookLimit,
        InstantSource time,
        RandomGenerator chance) {

    private static final Duration TWILIOS_LIMIT = Duration.ofSeconds(15);

    public Settings {
        if (!accountSid.matches("AC[0-9a-f]{32}")) {
            throw new IllegalArgumentException("An account SID is AC and 32 hexadecimal digits");
        }
        if (authToken.isBlank()) {
            throw new IllegalArgumentException("The auth token is empty");
        }
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("A port is from 0 to 65535, not " + port);
        }
    }

    /** An account on any free port, without an API key, with the machine's clock and chance. */
    public static Settings of(String accountSid, String authToken) {
        return new Settings(
                accountSid,
                authToken,
                Optional.empty(),
                0,
                TWILIOS_LIMIT,
                InstantSource.system(),
                RandomGenerator.getDefault());
    }

    public Settings onPort(int wanted) {
        return new Settings(accountSid, authToken, apiKey, wanted, webhookLimit, time, chance);
    }

    public Settings withApiKey(String sid, String secret) {
        var key = Optional.of(new ApiKey(sid, secret));
        return new Settings(accountSid, authToken, key, port, webhookLimit, time, chance);
    }

    public Settings withWebhookLimit(Duration limit) {
        return new Settings(accountSid, authToken, apiKey, port, limit, time, chance);
    }

    /** With a clock and a chance of the caller's choosing, so that a test can repeat itself. */
    public Settings with(InstantSource clock, RandomGenerator dice) {
        return new Settings(accountSid, authToken, apiKey, port, webhookLimit, clock, dice);
    }

    @Override
    public String toString() {
        return "Settings[" + accountSid + ", port " + port + "]";
    }

    /** A key for REST requests, beside the account's SID and token. */
    public record ApiKey(String sid, String secret) {
        @Override
        public String toString() {
            return "ApiKey[" + sid + "]";
        }
    }
}
