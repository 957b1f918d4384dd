package uk.referralline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.referralline.TestLine;
import uk.referralline.audit.Chain;
import uk.referralline.audit.Verdict;
import uk.referralline.duty.AdvocateId;
import uk.referralline.duty.Role;
import uk.referralline.sandbox.SandboxCall;

/** From the queue to a closed case, without a script in the browser. */
class CasePagesTest {
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([0-9]+)\"");

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
        asha.post(path + "/owner", "version", version(asha), "owner", me(), "owner-why", "I know the ward");
        Browser ben = Browser.signedIn(line, Role.DUTY_ADVOCATE).get(path);
        ben.post(path + "/open", "why", "Zebedee Quill rang me");

        assertThat(line.value("SELECT why FROM audit_reason")).isEqualTo("Zebedee Quill rang me");
        asha.get(path + "/referral");
        asha.post(path + "/referral/said-no", "version", version(asha), "sure", "yes")
                .follow();

        assertThat(asha.body()).contains("A count is kept");
        assertThat(line.values("SELECT why FROM audit_reason")).isEmpty();
        assertThat(line.values("SELECT detail FROM audit_entry ORDER BY seq DESC LIMIT 2"))
                .containsExactly("said-no", "reasons-erased");
        assertThat(new Chain(line.jdbi()).verify(Optional.empty())).isInstanceOf(Verdict.Whole.class);
    }

    @Test
    void anEmptyQueueSaysSo() {
        Browser browser = Browser.signedIn(line, Role.DUTY_ADVOCATE).get("/queue");

        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.body()).contains("Nobody is waiting here.");
    }

    @Test
    void aCallIsInTheQueueWithWhatIsSafeAndNoWholeNumber() {
        String path = call();
        Browser browser = Browser.signedIn(line, Role.DUTY_ADVOCATE).get("/queue");

        assertThat(browser.body()).contains(path, "ends 123", "A message may be left", "Due ");
        assertThat(browser.body()).doesNotContain("07700 900123", "+447700900123");
    }

    @Test
    void aCaseIsTakenCalledAndClosed() {
        String path = call();
        Browser browser = Browser.signedIn(line, Role.DUTY_ADVOCATE).get("/queue");
        browser.post("/queue/next").follow();
        assertThat(browser.body())
                .contains("This case is yours to deal with now", "07700 900123", "How did the call end?");
        assertThat(browser.body()).doesNotContain("I am calling from the advocacy line");

        browser.get(path + "?right-person=yes");
        assertThat(browser.body()).contains("I am calling from the advocacy line");
        browser.post(
                        path + "/attempt",
                        "version",
                        version(browser),
                        "disposition",
                        "spoke",
                        "attempt-note",
                        "Wants help")
                .follow();
        assertThat(browser.body()).contains("Recorded: Spoke to the person", "Wants help", "How did the case end?");

        browser.post(path + "/close", "version", version(browser), "outcome", "advocate-allocated")
                .follow();
        assertThat(browser.title()).startsWith("Case ");
        assertThat(browser.body()).contains("The case is closed: An advocate is working with the person");
        Browser colleague = Browser.signedIn(line, Role.DUTY_ADVOCATE).get(path);
        assertThat(colleague.status()).isEqualTo(403);
        assertThat(colleague.body()).contains("Why do you need this case?");
        assertThat(line.value("SELECT status FROM case_record")).isEqualTo("closed");
        assertThat(line.values("SELECT action || ' ' || detail FROM audit_entry ORDER BY seq"))
                .contains("change claimed", "view case", "call disposition", "change outcome");
    }

    @Test
    void whoeverClosedACaseSeesItThatDayWithoutAReason() {
        String path = call();
        AdvocateId asha = closed(path);

        line.setTime("2026-11-24T23:59");
        assertThat(Browser.signedIn(line, asha).get(path).status()).isEqualTo(200);
        line.setTime("2026-11-25T00:01");
        assertThat(Browser.signedIn(line, asha).get(path).status()).isEqualTo(403);
    }

    @Test
    void aClosingThatWasASlipIsUndoneAtOnceAndAllIsAsItWas() {
        String path = call();
        AdvocateId person = closed(path);
        String due = line.value("SELECT due_at FROM case_record");
        Browser asha = Browser.signedIn(line, person).get(path);
        assertThat(asha.body()).contains("Undo the closing");

        asha.post(path + "/undo-close", "version", version(asha)).follow();

        assertThat(asha.body())
                .contains("The case is open again, as it was", "Undid the closing", "How did the case end?");
        assertThat(line.value("SELECT status || ' ' || due_at FROM case_record"))
                .isEqualTo("open " + due);
        asha.post(path + "/undo-close", "version", version(asha));
        assertThat(asha.body()).contains("Only the last thing on a case is undone, by whoever did it");
    }

    @Test
    void aClosingIsNotUndoneByAnotherNorAfterSomethingElse() {
        String path = call();
        AdvocateId person = closed(path);
        Browser mary = Browser.signedIn(line, Role.MANAGER).get(path);
        assertThat(mary.body()).contains("Open it again").doesNotContain("Undo the closing");
        String version = version(mary);
        mary.post(path + "/undo-close", "version", version);
        assertThat(mary.status()).isEqualTo(422);

        mary.post(path + "/reopen", "version", version, "reopen", "She rang again");

        assertThat(Browser.signedIn(line, person).get(path).body()).doesNotContain("Undo the closing");
        assertThat(line.value("SELECT status FROM case_record")).isEqualTo("open");
    }

    /** A duty advocate speaks to the person and closes the case. @return who it was */
    private AdvocateId closed(String path) {
        Browser asha = Browser.signedIn(line, Role.DUTY_ADVOCATE).get(path);
        asha.post(path + "/claim", "version", version(asha)).follow();
        asha.post(path + "/attempt", "version", version(asha), "disposition", "spoke")
                .follow();
        asha.post(path + "/close", "version", version(asha), "outcome", "advocate-allocated");
        return new AdvocateId(Long.parseLong(me()));
    }

    @Test
    void aNextTryOnAClosedDayOrAfterThePromiseIsQuestionedOnce() {
        String path = call();
        Browser asha = Browser.signedIn(line, Role.DUTY_ADVOCATE).get(path);
        asha.post(path + "/claim", "version", version(asha)).follow();

        noAnswer(asha, path, "2026-11-29", "");
        assertThat(asha.status()).isEqualTo(422);
        assertThat(asha.body())
                .contains(
                        "The line is closed on Sunday 29 November",
                        "value=\"2026-11-29T10:00\"",
                        "Her sister answered");
        noAnswer(asha, path, "2026-11-30", "2026-11-29T10:00");
        assertThat(asha.body())
                .contains("The call was promised by Friday 27 November at 5pm, and this is later. If you mean it,");

        noAnswer(asha, path, "2026-11-30", "2026-11-30T10:00");
        assertThat(asha.follow().body()).contains("Next try Monday 30 November at 10am");
        noAnswer(asha, path, "2026-11-26", "");
        assertThat(asha.status()).isEqualTo(303);
    }

    private static void noAnswer(Browser browser, String path, String day, String sure) {
        browser.post(
                path + "/attempt",
                "version",
                version(browser),
                "disposition",
                "no-answer",
                "attempt-note",
                "Her sister answered",
                "next-date",
                day,
                "next-time",
                "10:00",
                "next-sure",
                sure);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "section-date|2026-11-25|this day is in the future: write the day when it began.",
                "section-date|1926-11-20|this day is more than 40 years ago: look at the year.",
                "section-date|2026-02-31|there is no such day.",
                "deadline-date|2016-11-26|this day is more than 1 year ago: look at the year.",
                "deadline-date|2062-11-26|this day is more than 5 years ahead: look at the year."
            })
    void aDayThatCannotBeMeantIsNotKept(String field, String day, String sentence) {
        String path = staffCall();
        Browser asha = Browser.signedIn(line, Role.DUTY_ADVOCATE).get(path + "/referral");

        asha.post(path + "/referral", "version", version(asha), field, day);

        assertThat(asha.status()).isEqualTo(422);
        assertThat(asha.body()).contains(sentence, "value=\"" + day + "\"", "id=\"" + field + "-error\"");
        asha.post(path + "/referral", "version", version(asha), field, "2026-11-24");
        assertThat(asha.status()).isEqualTo(303);
    }

    @Test
    void aColleaguesCaseIsOpenedWithAReasonThatIsKept() {
        String path = call();
        Browser asha = Browser.signedIn(line, Role.DUTY_ADVOCATE).get(path);
        asha.post(path + "/owner", "version", version(asha), "owner", me(), "owner-why", "I know the ward");
        Browser ben = Browser.signedIn(line, Role.DUTY_ADVOCATE).get(path);
        assertThat(ben.status()).isEqualTo(403);

        ben.post(path + "/open", "why", " ");
        assertThat(ben.status()).isEqualTo(422);
        assertThat(ben.body()).contains("Say why, in a few words.");
        ben.post(path + "/open", "why", "The person called again").follow();

        assertThat(ben.status()).isEqualTo(200);
        assertThat(line.value("SELECT why FROM audit_reason")).isEqualTo("The person called again");
    }

    @Test
    void ofTwoAdvocatesOneTakesTheCaseAndTheOtherLearnsWho() {
        String path = call();
        Browser asha = Browser.signedIn(line, Role.DUTY_ADVOCATE).get(path);
        Browser ben = Browser.signedIn(line, Role.DUTY_ADVOCATE).get(path);

        asha.post(path + "/claim", "version", version(asha)).follow();
        ben.post(path + "/claim", "version", version(ben));

        assertThat(asha.body()).contains("This case is yours to deal with now");
        assertThat(ben.status()).isEqualTo(422);
        assertThat(ben.body()).contains("took this case a moment before you.", "Why do you take it over?");
    }

    @Test
    void aStaleFormSaysWhatChangedAndKeepsWhatWasTyped() {
        String path = call();
        Browser here = Browser.signedIn(line, Role.MANAGER).get(path);
        here.post(path + "/claim", "version", version(here)).follow();
        String before = version(here);
        here.post(path + "/need", "version", before, "need", "easy-read").follow();

        here.post(path + "/urgency", "version", before, "urgency", "U1", "urgency-why", "tribunal on Thursday");

        assertThat(here.status()).isEqualTo(422);
        assertThat(here.body())
                .contains(
                        "New since you opened this case",
                        "Noted a need (Easy read)",
                        "value=\"tribunal on Thursday\"",
                        "What you typed is still here");
        here.post(path + "/urgency", "version", version(here), "urgency", "U1", "urgency-why", "tribunal on Thursday")
                .follow();
        assertThat(here.body()).contains("The urgency is urgent now");
    }

    @Test
    void aHospitalIsCalledByItsNameAndStaysTheOneThatTheRulesKnow() {
        String path = staffCall();
        Browser asha = Browser.signedIn(line, Role.MANAGER).get(path + "/referral");

        asha.post(path + "/referral", "version", version(asha), "place", "st michael's hospital")
                .follow();

        assertThat(line.value("SELECT value FROM case_fact WHERE name = 'place' ORDER BY id DESC LIMIT 1"))
                .isEqualTo("st-michaels");
        assertThat(asha.body()).contains("St Michael's Hospital").doesNotContain("St michaels");
        assertThat(asha.get(path + "/referral").body())
                .contains("value=\"St Michael&#39;s Hospital\"", ">Section 58A (electroconvulsive therapy)<");
    }

    @Test
    void aStaleReferralSaysWhatChangedAndByWhomAndKeepsWhatWasTyped() {
        String path = staffCall();
        Browser asha = Browser.signedIn(line, Role.MANAGER).get(path + "/referral");
        String before = version(asha);
        Browser ben = Browser.signedIn(line, Role.MANAGER).get(path + "/referral");
        ben.post(path + "/referral", "version", version(ben), "ward-name", "Larch", "under-18", "no");

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
        asha.post(path + "/referral", "version", version(asha), "ward-name", "Willow")
                .follow();
        assertThat(asha.body()).contains("Kept. Still missing:", "Willow").doesNotContain("Kept meanwhile");
    }

    @Test
    void twoCasesOfOneNumberAreMergedAndTwoAgain() {
        String one = call();
        String two = call();
        Browser browser = Browser.signedIn(line, Role.MANAGER).get(one);
        assertThat(browser.body()).contains("has the number that ends 123 too");

        browser.post(
                        one + "/merge",
                        "version",
                        version(browser),
                        "other",
                        two.substring("/case/".length()),
                        "merge-why",
                        "the same request twice")
                .follow();
        assertThat(browser.body()).contains("Merged into this case");
        assertThat(browser.get(two).body()).contains("This case goes on in another one.");

        browser.get(one);
        browser.post(
                        one + "/unmerge",
                        "version",
                        version(browser),
                        "other",
                        two.substring("/case/".length()),
                        "unmerge-why",
                        "two sisters with one phone")
                .follow();
        assertThat(browser.body()).contains("They are two cases again, as they were");
        assertThat(changesOf(two)).containsExactly("merged", "merge-undone");
        assertThat(line.values("SELECT status FROM case_record")).containsOnly("open");
    }

    @Test
    void whatIsDoneOnOneOfTwoLinkedCasesIsInTheAuditOfTheOtherToo() {
        String one = call();
        String two = staffCall();
        String other = two.substring("/case/".length());
        Browser browser = Browser.signedIn(line, Role.MANAGER).get(one);

        browser.post(one + "/link", "version", version(browser), "other", other, "link-why", "She said so");
        browser.get(one);
        browser.post(one + "/alert", "version", version(browser), "alert", "partner reads the phone");
        browser.get(one);
        browser.post(one + "/unlink", "version", version(browser), "other", other, "unlink-why", "two sisters");

        assertThat(changesOf(two)).containsExactly("linked", "alert", "unlinked");
    }

    private List<String> changesOf(String path) {
        return line.values("SELECT detail FROM audit_entry WHERE action = 'change' AND actor_kind = 'advocate'"
                + " AND '/case/' || subject_id = '" + path + "' ORDER BY seq");
    }

    @Test
    void aReferralIsFilledInBesideItsMessageAndTheMessagePlays() {
        String path = staffCall();
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
                        version(browser),
                        "person-status",
                        "detained-or-order",
                        "person-name",
                        "J. B.",
                        "deadline",
                        "date-known",
                        "deadline-date",
                        "2026-11-26")
                .follow();
        assertThat(browser.body()).contains("Kept. Still missing:", "J. B.", "U1");
        assertThat(line.value("SELECT action FROM audit_entry WHERE action = 'play'"))
                .isEqualTo("none");

        browser.get(path + "/message/" + sid);
        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.header("Content-Type").orElse("")).startsWith("audio/wav");
        assertThat(line.value("SELECT action FROM audit_entry WHERE action = 'play'"))
                .isEqualTo("play");
    }

    @Test
    void nonsenseInAnAddressIsNoPage() {
        Browser browser = Browser.signedIn(line, Role.MANAGER);

        assertThat(browser.get("/case/0").status()).isEqualTo(404);
        assertThat(browser.get("/case/999999999").status()).isEqualTo(404);
        assertThat(browser.get("/case/x'--").status()).isEqualTo(404);
        assertThat(browser.get("/queue?page=99999999999&part=nonsense").status())
                .isEqualTo(200);
    }

    /** A call from one's own mobile, who agrees to messages and texts. @return the address of its case */
    @Test
    void aFormThatIsShownAgainIsAViewInTheAudit() {
        String path = call();
        Browser asha = Browser.signedIn(line, Role.DUTY_ADVOCATE).get("/queue");

        asha.post(path + "/note", "note", "");

        assertThat(asha.status()).isEqualTo(422);
        assertThat(line.values("SELECT action || ' ' || detail FROM audit_entry WHERE actor_kind = 'advocate'"))
                .containsExactly("view case");
    }

    @Test
    void aColleaguesCaseIsNotReadByMergingIt() {
        String one = call();
        String two = call();
        Browser asha = Browser.signedIn(line, Role.DUTY_ADVOCATE).get(one);
        asha.post(one + "/owner", "version", version(asha), "owner", me(), "owner-why", "I know the ward");
        Browser ben = Browser.signedIn(line, Role.DUTY_ADVOCATE).get(two);

        ben.post(
                two + "/merge",
                "version",
                version(ben),
                "other",
                one.substring("/case/".length()),
                "merge-why",
                "Both");

        assertThat(ben.status()).isEqualTo(422);
        assertThat(ben.body()).contains("You may not read the other case yet: open it first, and say why.");
        assertThat(line.value("SELECT count(*) FROM case_merge")).isEqualTo("0");
    }

    @Test
    void aNeedThatWasNotedByMistakeIsTakenBackAndTheCallIsPromisedAgain() {
        String path = call();
        Browser asha = Browser.signedIn(line, Role.DUTY_ADVOCATE).get(path);
        asha.post(path + "/need", "version", version(asha), "need", "no-phone-calls")
                .follow();
        assertThat(asha.body()).contains("This person must not be phoned").doesNotContain("How did the call end?");

        asha.post(
                        path + "/withdraw-need",
                        "version",
                        version(asha),
                        "withdraw-need",
                        "no-phone-calls",
                        "withdraw-need-why",
                        "I chose the wrong line")
                .follow();

        assertThat(asha.body())
                .contains(
                        "The need is taken back", "How did the call end?", "Took a need back", "I chose the wrong line")
                .doesNotContain("This person must not be phoned");
    }

    @Test
    void aBlockedNumberIsCalledAgainWithAReason() {
        String path = call();
        Browser asha = Browser.signedIn(line, Role.DUTY_ADVOCATE).get(path);
        asha.post(path + "/attempt", "version", version(asha), "disposition", "asked-not-to-call")
                .follow();
        assertThat(asha.body()).contains("blocked: Asked not to call", "Call a blocked number again");

        asha.post(
                        path + "/unblock",
                        "version",
                        version(asha),
                        "blocked",
                        "+447700900123",
                        "unblock-why",
                        "She rang and wants calls again")
                .follow();

        assertThat(asha.body())
                .contains("This number may be called again", "Lifted the block of a number")
                .doesNotContain("blocked: Asked");
    }

    private String call() {
        SandboxCall call = line.callFrom("+447700900123");
        for (String key : new String[] {"1", "1", "1", "2", "2", "1", "1", "2"}) {
            call.presses(key);
        }
        call.hangsUp();
        line.runDue();
        return newest();
    }

    private String staffCall() {
        SandboxCall call = line.callFrom("+441632960010");
        for (String keys : new String[] {"2", "2", "1", "01632960010#", "1", "#", "1", "2"}) {
            call.presses(keys);
        }
        call.speaks(Duration.ofSeconds(8)).presses("#").presses("1");
        line.runDue();
        return newest();
    }

    private String newest() {
        return "/case/" + line.value("SELECT max(id) FROM case_record");
    }

    private String me() {
        return line.value("SELECT max(id) FROM advocate");
    }

    private static String version(Browser browser) {
        Matcher matcher = VERSION.matcher(browser.body());
        assertThat(matcher.find()).as("a form with a version").isTrue();
        return matcher.group(1);
    }
}
