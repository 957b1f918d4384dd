package uk.referralline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.referralline.Line;
import uk.referralline.TestLine;
import uk.referralline.duty.AdvocateId;
import uk.referralline.duty.Role;

/** How long somebody is signed in. */
class SessionsTest {

    @RegisterExtension
    final TestLine line = new TestLine();

    @Test
    void whoeverDoesNothingForHalfAnHourIsSignedOut() {
        Browser browser = Browser.signedIn(line, Role.MANAGER);
        line.setTime("2026-11-24T10:44");
        assertThat(browser.get("/queue").status()).isEqualTo(200);
        line.setTime("2026-11-24T11:13");
        assertThat(browser.get("/queue").status()).isEqualTo(200);
        line.setTime("2026-11-24T11:43");

        assertThat(browser.get("/queue").location()).startsWith("/sign-in");
    }

    @Test
    void nobodyIsSignedInForLongerThanTwelveHours() {
        Browser browser = Browser.signedIn(line, Role.MANAGER);
        for (int quarters = 1; quarters < 48; quarters++) {
            line.setTime(line.time().plusSeconds(900));
            assertThat(browser.get("/queue").status()).isEqualTo(200);
        }
        assertThat(browser.body()).contains("data-seconds-left=\"900\"");
        line.setTime(line.time().plusSeconds(900));

        assertThat(browser.get("/queue").location()).startsWith("/sign-in");
    }

    @Test
    void whatAPageAsksByItselfKeepsNobodySignedIn() {
        Browser browser = Browser.signedIn(line, Role.MANAGER);
        line.setTime("2026-11-24T10:40");
        for (String file : List.of(Asset.ICON_SVG.url(), Asset.CONSOLE_JS.url(), Asset.FAVICON)) {
            assertThat(browser.get(file).status()).as(file).isEqualTo(200);
        }
        assertThat(browser.get("/session").body()).isEqualTo("300");
        line.setTime("2026-11-24T10:45");

        assertThat(browser.get("/session").status()).isEqualTo(401);
        assertThat(browser.header("HX-Refresh")).contains("true");
    }

    @Test
    void whoeverPressesTheButtonStays() {
        Browser browser = Browser.signedIn(line, Role.MANAGER).get("/queue");
        assertThat(browser.body()).contains("data-seconds-left=\"1800\"");
        line.setTime("2026-11-24T10:44");
        assertThat(browser.post("/session/stay").body()).isEqualTo("1800");
        line.setTime("2026-11-24T11:10");

        assertThat(browser.get("/queue").status()).isEqualTo(200);
    }

    @Test
    void aRestartSignsNobodyOutAndAnyNodeKnowsThem() {
        Browser browser = Browser.signedIn(line, Role.MANAGER);

        try (Line other = line.anotherNode()) {
            assertThat(browser.at("http://127.0.0.1:" + other.port())
                            .get("/queue")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void signingOutEndsThisSessionAlone() {
        Browser here = Browser.signedIn(line, Role.MANAGER).get("/queue");
        Browser there = Browser.signedIn(line, person());

        assertThat(here.post("/sign-out").follow().body()).contains("You are signed out");
        assertThat(here.get("/queue").location()).startsWith("/sign-in");
        assertThat(there.get("/queue").status()).isEqualTo(200);
    }

    @Test
    void signingOutEverywhereEndsThemAll() {
        Browser here = Browser.signedIn(line, Role.MANAGER);
        Browser there = Browser.signedIn(line, person());
        Browser stranger = Browser.signedIn(line, Role.ANALYST);
        assertThat(here.get("/account").body()).contains("A test browser, since Tuesday 24 November at 10:15am (here)");

        here.post("/account/sign-out-everywhere");

        assertThat(here.location()).isEqualTo("/sign-in?signed-out=everywhere");
        assertThat(here.get("/queue").location()).startsWith("/sign-in");
        assertThat(there.get("/queue").location()).startsWith("/sign-in");
        assertThat(stranger.get("/account").status()).isEqualTo(200);
    }

    @Test
    void aSessionOfTheSandboxIsNobodysWithARealAccount() {
        Browser browser = Browser.signedIn(line, Role.MANAGER);
        assertThat(browser.get("/queue").status()).isEqualTo(200);
        line.jdbi().useHandle(handle -> handle.execute("UPDATE sign_in_session SET demo = true"));

        assertThat(browser.get("/queue").location()).startsWith("/sign-in");
    }

    @Test
    void whatWasDoneIsToldOnceOnTheNextPage() {
        Browser browser = Browser.signedIn(line, Role.MANAGER);
        line.jdbi().useHandle(handle -> handle.execute("UPDATE sign_in_session SET notice = 'It is <done>'"));

        assertThat(browser.get("/session").status()).isEqualTo(200);
        assertThat(browser.get("/queue").body()).contains("It is &lt;done&gt;");
        assertThat(browser.get("/queue").body()).doesNotContain("It is");
    }

    @Test
    void tidyingForgetsWhatHasEnded() {
        Browser.signedIn(line, Role.MANAGER);
        line.setTime("2026-11-24T10:40");
        Browser.signedIn(line, Role.MANAGER);
        line.setTime("2026-11-24T10:50");

        line.node().tidyDoor();

        assertThat(line.value("SELECT count(*) FROM sign_in_session")).isEqualTo("1");
    }

    private AdvocateId person() {
        return new AdvocateId(Long.parseLong(line.value("SELECT max(id) FROM advocate")));
    }
}
