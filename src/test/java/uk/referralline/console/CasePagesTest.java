package uk.referralline.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.referralline.TestLine;
import uk.referralline.duty.AdvocateId;
import uk.referralline.duty.Role;

/** From the queue to a closed case, without a script in the browser. */
class CasePagesTest {

    @RegisterExtension
    final TestLine line = new TestLine();

    @Test
    void anEmptyQueueSaysSo() {
        Browser browser = Browser.signedIn(line, Role.DUTY_ADVOCATE).get("/queue");

        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.body()).contains("Nobody is waiting here.");
    }

    @Test
    void aCallIsInTheQueueWithWhatIsSafeAndNoWholeNumber() {
        String path = Phoned.call(line);
        Browser browser = Browser.signedIn(line, Role.DUTY_ADVOCATE).get("/queue");

        assertThat(browser.body()).contains(path, "ends 123", "A message may be left", "Due ");
        assertThat(browser.body()).doesNotContain("07700 900123", "+447700900123");
    }

    @Test
    void aCaseIsTakenCalledAndClosed() {
        String path = Phoned.call(line);
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
                        Phoned.version(browser),
                        "disposition",
                        "spoke",
                        "attempt-note",
                        "Wants help")
                .follow();
        assertThat(browser.body()).contains("Recorded: Spoke to the person", "Wants help", "How did the case end?");

        browser.post(path + "/close", "version", Phoned.version(browser), "outcome", "advocate-allocated")
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
        String path = Phoned.call(line);
        AdvocateId asha = closed(path);

        line.setTime("2026-11-24T23:59");
        assertThat(Browser.signedIn(line, asha).get(path).status()).isEqualTo(200);
        line.setTime("2026-11-25T00:01");
        assertThat(Browser.signedIn(line, asha).get(path).status()).isEqualTo(403);
    }

    @Test
    void aClosingThatWasASlipIsUndoneAtOnceAndAllIsAsItWas() {
        String path = Phoned.call(line);
        AdvocateId person = closed(path);
        String due = line.value("SELECT due_at FROM case_record");
        Browser asha = Browser.signedIn(line, person).get(path);
        assertThat(asha.body()).contains("Undo the closing");

        asha.post(path + "/undo-close", "version", Phoned.version(asha)).follow();

        assertThat(asha.body())
                .contains("The case is open again, as it was", "Undid the closing", "How did the case end?");
        assertThat(line.value("SELECT status || ' ' || due_at FROM case_record"))
                .isEqualTo("open " + due);
        asha.post(path + "/undo-close", "version", Phoned.version(asha));
        assertThat(asha.body()).contains("Only the last thing on a case is undone, by whoever did it");
    }

    @Test
    void aClosingIsNotUndoneByAnotherNorAfterSomethingElse() {
        String path = Phoned.call(line);
        AdvocateId person = closed(path);
        Browser mary = Browser.signedIn(line, Role.MANAGER).get(path);
        assertThat(mary.body()).contains("Open it again").doesNotContain("Undo the closing");
        String version = Phoned.version(mary);
        mary.post(path + "/undo-close", "version", version);
        assertThat(mary.status()).isEqualTo(422);

        mary.post(path + "/reopen", "version", version, "reopen", "She rang again");

        assertThat(Browser.signedIn(line, person).get(path).body()).doesNotContain("Undo the closing");
        assertThat(line.value("SELECT status FROM case_record")).isEqualTo("open");
    }

    /** A duty advocate speaks to the person and closes the case. @return who it was */
    private AdvocateId closed(String path) {
        Browser asha = Browser.signedIn(line, Role.DUTY_ADVOCATE).get(path);
        asha.post(path + "/claim", "version", Phoned.version(asha)).follow();
        asha.post(path + "/attempt", "version", Phoned.version(asha), "disposition", "spoke")
                .follow();
        asha.post(path + "/close", "version", Phoned.version(asha), "outcome", "advocate-allocated");
        return new AdvocateId(Long.parseLong(me()));
    }

    @Test
    void aNextTryOnAClosedDayOrAfterThePromiseIsQuestionedOnce() {
        String path = Phoned.call(line);
        Browser asha = Browser.signedIn(line, Role.DUTY_ADVOCATE).get(path);
        asha.post(path + "/claim", "version", Phoned.version(asha)).follow();

        noAnswer(asha, path, "2026-11-29", "");
        assertThat(asha.status()).isEqualTo(422);
        assertThat(asha.body())
                .contains(
                        "The line is closed on Sunday 29 November",
                        "value=\"2026-11-29T10:00\"",
                        "Her sister answered");
        noAnswer(asha, path, "2026-11-26", "21:30", "");
        assertThat(asha.body()).contains("The line is closed at 9:30pm. If you mean that time, send it again.");
        noAnswer(asha, path, "2026-11-30", "2026-11-29T10:00");
        assertThat(asha.body())
                .contains("The call was promised by Friday 27 November at 5pm, and this is later. If you mean it,");

        noAnswer(asha, path, "2026-11-30", "2026-11-30T10:00");
        assertThat(asha.follow().body()).contains("Next try Monday 30 November at 10am");
        noAnswer(asha, path, "2026-11-26", "");
        assertThat(asha.status()).isEqualTo(303);
    }

    @Test
    void halfATimeForTheNextTryIsSaidBesideItAndStays() {
        String path = Phoned.call(line);
        Browser asha = Browser.signedIn(line, Role.DUTY_ADVOCATE).get(path);
        asha.post(path + "/claim", "version", Phoned.version(asha)).follow();

        asha.post(
                path + "/attempt",
                "version",
                Phoned.version(asha),
                "disposition",
                "no-answer",
                "next-date",
                "",
                "next-time",
                "14:00");

        assertThat(asha.body())
                .contains("id=\"next-time-error\"", "Choose both a day and a time", "value=\"14:00\"")
                .containsPattern(
                        "<details class=\"govuk-details\" open>\\s*<summary[^>]*><span[^>]*>Add a note, or choose")
                .doesNotContain("id=\"disposition-error\"");
    }

    private static void noAnswer(Browser browser, String path, String day, String sure) {
        noAnswer(browser, path, day, "10:00", sure);
    }

    private static void noAnswer(Browser browser, String path, String day, String time, String sure) {
        browser.post(
                path + "/attempt",
                "version",
                Phoned.version(browser),
                "disposition",
                "no-answer",
                "attempt-note",
                "Her sister answered",
                "next-date",
                day,
                "next-time",
                time,
                "next-sure",
                sure);
    }

    @Test
    void aColleaguesCaseIsOpenedWithAReasonThatIsKept() {
        String path = Phoned.call(line);
        Browser asha = Browser.signedIn(line, Role.DUTY_ADVOCATE).get(path);
        asha.post(path + "/owner", "version", Phoned.version(asha), "owner", me(), "owner-why", "I know the ward");
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
    void theQueueSaysWhoseCaseItIsAndOffersItToWhoeverMayTakeIt() {
        String path = Phoned.call(line);
        Browser asha = Browser.signedIn(line, Role.DUTY_ADVOCATE).get(path);
        asha.post(path + "/owner", "version", Phoned.version(asha), "owner", me(), "owner-why", "I know the ward");
        String name = line.value("SELECT name FROM advocate ORDER BY id DESC LIMIT 1");
        assertThat(asha.get("/queue").body()).contains("Your case", path + "/claim");

        Browser ben = Browser.signedIn(line, Role.DUTY_ADVOCATE).get("/queue");
        assertThat(ben.body()).contains(name + "’s case").doesNotContain(path + "/claim");
        assertThat(ben.get(path).body()).contains(" is " + name + "’s. You may read it when your work needs it.");
    }

    @Test
    void aNoteHasALength() {
        String path = Phoned.call(line);
        Browser asha = Browser.signedIn(line, Role.MANAGER).get(path);

        asha.post(path + "/note", "version", Phoned.version(asha), "note", "x".repeat(5001));

        assertThat(asha.body()).contains("Write 5000 characters at most").contains("x".repeat(5001));
        asha.get(path);
        asha.post(
                path + "/attempt",
                "version",
                Phoned.version(asha),
                "disposition",
                "spoke",
                "attempt-note",
                "x".repeat(5001));
        assertThat(asha.body()).contains("Write 5000 characters at most");
    }

    @Test
    void whatIsWrongWithANoteIsSaidWhereItWasTyped() {
        String path = Phoned.staffCall(line);
        Browser asha = Browser.signedIn(line, Role.DUTY_ADVOCATE).get(path);
        asha.post(path + "/claim", "version", Phoned.version(asha)).follow();
        asha.post(path + "/note", "note", "Larch ward").follow();
        String note = line.value("SELECT id FROM case_note");
        String sid = line.value("SELECT sid FROM recording ORDER BY left_at DESC LIMIT 1");

        asha.post(path + "/note", "note", "");
        assertThat(asha.body())
                .containsPattern("open>\\s*<summary[^>]*><span[^>]*>Write a note[\\s\\S]{0,900}id=\"note-error\"")
                .containsOnlyOnce("id=\"note\"")
                .containsOnlyOnce("id=\"note-error\"");
        asha.post(path + "/correct", "corrects", note, "note", "x".repeat(5001));
        assertThat(asha.body())
                .containsPattern("open><summary[^>]*><span[^>]*>Correct this note[\\s\\S]{0,900}id=\"note-error\"")
                .containsOnlyOnce("id=\"note\"")
                .containsOnlyOnce("x".repeat(5001));
        asha.post(path + "/written-up", "sid", sid, "note", "");
        assertThat(asha.body())
                .containsPattern("id=\"note-error\"[\\s\\S]{0,300}id=\"note\"[\\s\\S]{0,300}Keep what it says")
                .containsOnlyOnce("id=\"note-error\"");
    }

    @Test
    void nobodyOpensACaseThatThereIsNot() {
        Browser asha = Browser.signedIn(line, Role.DUTY_ADVOCATE).get("/queue");

        assertThat(asha.post("/case/999/open", "why", "").status()).isEqualTo(404);
        asha.get("/queue");
        assertThat(asha.post("/case/999/open", "why", "She rang").status()).isEqualTo(404);
    }

    @Test
    void ofTwoAdvocatesOneTakesTheCaseAndTheOtherLearnsWho() {
        String path = Phoned.call(line);
        Browser asha = Browser.signedIn(line, Role.DUTY_ADVOCATE).get(path);
        Browser ben = Browser.signedIn(line, Role.DUTY_ADVOCATE).get(path);

        asha.post(path + "/claim", "version", Phoned.version(asha)).follow();
        ben.post(path + "/claim", "version", Phoned.version(ben));

        assertThat(asha.body()).contains("This case is yours to deal with now");
        assertThat(ben.location()).isEqualTo(path);
        assertThat(ben.follow().body()).contains("took this case a moment before you", "Why do you take it over?");
        assertThat(line.values("SELECT detail FROM audit_entry WHERE action = 'change' AND actor_kind = 'advocate'"))
                .containsExactly("claim");
    }

    @Test
    void aStaleFormSaysWhatChangedAndKeepsWhatWasTyped() {
        String path = Phoned.call(line);
        Browser here = Browser.signedIn(line, Role.MANAGER).get(path);
        here.post(path + "/claim", "version", Phoned.version(here)).follow();
        String before = Phoned.version(here);
        here.post(path + "/need", "version", before, "need", "easy-read").follow();

        here.post(path + "/urgency", "version", before, "urgency", "U1", "urgency-why", "tribunal on Thursday");

        assertThat(here.status()).isEqualTo(422);
        assertThat(here.body())
                .contains(
                        "New since you opened this case",
                        "Noted a need (Easy read)",
                        "value=\"tribunal on Thursday\"",
                        "What you typed is still here");
        here.post(
                        path + "/urgency",
                        "version",
                        Phoned.version(here),
                        "urgency",
                        "U1",
                        "urgency-why",
                        "tribunal on Thursday")
                .follow();
        assertThat(here.body()).contains("This case is U1 urgent now");
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
        String path = Phoned.call(line);
        Browser asha = Browser.signedIn(line, Role.DUTY_ADVOCATE).get("/queue");

        asha.post(path + "/note", "note", "");

        assertThat(asha.status()).isEqualTo(422);
        assertThat(line.values("SELECT action || ' ' || detail FROM audit_entry WHERE actor_kind = 'advocate'"))
                .containsExactly("view case");
    }

    @Test
    void aNeedThatWasNotedByMistakeIsTakenBackAndTheCallIsPromisedAgain() {
        String path = Phoned.call(line);
        Browser asha = Browser.signedIn(line, Role.DUTY_ADVOCATE).get(path);
        asha.post(path + "/need", "version", Phoned.version(asha), "need", "no-phone-calls")
                .follow();
        assertThat(asha.body()).contains("This person must not be phoned").doesNotContain("How did the call end?");

        asha.post(
                        path + "/withdraw-need",
                        "version",
                        Phoned.version(asha),
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
        String path = Phoned.call(line);
        Browser asha = Browser.signedIn(line, Role.DUTY_ADVOCATE).get(path);
        asha.post(path + "/attempt", "version", Phoned.version(asha), "disposition", "asked-not-to-call")
                .follow();
        assertThat(asha.body()).contains("blocked: Asked not to call", "Call a blocked number again");

        asha.post(
                        path + "/unblock",
                        "version",
                        Phoned.version(asha),
                        "blocked",
                        "+447700900123",
                        "unblock-why",
                        "She rang and wants calls again")
                .follow();

        assertThat(asha.body())
                .contains("This number may be called again", "Lifted the block of a number")
                .doesNotContain("blocked: Asked");
    }

    private String me() {
        return line.value("SELECT max(id) FROM advocate");
    }
}
