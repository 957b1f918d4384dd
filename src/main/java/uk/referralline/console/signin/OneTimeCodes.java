package uk.referralline.console.signin;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;

/** The codes of RFC 6238 as every app makes them: six digits, a new one every 30 seconds, by HMAC-SHA-1. */
public final class OneTimeCodes {
    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator();
    private static final long SECONDS = CODES.getTimeStep().toSeconds();
    /** A phone's clock is a little off, and typing takes time: the code before and the code after are right too. */
    private static final long DRIFT = 1;

    private OneTimeCodes() {}

    /**
     * The half minute whose code somebody typed.
     *
     * @param after the half minute of the last code that was used: that one and those before it are none any more
     * @return empty when the code is wrong now
     */
    static OptionalLong step(CodeSecret secret, String typed, Instant now, long after) {
        String code = typed.replaceAll("[\\s-]", "");
        long here = now.getEpochSecond() / SECONDS;
        return LongStream.rangeClosed(here - DRIFT, here + DRIFT)
                .filter(step -> step > after)
                .filter(step -> same(code, code(secret, Instant.ofEpochSecond(step * SECONDS))))
                .findFirst();
    }

    /** The code of a moment. */
    public static String code(CodeSecret secret, Instant at) {
        try {
            return CODES.generateOneTimePasswordString(new SecretKeySpec(secret.bytes(), "RAW"), at, Locale.ROOT);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean same(String typed, String right) {
        return MessageDigest.isEqual(typed.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }
}
