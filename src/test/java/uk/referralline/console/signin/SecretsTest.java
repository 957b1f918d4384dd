package uk.referralline.console.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.referralline.duty.Advocate;
import uk.referralline.duty.AdvocateId;
import uk.referralline.duty.Role;

/** What is kept of secrets, and what never prints. */
class SecretsTest {
    private final SplittableRandom chance = new SplittableRandom(3);
    private final Passwords passwords = new Passwords(chance);

    @Test
    void aPasswordIsKnownAgainHoweverItsAccentIsTyped() {
        String kept = passwords.hash("café kettle Thursday");

        assertThat(kept).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("kettle");
        assertThat(passwords.matches(Optional.of(kept), "cafe\u0301 kettle Thursday"))
                .isTrue();
        assertThat(passwords.matches(Optional.of(kept), "cafe kettle Thursday")).isFalse();
        assertThat(passwords.hash("café kettle Thursday")).isNotEqualTo(kept);
    }

    @Test
    void anUnknownNameCostsAsMuchAsAWrongPassword() {
        var noPlace = new Passwords(chance, new Semaphore(0));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> noPlace.matches(Optional.empty(), "x")).isInstanceOf(Passwords.Busy.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(passwords.matches(Optional.empty(), "x")).isFalse();
    }

    @Test
    void nothingSecretPrints() {
        Token token = Token.random(chance);
        CodeSecret secret = CodeSecret.random(chance);
        RecoveryCode code = RecoveryCode.set(chance).get(0);
        FirstPassword first = FirstPassword.random(chance);
        var account = new Account(
                new AdvocateId(1), passwords.hash("kettle"), Optional.of(Instant.EPOCH), Optional.of(secret), 0);

        assertThat(List.of(
                                token,
                                token.hashed(),
                                secret,
                                code,
                                first,
                                account,
                                Demo.random(chance),
                                new Typed("a", "kettle"))
                        .toString())
                .doesNotContain(
                        token.value(), token.hashed().hex(), secret.base32(), code.letters(), first.text(), "kettle")
                .doesNotContain("argon2");
    }

    @Test
    void aRecoveryCodeIsReadAsPeopleWriteIt() {
        assertThat(RecoveryCode.typed(" abcd-efgh 0123 1234 ")).isEqualTo(new RecoveryCode("ABCDEFGHOI23I234"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "aaaaaaaaaaaaaaaa",
                "abababababababab",
                "Password 123456",
                "my name is asha.bell ok",
                "I am AshaBell forever"
            })
    void aPasswordThatIsEasyToGuessIsRefused(String password) {
        assertThat(PasswordRules.fault(password, person())).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"heron kettle Thursday", "żółw kąpie się 7", "xK9#mmQ2v!ztR"})
    void aLongOneIsTaken(String password) {
        assertThat(PasswordRules.fault(password, person())).isEmpty();
    }

    private static Advocate person() {
        return new Advocate(new AdvocateId(1), "Asha Bell", "asha.bell", Role.MANAGER, Optional.empty(), true);
    }

    @Test
    void theAddressInTheQrCodeIsWhatAppsRead() {
        assertThat(new CodeSecret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ").address("a b@example.org"))
                .isEqualTo("otpauth://totp/Referral%20line:a%20b%40example.org"
                        + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Referral%20line");
    }
}
