package uk.referralline.sms;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import uk.referralline.number.PhoneNumber;

/**
 * Numbers that want no more texts. Only a keyed hash is kept, so the wish outlives the person's record and does not tell
 * whose it is. The key is made at the first need and kept in the database.
 */
public final class Suppressions {
    private static final String KEY = "suppression";

    /** From now on nothing is sent to this number. @param route how we heard: {@code call}, {@code text} or {@code provider} */
    public void stop(Handle handle, PhoneNumber number, String route, Instant at) {
        handle.attach(SuppressionDao.class).insert(hash(handle, number, at), at, route);
    }

    /** The number may be texted again, if everything else allows it. */
    public void allow(Handle handle, PhoneNumber number, Instant at) {
        handle.attach(SuppressionDao.class).delete(hash(handle, number, at));
    }

    boolean stopped(Handle handle, PhoneNumber number, Instant at) {
        return handle.attach(SuppressionDao.class).contains(hash(handle, number, at));
    }

    private static byte[] hash(Handle handle, PhoneNumber number, Instant at) {
        SuppressionDao keys = handle.attach(SuppressionDao.class);
        byte[] key = keys.key(KEY).orElseGet(() -> {
            keys.insertKey(KEY, at);
            return keys.key(KEY).orElseThrow();
        });
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(number.e164().getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    interface SuppressionDao {

        @SqlUpdate("""
                INSERT INTO suppression (number_hash, since, route)
                VALUES (:hash, :at, :route)
                ON CONFLICT (number_hash) DO NOTHING
                """)
        void insert(byte[] hash, Instant at, String route);

        @SqlUpdate("DELETE FROM suppression WHERE number_hash = :hash")
        void delete(byte[] hash);

        @SqlQuery("SELECT EXISTS (SELECT 1 FROM suppression WHERE number_hash = :hash)")
        boolean contains(byte[] hash);

        @SqlQuery("SELECT secret FROM service_key WHERE name = :name")
        Optional<byte[]> key(String name);

        /** PostgreSQL's own strong randomness (pgcrypto is not needed: each UUID has 122 random bits). */
        @SqlUpdate("""
                INSERT INTO service_key (name, secret, made_at)
                VALUES (:name, sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
                                      || uuid_send(gen_random_uuid())), :at)
                ON CONFLICT (name) DO NOTHING
                """)
        void insertKey(String name, Instant at);
    }
}
