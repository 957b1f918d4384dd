package uk.referralline.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.referralline.TestLine;
import uk.referralline.duty.Role;

/** Finding a case, and coming back to what was found. */
class SearchPageTest {

    @RegisterExtension
    final TestLine line = new TestLine();

    @Test
    void aCaseIsFoundByItsNumberAndTheAddressTellsNothing() {
        line.callFrom("+447700900123").presses("1");
        String path = "/case/" + line.value("SELECT id FROM case_record");
        Browser browser = Browser.signedIn(line, Role.DUTY_ADVOCATE).get("/search");

        browser.post("/search", "what", "07700 900 123");
        assertThat(browser.location()).isEqualTo("/search/found");

        assertThat(browser.follow().body()).contains("1 case", path, "Found in: number");
        assertThat(browser.get("/search/found").body()).as("back again").contains("1 case", path);
        browser.get("/search").post("/search", "what", "nobody at all").follow();
        assertThat(browser.body()).contains("Nothing found");
        assertThat(line.values("SELECT action || ' ' || subject_id FROM audit_entry WHERE action = 'search'"))
                .containsExactly("search cases", "search cases", "search cases");
    }

    @Test
    void aSearchForNothingSaysWhatToType() {
        Browser browser = Browser.signedIn(line, Role.DUTY_ADVOCATE).get("/search");

        assertThat(browser.post("/search", "what", " ").status()).isEqualTo(422);
        assertThat(browser.body()).contains("Type what to look for.");
        assertThat(browser.post("/search", "what", "123").body())
                .contains("Type all 7 digits of a reference, or at least the last 4 of a phone number.");
        assertThat(browser.get("/search/found").body()).doesNotContain("Nothing found");
    }
}
