package uk.referralline.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.referralline.TestLine;
import uk.referralline.duty.Role;

/** Who may open which page. */
class RolesTest {

    @RegisterExtension
    final TestLine line = new TestLine();

    @Test
    void aDutyAdvocateSeesTheQueue() {
        Browser browser = Browser.signedIn(line, Role.DUTY_ADVOCATE).get("/").follow();

        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.title()).isEqualTo("Queue – Referral line");
    }

    @Test
    void whoeverHasNotSignedInIsAskedToAndComesBack() {
        Browser browser = Browser.of(line).get("/queue?after=3");

        assertThat(browser.status()).isEqualTo(303);
        assertThat(browser.location()).isEqualTo("/sign-in?wanted=%2Fqueue%3Fafter%3D3");
    }

    @Test
    void anAdministratorIsToldThatTheQueueIsForOthers() {
        Browser browser = Browser.signedIn(line, Role.ADMINISTRATOR).get("/queue");

        assertThat(browser.status()).isEqualTo(403);
        assertThat(browser.body()).contains("You may not open this page", "href=\"/\"");
    }
}
