package uk.referralline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes from outside, and what goes there, in the small. */
class EdgesTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.77, , c00002",
        "192.0.2.77, 198.51.100.9, c00002",
        "127.0.0.1, 198.51.100.9, c63364",
        "10.1.2.3, '203.0.113.5, 198.51.100.9', c63364",
        "127.0.0.1, nonsense.example, 7f0000",
        "127.0.0.1, , 7f0000",
        "2001:db8:1:2::3, , 20010db80001",
        "[::1], 2001:db8:1:2::3, 20010db80001",
    })
    void aNetworkIsWhatASiteShares(String peer, String forwarded, String network) {
        assertThat(Network.of(peer, forwarded)).isEqualTo(network);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/queue", "/cases/12?tab=calls", "/people/3"})
    void aPathOfOursIsGoneBackTo(String path) {
        assertThat(OwnPath.sent(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "queue",
                "//evil.example",
                "/\\evil.example",
                "https://evil.example",
                "/a\r\nSet-Cookie:x",
                "/sign-in/code",
                "/sign-out",
                "/<script>",
                "/a#b",
                "/a:b@c"
            })
    void anythingElseIsNot(String path) {
        assertThat(OwnPath.sent(path)).isEqualTo("/");
    }

    @ParameterizedTest
    @CsvSource({
        "https://line.example.org, __Host-session",
        "http://line.example.org, __Host-session",
        "http://localhost:8080, session",
        "http://127.0.0.1:8080, session"
    })
    void theCookieIsBoundToTheHostExceptOnThisMachine(String publicUrl, String name) {
        assertThat(new Cookies(publicUrl).sessionName()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-25T17:00:00Z, Wednesday 25 November at 5pm",
        "2026-11-25T17:30:00Z, Wednesday 25 November at 5:30pm",
        "2026-11-25T12:00:00Z, Wednesday 25 November at midday",
        "2026-07-01T23:00:00Z, Thursday 2 July at midnight",
        "2026-11-25T00:05:00Z, Wednesday 25 November at 12:05am"
    })
    void timesAreWrittenAsPeopleSayThem(Instant at, String said) {
        assertThat(Times.dayAndTime(at)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({
        "'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/131.0 Safari/537.36 Edg/131.0', Edge on Windows",
        "'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1', Safari on an iPhone",
        "'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', Firefox on Linux",
        "curl/8, A browser on some computer"
    })
    void aBrowserIsCalledWhatItsOwnerCallsIt(String userAgent, String name) {
        assertThat(Browsers.name(userAgent)).isEqualTo(name);
    }

    @Test
    void aBrowserThatSaysNothingHasANameToo() {
        assertThat(Browsers.name(null)).isEqualTo("A browser on some computer");
    }

    @ParameterizedTest
    @CsvSource({
        "name-to-ask-for, anne-marie, anne-marie",
        "organisation, north-east CMHT, north-east CMHT",
        "section-date, 2026-05-05, Tuesday 5 May 2026",
        "status, section-2, Section 2",
        "treatment, s58A, Section 58A (electroconvulsive therapy)",
        "need, bsl-interpreter, BSL interpreter",
        "role, clinician-or-amhp, Clinician or AMHP",
    })
    void whatSomebodyWroteStaysAsTheyWroteItAndCodesAreReadable(String fact, String value, String shown) {
        assertThat(CaseWords.value(fact, value)).isEqualTo(shown);
    }
}
