package uk.referralline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.referralline.TestLine;
import uk.referralline.console.signin.Ground;
import uk.referralline.console.signin.Journal;
import uk.referralline.console.signin.People;
import uk.referralline.duty.Advocate;
import uk.referralline.duty.NewAdvocate;
import uk.referralline.duty.Role;

/** What a person does with their own account once they are in. */
class AccountTest {
    private static final String NEW = "heron kettle Thursday";

    @RegisterExtension
    final TestLine line = new TestLine();

    private String old;
    private Advocate person;
    private Browser browser;

    @BeforeEach
    void signIn() {
        People people = People.of(new Ground(line.jdbi(), line::time, new SplittableRandom(5), Journal.NONE));
        old = people.add(new NewAdvocate("Asha Bell", "asha", Role.MANAGER, Optional.empty()), Optional.empty())
                .orElseThrow()
                .text();
        person = people.findBySignIn("asha").orElseThrow();
        browser = Browser.signedIn(line, person.id());
    }

    @Test
    void aPasswordIsChangedAndWhoeverKnewTheOldOneIsOut() {
        Browser elsewhere = Browser.signedIn(line, person.id());
        browser.get("/account/password");

        browser.post("/account/password", "current-password", old, "new-password", NEW, "again", NEW);

        assertThat(browser.follow().body()).contains("Your password is changed");
        assertThat(elsewhere.get("/queue").location()).startsWith("/sign-in");
        assertThat(line.value("SELECT first_until FROM sign_in_account")).isEqualTo("none");
    }

    @Test
    void aPasswordIsNotChangedWithoutTheOldOneHoweverOftenSomebodyTries() {
        browser.get("/account/password");
        IntStream.range(0, 5)
                .forEach(each -> browser.post(
                        "/account/password", "current-password", "guess" + each, "new-password", NEW, "again", NEW));
        assertThat(browser.body()).contains("This is not your password");

        browser.post("/account/password", "current-password", old, "new-password", NEW, "again", NEW);
        assertThat(browser.body()).contains("There were too many tries: wait 1 minute");
    }

    @Test
    void newRecoveryCodesNeedThePasswordAndReplaceTheOld() {
        browser.get("/account/recovery-codes").post("/account/recovery-codes", "current-password", "guess");
        assertThat(browser.status()).isEqualTo(422);
        browser.post("/account/recovery-codes", "current-password", old);
        String first = line.value("SELECT min(hash) FROM recovery_code");
        browser.get("/account/recovery-codes").post("/account/recovery-codes", "current-password", old);

        assertThat(browser.title()).startsWith("Your recovery codes");
        assertThat(line.values("SELECT hash FROM recovery_code")).hasSize(10).doesNotContain(first);
        assertThat(browser.get("/account").body()).contains("(10 left)");
    }
}
