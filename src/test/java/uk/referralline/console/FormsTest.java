package uk.referralline.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HandlerType;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.referralline.TestLine;
import uk.referralline.duty.Role;

/** A form counts only if it came from a page of ours. */
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
}
