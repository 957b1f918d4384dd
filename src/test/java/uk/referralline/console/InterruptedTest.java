package uk.referralline.console;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.referralline.console.Phoned.version;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.referralline.TestLine;
import uk.referralline.duty.AdvocateId;
import uk.referralline.duty.Role;

/** A case that somebody else changes while one works on it: nothing that was typed is lost. */
class InterruptedTest {

    @RegisterExtension
    final TestLine line = new TestLine();

    @Test
    void aColleaguesCaseOffersWhatOneMayDoAndSaysHowToDoTheRest() {
        String path = Phoned.call(line);
        Browser asha = Browser.signedIn(line, Role.DUTY_ADVOCATE).get(path);
        asha.post(path + "/claim", "version", version(asha));

        Browser ben = Browser.signedIn(line, Role.MANAGER).get(path);

        assertThat(ben.body())
                .contains(
                        "deals with this case. Take it over, at the top of this page",
                        path + "/take-over",
                        path + "/alert")
                .doesNotContain(path + "/urgency\"", path + "/owner\"", path + "/attempt\"");
    }

    @Test
    void aCallThatWasMadeWhileAColleagueTookTheCaseOverIsKeptInOneGo() {
        String path = Phoned.call(line);
        Browser asha = Browser.signedIn(line, Role.DUTY_ADVOCATE).get(path);
        asha.post(path + "/claim", "version", version(asha)).follow();
        Browser ben = Browser.signedIn(line, Role.DUTY_ADVOCATE).get(path);
        ben.post(path + "/take-over", "version", version(ben), "take-over", "called away")
                .follow();
        String ashas = line.value("SELECT name FROM advocate ORDER BY id LIMIT 1");
        String bens = line.value("SELECT name FROM advocate ORDER BY id DESC LIMIT 1");

        record(asha, path, "spoke", "");

        assertThat(asha.status()).isEqualTo(422);
        assertThat(asha.body())
                .contains(
                        bens + " is dealing with this case now",
                        "She wants a visit",
                        "value=\"spoke\" checked",
                        "Why do you take the case over?");
        record(asha, path, "spoke", "I was on the phone with her");
        assertThat(asha.follow().body()).contains("Recorded: Spoke to the person", "She wants a visit");
        assertThat(line.value("SELECT name FROM claim JOIN advocate ON advocate.id = advocate_id"))
                .isEqualTo(ashas);
        assertThat(line.values("SELECT detail FROM audit_entry WHERE action = 'change' ORDER BY seq"))
                .containsSubsequence("take-over", "take-over");
    }

    @Test
    void aChangeThatAColleaguesClaimRefusesIsKeptInOneGo() {
        String path = Phoned.call(line);
        Browser asha = Browser.signedIn(line, Role.DUTY_ADVOCATE).get(path);
        Browser ben = Browser.signedIn(line, Role.DUTY_ADVOCATE).get(path);
        ben.post(path + "/claim", "version", version(ben)).follow();

        asha.post(path + "/urgency", "version", version(asha), "urgency", "U1", "urgency-why", "tribunal on Thursday");
        assertThat(asha.body())
                .contains("is dealing with this case now", "value=\"tribunal on Thursday\"", "take-over-first")
                .doesNotContain("id=\"take-over\"");
        asha.post(
                        path + "/urgency",
                        "version",
                        version(asha),
                        "urgency",
                        "U1",
                        "urgency-why",
                        "tribunal on Thursday",
                        "take-over-first",
                        "Ben is at lunch")
                .follow();

        assertThat(asha.body()).contains("This case is U1 urgent now", "Took the case over", "Ben is at lunch");
    }

    @Test
    void whatWasTypedOnACaseThatIsClosedByThenCanBeKeptAsANote() {
        String path = Phoned.call(line);
        Browser asha = Browser.signedIn(line, Role.DUTY_ADVOCATE).get(path);
        asha.post(path + "/claim", "version", version(asha)).follow();
        var herself = new AdvocateId(Long.parseLong(line.value("SELECT max(id) FROM advocate")));
        Browser tab = Browser.signedIn(line, herself).get(path);
        record(tab, path, "spoke", "");
        tab.follow();
        tab.post(path + "/close", "version", version(tab), "outcome", "advocate-allocated");

        record(asha, path, "no-answer", "");

        assertThat(asha.status()).isEqualTo(422);
        assertThat(asha.body())
                .contains("You can keep it as a note.", "She wants a visit</textarea>")
                .doesNotContain("How did the call end?");
    }

    @Test
    void whatWasTypedOnACaseThatAColleagueClosedIsKeptAsANoteWithTheReasonForReadingIt() {
        String path = Phoned.call(line);
        Browser asha = Browser.signedIn(line, Role.DUTY_ADVOCATE).get(path);
        Browser ben = Browser.signedIn(line, Role.DUTY_ADVOCATE).get(path);
        String seen = version(ben);
        record(asha, path, "spoke", "");
        asha.follow().post(path + "/close", "version", version(asha), "outcome", "advocate-allocated");

        ben.post(path + "/note", "version", seen, "note", "Her sister rang");
        assertThat(ben.body()).contains("Why do you need this case?", "Her sister rang</textarea>");
        ben.post(path + "/referral", "version", seen, "ward-name", "Larch", "in-hospital", "yes");
        assertThat(ben.body())
                .contains("Are they in hospital now? Yes\nWhich ward or community team? Larch</textarea>");
        ben.post(path + "/open", "why", "", "note", "Her sister rang");
        assertThat(ben.body()).contains("Say why, in a few words.", "Her sister rang</textarea>");
        ben.post(path + "/open", "why", "I know the sister", "note", "Her sister rang")
                .follow();

        assertThat(ben.body())
                .contains("You can read this case for the next 8 hours. The note is kept", "Her sister rang</p>");
        assertThat(line.value("SELECT count(*) FROM case_note WHERE body = 'Her sister rang'"))
                .isEqualTo("1");
    }

    @Test
    void aCallThatWasMadeBeforeAnAlertCanStillBeWrittenUp() {
        String path = Phoned.call(line);
        Browser asha = Browser.signedIn(line, Role.DUTY_ADVOCATE).get(path);
        asha.post(path + "/claim", "version", version(asha)).follow();
        Browser ben = Browser.signedIn(line, Role.MANAGER).get(path);
        ben.post(path + "/alert", "version", version(ben), "alert", "partner reads the phone");

        record(asha, path, "spoke", "");
        assertThat(asha.body()).contains("partner reads the phone", "The call that you made", "She wants a visit");
        record(asha, path, "spoke", "");

        assertThat(asha.follow().body()).contains("Recorded: Spoke to the person");
    }

    @Test
    void whatAColleagueChangedIsToldInWordsAndNotAsTheDatabaseHasIt() {
        String path = Phoned.call(line);
        Browser asha = Browser.signedIn(line, Role.MANAGER).get(path);
        String before = version(asha);
        String id = line.value("SELECT max(id) FROM advocate");
        String name = line.value("SELECT name FROM advocate");
        asha.post(path + "/prefer", "version", before, "part", "afternoon");
        asha.get(path);
        asha.post(
                path + "/attempt",
                "version",
                version(asha),
                "disposition",
                "no-answer",
                "attempt-note",
                "",
                "next-date",
                "2026-11-26",
                "next-time",
                "14:00");
        asha.get(path);
        asha.post(path + "/owner", "version", version(asha), "owner", id, "owner-why", "I know the ward");
        asha.get(path);
        asha.post(path + "/take-over", "version", version(asha), "take-over", "She asked for me");

        asha.get(path);
        asha.post(path + "/need", "version", before, "need", "easy-read");

        assertThat(asha.body())
                .contains("Changed the owner (" + name + ")", "Noted when the person is best called (Afternoon)")
                .doesNotContain("(" + id + ")")
                .doesNotContainPattern("line-words\">" + id + "<")
                .doesNotContainPattern("[0-9]T[0-9]{2}:[0-9]{2}");
        asha.get(path);
        assertThat(asha.body()).contains("<p class=\"govuk-body line-words\">" + name);
    }

    @Test
    void aPlannedTryIsToldAsPeopleSayATime() {
        String path = Phoned.call(line);
        Browser asha = Browser.signedIn(line, Role.MANAGER).get(path);
        asha.post(path + "/prefer", "version", version(asha), "part", "afternoon");
        record(asha.get(path), path, "no-answer", "");
        asha.get(path).post(path + "/prefer", "version", version(asha), "part", "morning");

        assertThat(asha.get(path).body())
                .containsPattern("Planned the next call[\\s\\S]{0,120}November at [0-9]")
                .doesNotContainPattern("[0-9]T[0-9]{2}:[0-9]{2}");
    }

    private static void record(Browser browser, String path, String disposition, String takeOver) {
        browser.post(
                path + "/attempt",
                "version",
                version(browser),
                "disposition",
                disposition,
                "attempt-note",
                "She wants a visit",
                "take-over-first",
                takeOver);
    }
}
