package uk.referralline.console.signin;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Passwords as they are kept: Argon2id with 19 MiB and two passes, the first choice of OWASP's Password Storage Cheat Sheet.
 * Only a few are worked on at a time, so that guessing at the door never takes the processor from the phone.
 */
final class Passwords {
    private static final Argon2Function ARGON2 = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int AT_A_TIME = 2;
    private static final int SALT = 16;

    /** Nobody's: compared with what is typed for a name that is nobody's, so that this takes as long as a wrong password. */
    private static final String NOBODYS =
            "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private final RandomGenerator chance;
    private final Semaphore places;

    Passwords(RandomGenerator chance) {
        this(chance, new Semaphore(AT_A_TIME));
    }

    Passwords(RandomGenerator chance, Semaphore places) {
        this.chance = chance;
        this.places = places;
    }

    /** Too many sign in at this moment; the next one will succeed. */
    static final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** As tables have it. @throws Busy when too many sign in at this moment */
    String hash(String password) {
        byte[] salt = new byte[SALT];
        chance.nextBytes(salt);
        return inTurn(() -> ARGON2.hash(bytes(password), salt).getResult());
    }

    /**
     * Whether somebody typed their password; it takes the same time when there is none.
     *
     * @param kept as tables have it, empty when nobody has this name
     * @throws Busy when too many sign in at this moment
     */
    boolean matches(Optional<String> kept, String typed) {
        String against = kept.orElse(NOBODYS);
        boolean same = inTurn(() -> Argon2Function.getInstanceFromHash(against).check(normal(typed), against));
        return same && kept.isPresent();
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Busy();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private static byte[] bytes(String password) {
        return normal(password).getBytes(StandardCharsets.UTF_8);
    }

    /** One letter with its accent, whichever way a keyboard sends it (NIST SP 800-63B, 3.1.1.2). */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
