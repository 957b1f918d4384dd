package uk.referralline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.referralline.TestLine;
import uk.referralline.audit.Chain;
import uk.referralline.audit.Verdict;
import uk.referralline.duty.Role;
import uk.referralline.sandbox.SandboxCall;

/** A referral from what the keypad gave to what an advocate fills in, without a script in the browser. */
class ReferralPagesTest {

    @RegisterExtension
    final TestLine line = new TestLine();

    @Test
    void ofAPersonWhoSaidNoTheAuditKeepsNoReasonAndStaysWhole() {
        SandboxCall call = line.callFrom("+441632960010");
        for (String keys : new String[] {"2", "2", "1", "01632960010#", "1", "#", "1", "2"}) {
            call.presses(keys);
        }
        call.speaks(Duration.ofSeconds(8)).presses("#").presses("1");
        String path = "/case/" + line.value("SELECT id FROM case_record");
        Browser asha = Browser.signedIn(line, Role.DUTY_ADVOCATE).get(path);
        asha.post(path + "/owner", "version", Phoned.version(asha), "owner", me(), "owner-why", "I know the ward");
        Browser ben = Browser.signedIn(line, Role.DUTY_ADVOCATE).get(path);
        ben.post(path + "/open", "why", "Zebedee Quill rang me");

        assertThat(line.value("SELECT why FROM audit_reason")).isEqualTo("Zebedee Quill rang me");
        asha.get(path + "/referral");
        asha.post(path + "/referral/said-no", "version", Phoned.version(asha), "sure", "yes")
                .follow();

        assertThat(asha.body()).contains("A count is kept");
        assertThat(line.values("SELECT why FROM audit_reason")).isEmpty();
        assertThat(line.values("SELECT detail FROM audit_entry ORDER BY seq DESC LIMIT 2"))
                .containsExactly("said-no", "reasons-erased");
        assertThat(new Chain(line.jdbi()).verify(Optional.empty())).isInstanceOf(Verdict.Whole.class);

        Browser manager = Browser.signedIn(line, Role.MANAGER).get(path);
        assertThat(manager.body())
                .contains("all that told who they are was erased")
                .doesNotContain("Qualifies", "Open it again", "What we know");
        manager.get("/calls/" + line.value("SELECT sid FROM call"));
        assertThat(manager.body()).contains("erased", "no longer kept").doesNotContain("said nothing", "withheld");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "section-date|2026-11-25|this day is in the future: write the day when it began.",
                "section-date|1926-11-20|this day is more than 40 years ago: look at the year.",
                "section-date|2026-02-31|there is no such day.",
                "deadline-date|2026-11-23|this day is over: look at the year, or choose that no date is known.",
                "deadline-date|2062-11-26|this day is more than 5 years ahead: look at the year."
            })
    void aDayThatCannotBeMeantIsNotKept(String field, String day, String sentence) {
        String path = Phoned.staffCall(line);
        Browser asha = Browser.signedIn(line, Role.DUTY_ADVOCATE).get(path + "/referral");

        asha.post(path + "/referral", "version", Phoned.version(asha), field, day);

        assertThat(asha.status()).isEqualTo(422);
        assertThat(asha.body()).contains(sentence, "value=\"" + day + "\"", "id=\"" + field + "-error\"");
        asha.post(path + "/referral", "version", Phoned.version(asha), field, "2026-11-24");
        assertThat(asha.status()).isEqualTo(303);
    }

    @ParameterizedTest
    @CsvSource({
        "detained-or-order, short-hold, Not yet., true",
        "short-hold-or-not-sure, section-2, Statutory., true",
        "informal-in-hospital, other-section, Statutory., true",
        "detained-or-order, informal, Local extended., true",
        "in-the-community, informal, Local extended., false",
        "detained-or-order, not-known, Statutory., false",
        "'', guardianship, Statutory., false"
    })
    void whereTwoAnswersDifferTheSectionDecidesAndTheFormSaysSo(
            String told, String section, String result, boolean differ) {
        String path = Phoned.staffCall(line);
        Browser asha = Browser.signedIn(line, Role.DUTY_ADVOCATE).get(path + "/referral");

        asha.post(
                path + "/referral",
                "version",
                Phoned.version(asha),
                "person-status",
                told,
                "status",
                section,
                "in-hospital",
                "yes",
                "place",
                "Caludon Centre");

        asha.get(path + "/referral");
        assertThat(asha.body()).contains("<strong>" + result + "</strong>");
        assertThat(asha.body().contains("Two answers do not fit each other")).isEqualTo(differ);
    }

    @Test
    void aHospitalIsCalledByItsNameAndStaysTheOneThatTheRulesKnow() {
        String path = Phoned.staffCall(line);
        Browser asha = Browser.signedIn(line, Role.MANAGER).get(path + "/referral");

        asha.post(path + "/referral", "version", Phoned.version(asha), "place", "st michael's hospital")
                .follow();

        assertThat(line.value("SELECT value FROM case_fact WHERE name = 'place' ORDER BY id DESC LIMIT 1"))
                .isEqualTo("st-michaels");
        assertThat(asha.body()).contains("St Michael's Hospital").doesNotContain("St michaels");
        assertThat(asha.get(path + "/referral").body())
                .contains("value=\"St Michael&#39;s Hospital\"", ">Section 58A (electroconvulsive therapy)<");
    }

    @Test
    void aStaleReferralSaysWhatChangedAndByWhomAndKeepsWhatWasTyped() {
        String path = Phoned.staffCall(line);
        Browser asha = Browser.signedIn(line, Role.MANAGER).get(path + "/referral");
        String before = Phoned.version(asha);
        Browser ben = Browser.signedIn(line, Role.MANAGER).get(path + "/referral");
        ben.post(path + "/referral", "version", Phoned.version(ben), "ward-name", "Larch", "under-18", "no");

        asha.post(path + "/referral", "version", before, "ward-name", "Willow", "organisation", "Ward team");

        assertThat(asha.status()).isEqualTo(422);
        assertThat(asha.body())
                .contains(
                        "New since you opened this case",
                        line.value("SELECT name FROM advocate ORDER BY id DESC LIMIT 1") + ", 10:15am: ",
                        "(Are they under 18?, Which ward or community team?)",
                        "What you typed is still here",
                        "value=\"Willow\"",
                        "value=\"Ward team\"",
                        "Kept meanwhile: Larch");
        asha.post(path + "/referral", "version", Phoned.version(asha), "ward-name", "Willow")
                .follow();
        assertThat(asha.body()).contains("Kept. Still missing:", "Willow").doesNotContain("Kept meanwhile");
    }

    @Test
    void aReferralIsFilledInBesideItsMessageAndTheMessagePlays() {
        String path = Phoned.staffCall(line);
        Browser browser = Browser.signedIn(line, Role.DUTY_ADVOCATE).get(path + "/referral");
        assertThat(browser.status()).isEqualTo(200);
        String sid = line.value("SELECT sid FROM recording ORDER BY left_at DESC LIMIT 1");
        assertThat(browser.body()).contains(path + "/message/" + sid, "Still missing:");

        browser.get(path + "/referral");
        browser.post(path + "/referral/preview", "person-status", "detained-or-order");
        assertThat(browser.body()).contains("Statutory.");
        browser.get(path + "/referral");
        browser.post(
                        path + "/referral",
                        "version",
                        Phoned.version(browser),
                        "person-status",
                        "detained-or-order",
                        "person-name",
                        "J. B.",
                        "deadline",
                        "date-known",
                        "deadline-date",
                        "2026-11-26")
                .follow();
        assertThat(browser.body())
                .contains("Kept. Still missing:", "J. B.", "U1")
                .containsSubsequence(
                        "What we know",
                        ">Who is the person?<",
                        ">Are they held under the Mental Health Act?<",
                        ">Is there a date we must know?<",
                        ">Which date?<",
                        ">Role<");
        assertThat(line.value("SELECT action FROM audit_entry WHERE action = 'play'"))
                .isEqualTo("none");

        browser.get(path + "/message/" + sid);
        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.header("Content-Type").orElse("")).startsWith("audio/wav");
        assertThat(line.value("SELECT action FROM audit_entry WHERE action = 'play'"))
                .isEqualTo("play");
    }

    @Test
    void whatIsKeptOfSomebodyWhoAsksForThemselvesIsNotCalledAReferral() {
        String path = Phoned.call(line);
        Browser asha = Browser.signedIn(line, Role.DUTY_ADVOCATE).get(path + "/referral");
        assertThat(asha.title()).startsWith("What we know of case ");

        keeps(asha, path, "");
        assertThat(asha.follow().body()).contains("Kept. Still missing: 1 answer<");
        keeps(asha.get(path + "/referral"), path, "none");

        assertThat(asha.follow().body())
                .contains("Kept. Nothing is missing<")
                .doesNotContain("The referral is complete");
    }

    private static void keeps(Browser browser, String path, String needs) {
        browser.post(
                path + "/referral",
                "version",
                Phoned.version(browser),
                "in-hospital",
                "yes",
                "ward-name",
                "Larch",
                "person-status",
                "detained-or-order",
                "under-18",
                "no",
                "deadline",
                "none-known",
                "needs-asked",
                needs);
    }

    private String me() {
        return line.value("SELECT max(id) FROM advocate");
    }
}
