package uk.referralline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.referralline.TestLine;
import uk.referralline.duty.Role;

/** What pages tell the browser about themselves, and what they load. */
class HeadersTest {

    @RegisterExtension
    final TestLine line = new TestLine();

    @Test
    void everyPageKeepsToOurOwnFilesAndIsNotKept() {
        Browser browser = Browser.signedIn(line, Role.ADMINISTRATOR);
        for (String path : List.of("/people", "/account", "/queue", "/nothing", "/people/add")) {
            browser.get(path);
            assertThat(browser.header("Content-Security-Policy"))
                    .as(path)
                    .hasValueSatisfying(policy -> assertThat(policy)
                            .startsWith("default-src 'none'; style-src 'self'; script-src 'self'")
                            .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"));
            assertThat(browser.header("Cache-Control")).contains("no-store");
            assertThat(browser.header("Referrer-Policy")).contains("same-origin");
            assertThat(browser.header("X-Content-Type-Options")).contains("nosniff");
            assertThat(browser.header("Content-Type")).contains("text/html;charset=utf-8");
            assertThat(browser.body()).doesNotContain("style=\"", "<style", "onclick", "https://");
            assertThat(Pattern.compile("<script(?! src)")
                            .matcher(browser.body())
                            .find())
                    .isFalse();
        }
    }

    @Test
    void theSessionCookieIsForThisSiteAndNotForScripts() {
        assertThat(Browser.of(line).get("/sign-in").header("Set-Cookie"))
                .hasValueSatisfying(cookie ->
                        assertThat(cookie).startsWith("session=").contains("HttpOnly", "SameSite=Lax", "Path=/"));
    }

    @Test
    void aPageLoadsFilesThatABrowserMayKeepForAYear() {
        Browser browser = Browser.of(line).get("/sign-in");
        List<String> files = Pattern.compile("\"(/assets/[^\"]+)\"")
                .matcher(browser.body())
                .results()
                .map(each -> each.group(1))
                .toList();

        assertThat(files).hasSizeGreaterThanOrEqualTo(4);
        for (String file : files) {
            browser.get(file);
            assertThat(browser.status()).as(file).isEqualTo(200);
            assertThat(browser.header("Cache-Control")).contains("public, max-age=31536000, immutable");
            assertThat(browser.body())
                    .doesNotContainIgnoringCase("gds transport")
                    .doesNotContain("@font-face");
        }
        assertThat(browser.get(files.get(1).replaceFirst("/assets/[0-9a-f]+", "/assets/old"))
                        .header("Cache-Control"))
                .contains("no-cache");
        assertThat(browser.get("/assets/x/none.css").status()).isEqualTo(404);
    }

    @Test
    void filesAreSentZipped() {
        Browser browser = Browser.of(line).with("Accept-Encoding", "gzip").get(Asset.GOVUK_CSS.url());

        assertThat(browser.header("Content-Encoding")).contains("gzip");
        assertThat(browser.body()).hasSizeLessThan(30_000);
    }

    @Test
    void theIconIsWhereBrowsersLookForItOnTheirOwn() {
        Browser browser = Browser.of(line).get("/favicon.ico");

        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.header("Content-Type").orElse("")).startsWith("image/svg+xml");
        assertThat(browser.header("Set-Cookie")).isEmpty();
    }
}
