package uk.referralline.sms;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Handle;
import uk.referralline.number.PhoneNumber;

/**
 * Numbers that want no more texts. Kept as a keyed hash (HMAC-SHA256), so that the wish outlives the record of the
 * person and the list does not tell who they were. It holds for every case with that number.
 */
public final class Suppressions {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final SecureRandom CHANCE = new SecureRandom();

    /** From the next text on, none goes to this number. @param route how they said so, such as {@code call} */
    public void stop(Handle handle, PhoneNumber number, String route, Instant at) {
        SuppressionDao suppressions = handle.attach(SuppressionDao.class);
        byte[] key = suppressions.key().orElseGet(() -> newKey(suppressions, at));
        suppressions.stop(hash(key, number), route, at);
    }

    /** Takes the wish back; that alone permits no text. False when there was none. */
    public boolean allow(Handle handle, PhoneNumber number) {
        SuppressionDao suppressions = handle.attach(SuppressionDao.class);
        return suppressions
                .key()
                .map(key -> suppressions.allow(hash(key, number)))
                .orElse(false);
    }

    /** Whether this number wants no texts. */
    public boolean stopped(Handle handle, PhoneNumber number) {
        SuppressionDao suppressions = handle.attach(SuppressionDao.class);
        return suppressions
                .key()
                .map(key -> suppressions.stopped(hash(key, number)))
                .orElse(false);
    }

    /** The number as the list has it; empty while the list has never had one. */
    Optional<byte[]> hash(Handle handle, PhoneNumber number) {
        return handle.attach(SuppressionDao.class).key().map(key -> hash(key, number));
    }

    private static byte[] newKey(SuppressionDao suppressions, Instant at) {
        byte[] made = new byte[KEY_BYTES];
        CHANCE.nextBytes(made);
        suppressions.keepKey(made, at);
        // Another node may have been first.
        return suppressions.key().orElseThrow();
    }

    private static byte[] hash(byte[] key, PhoneNumber number) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(number.e164().getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }
}
