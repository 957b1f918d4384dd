package uk.referralline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.referralline.console.Browser;
import uk.referralline.duty.Role;

/** A manager reads in the console what callers hear, and why an edit is not used. */
class ScriptPagesTest {
    private static final String WORDS = "prompts/en-GB.yaml";

    @RegisterExtension
    final TestLine line = TestLine.withSmallScripts();

    @Test
    void everyStepIsToldInWords() {
        String page = page("/scripts/words");

        assertThat(page).contains("Are you there?", "Goodbye.", "The line asks for one key");
        assertThat(manager().get("/scripts/words?language=xx").status()).isEqualTo(404);
    }

    @Test
    void thePictureMayDoNothingButBeSeen() {
        Browser browser = manager().get("/scripts/diagram.svg");

        assertThat(browser.body()).contains("<svg", "Are you there?");
        assertThat(browser.header("Content-Security-Policy"))
                .contains("default-src 'none'; style-src 'unsafe-inline'; sandbox");
    }

    @Test
    void anEditWithAMistakeIsToldWithItsLineUntilItIsMended() {
        assertThat(page("/scripts")).doesNotContain("An edit waits");

        edit("end: bye", "end: by");
        String mistake = page("/scripts");
        edit("ask: ask", "ask: as");
        edit("ask: as,", "ask: ask,");

        assertThat(mistake).contains("An edit waits and is not used", "line.yaml:", "did you mean \"bye\"?");
        assertThat(page("/scripts")).as("as it was before").contains("An edit waits and is not used");
        assertThat(refusal(page("/scripts"))).isEqualTo(refusal(mistake));

        edit("end: by}", "end: bye}");
        assertThat(page("/scripts")).doesNotContain("An edit waits");
    }

    @Test
    void whatAnEditChangedIsSeenLineByLine() {
        assertThat(page("/scripts/compare")).contains("There is one version only");

        line.scripts().edit(WORDS, "Goodbye.", "Good day to you.");
        look();

        String compared = page("/scripts/compare");
        assertThat(compared).contains("-  bye: Goodbye.", "+  bye: Good day to you.");
        assertThat(page("/scripts")).contains("2, current", "/scripts/compare?from=1&amp;to=2");
        assertThat(manager().get("/scripts/compare?from=1&to=99").status()).isEqualTo(404);
        assertThat(page("/scripts/compare?from=2&to=2")).contains("The two versions are the same.");
    }

    @Test
    void whoeverMayNotChangeItMayStillReadItButForAnalysts() {
        assertThat(Browser.signedIn(line, Role.DUTY_ADVOCATE).get("/scripts").status())
                .isEqualTo(200);
        assertThat(Browser.signedIn(line, Role.ANALYST).get("/scripts").status())
                .isEqualTo(403);
    }

    @Test
    void aManagerHasTheFolderReadAtOnce() {
        line.scripts().edit(WORDS, "Hello.", "Welcome.");
        Browser browser = manager().get("/scripts");

        browser.post("/scripts/reload").follow();

        assertThat(browser.body()).contains("New calls hear the folder as it is now", "2, current");
        assertThat(line.value("SELECT detail FROM audit_entry WHERE subject_kind = 'script'"))
                .isEqualTo("reloaded");

        line.scripts().edit("line.yaml", "end: bye", "end: by");
        assertThat(browser.post("/scripts/reload").follow().body())
                .contains("The edit is not used: it has a mistake", "line.yaml:");
    }

    private static String refusal(String page) {
        return page.substring(page.indexOf("<pre"), page.indexOf("</pre>"));
    }

    private void edit(String before, String after) {
        line.scripts().edit("line.yaml", before, after);
        look();
    }

    private void look() {
        line.node().lookForEdits();
        line.node().lookForEdits();
    }

    private String page(String path) {
        return manager().get(path).body();
    }

    private Browser manager() {
        return Browser.signedIn(line, Role.MANAGER);
    }
}
