package uk.referralline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.referralline.TestLine;
import uk.referralline.console.signin.Demo;
import uk.referralline.console.signin.Door;
import uk.referralline.console.signin.From;
import uk.referralline.console.signin.Ground;
import uk.referralline.console.signin.Journal;
import uk.referralline.console.signin.Token;
import uk.referralline.console.signin.Typed;

/** The people of the sandbox, on a database that a line with a real account takes over. The line of this test has one. */
class DemoTest {

    @RegisterExtension
    final TestLine line = new TestLine();

    @Test
    void arePeopleInTheSandboxAndNobodyElsewhere() {
        var ground = new Ground(line.jdbi(), line::time, new SplittableRandom(5), Journal.NONE);
        var sandbox = new Door(ground, Optional.of(new Demo("kettle")));
        var typed = new Typed("demo-administrator", "kettle");
        var from = new From("c00002", Token.random(new SplittableRandom(1)), "A test browser");
        Token signedIn = sandbox.signIn()
                .password(typed, from, "/people")
                .either(passed -> passed, sentence -> null)
                .browser();

        assertThat(line.values("SELECT sign_in FROM advocate ORDER BY id"))
                .containsExactly("demo-duty-advocate", "demo-manager", "demo-analyst", "demo-administrator");
        assertThat(line.value("SELECT count(*) FROM sign_in_account")).isEqualTo("0");
        Browser browser = Browser.of(line);
        browser.setCookie("session", signedIn.value());
        assertThat(browser.get("/people").location()).startsWith("/sign-in");
        browser.get("/sign-in").post("/sign-in", "sign-in", "demo-administrator", "password", "kettle");
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.body()).doesNotContain("sandbox");
    }

    @Test
    void whoeverIsGivenAPasswordOfTheirOwnIsNoLongerOneOfThem() {
        var ground = new Ground(line.jdbi(), line::time, new SplittableRandom(5), Journal.NONE);
        var sandbox = new Door(ground, Optional.of(new Demo("kettle")));
        var from = new From("c00002", Token.random(new SplittableRandom(1)), "A test browser");
        var manager = sandbox.people().findBySignIn("demo-manager").orElseThrow();
        sandbox.people().reset(manager.id(), Optional.empty());

        boolean in = sandbox.signIn()
                .password(new Typed("demo-manager", "kettle"), from, "/")
                .either(passed -> true, sentence -> false);

        assertThat(in).isFalse();
    }
}
