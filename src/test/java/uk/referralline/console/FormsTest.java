package uk.referralline.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HandlerType;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.referralline.TestLine;
import uk.referralline.duty.Role;

/** A form counts only if it came from a page of ours, and nobody is lost who sends one. */
class FormsTest {

    @RegisterExtension
    final TestLine line = new TestLine();

    @Test
    void noFormIsTakenWithoutItsTokenWhateverTheAddress() {
        for (Route route : line.node().rules()) {
            if (route.method() == HandlerType.POST) {
                Browser browser = Browser.signedIn(line, Role.ADMINISTRATOR);
                browser.postRaw(route.path().replaceAll("\\{[a-z]+}", "1"), Map.of("role", "analyst"));
                assertThat(browser.status()).as(route.path()).isEqualTo(403);
                assertThat(browser.body()).contains("We could not take that");
            }
        }
        assertThat(line.value("SELECT count(*) FROM sign_in_account")).isEqualTo("0");
    }

    @Test
    void aTokenOfAnotherSessionIsNone() {
        String others =
                Browser.signedIn(line, Role.MANAGER).get("/account").formToken().orElseThrow();
        Browser browser = Browser.signedIn(line, Role.MANAGER);

        assertThat(browser.postRaw("/session/stay", Map.of("form-token", others))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aFormFromAnotherSiteIsNotTakenEvenWithTheToken() {
        Browser browser = Browser.signedIn(line, Role.MANAGER).get("/account");
        assertThat(browser.post("/session/stay").status()).isEqualTo(200);

        assertThat(browser.get("/account")
                        .with("Origin", "https://evil.example")
                        .post("/session/stay")
                        .status())
                .isEqualTo(403);
        Browser other = Browser.signedIn(line, Role.MANAGER).get("/account");
        assertThat(other.with("Sec-Fetch-Site", "same-site")
                        .post("/session/stay")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aScriptOfOursShowsTheTokenByAHeader() {
        Browser browser = Browser.signedIn(line, Role.MANAGER).get("/account");
        browser.with("X-Form-Token", browser.formToken().orElseThrow()).with("Sec-Fetch-Site", "same-origin");

        assertThat(browser.postRaw("/session/stay", Map.of()).status()).isEqualTo(200);
    }

    @Test
    void theSignInFormIsOursTooAndNeedsACookie() {
        Browser browser = Browser.of(line).get("/sign-in");
        browser.forgetCookie("session");

        browser.post("/sign-in", "sign-in", "asha", "password", "x");
        assertThat(browser.status()).isEqualTo(403);
    }

    @Test
    void aFormThatLayOpenTooLongLeadsToSignInAndBackToItsPage() {
        Browser browser = Browser.signedIn(line, Role.MANAGER).get("/account/password");
        line.setTime("2026-11-24T12:00");

        browser.with("Referer", line.url() + "/account/password").post("/account/password", "again", "x");
        assertThat(browser.location()).isEqualTo("/sign-in?wanted=%2Faccount%2Fpassword");
    }

    @Test
    void theAddressOfAFormLeadsToItsPage() {
        Browser browser = Browser.signedIn(line, Role.MANAGER);

        assertThat(browser.get("/case/7/close").location()).isEqualTo("/case/7");
        assertThat(browser.get("/case/7/referral/said-no").location()).isEqualTo("/case/7/referral");
        assertThat(browser.get("/duty/swap/3/agree").location()).isEqualTo("/duty");
        assertThat(browser.get("/queue/next").location()).isEqualTo("/queue");
        assertThat(browser.get("/case/7/nonsense").status()).isEqualTo(404);
    }

    @Test
    void aFormOfAnyLengthIsAnsweredWithAPage() {
        Browser browser = Browser.signedIn(line, Role.MANAGER).get("/duty");

        browser.post("/duty/note", "note", "x".repeat(200_000));

        assertThat(browser.status()).isEqualTo(413);
        assertThat(browser.body()).contains("That is too long to send", "shorten it");
    }

    @Test
    void aNoteThatIsSentTwiceIsOneNote() {
        Browser browser = Browser.signedIn(line, Role.MANAGER).get("/duty");

        browser.post("/duty/note", "note", "The kettle is broken");
        browser.get("/duty").post("/duty/note", "note", "The kettle is broken");

        assertThat(line.value("SELECT count(*) FROM hand_over_note")).isEqualTo("1");
    }

    @Test
    void aFormThatAScriptSendsIsToldWhereToGoOn() {
        Browser browser = Browser.signedIn(line, Role.MANAGER).get("/duty").with("X-In-Place", "yes");

        browser.post("/duty/note", "note", "The kettle is broken");

        assertThat(browser.status()).isEqualTo(204);
        assertThat(browser.header("X-Go")).contains("/duty");
    }
}
