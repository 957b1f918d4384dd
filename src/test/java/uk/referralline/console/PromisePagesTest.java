package uk.referralline.console;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.referralline.console.Phoned.version;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.referralline.TestLine;
import uk.referralline.casework.Disposition;
import uk.referralline.duty.Role;

/** What is promised, and what is safe, as a case's page tells and changes it. */
class PromisePagesTest {

    @RegisterExtension
    final TestLine line = new TestLine();

    @Test
    void onACaseThatGoesOnACallIsPromisedToTheNumberWeKnow() {
        String path = Phoned.call(line);
        Browser asha = Browser.signedIn(line, Role.MANAGER).get(path);
        attempt(asha, path, "spoke");
        asha.follow();
        asha.post(path + "/close", "version", version(asha), "outcome", "advocate-allocated")
                .follow();
        asha.post(path + "/reopen", "version", version(asha), "reopen", "She rang the ward again")
                .follow();
        asha.post(path + "/claim", "version", version(asha)).follow();
        assertThat(asha.body()).contains("Promise a call", "+447700900123");

        asha.post(path + "/promise", "version", version(asha), "known-number", "+447700900123")
                .follow();

        assertThat(asha.body()).contains("A call is promised", "Promised by ", "A message may be left");
        asha.post(path + "/promise", "version", version(asha), "known-number", "+447700900123");
        assertThat(asha.body()).contains("A call is promised on this case already.");
    }

    @Test
    void noCallIsPromisedToANumberOfAnotherPersonNorToOneThatIsBlocked() {
        String path = Phoned.call(line);
        Browser asha = Browser.signedIn(line, Role.MANAGER).get(path);
        attempt(asha, path, "asked-not-to-call");
        asha.follow();
        assertThat(asha.body()).doesNotContain("known-number");

        asha.post(path + "/promise", "version", version(asha), "known-number", "+447700900123");
        assertThat(asha.body()).contains("This number is blocked");
        asha.post(path + "/promise", "version", version(asha), "known-number", "+447700900456");
        assertThat(asha.body()).contains("Choose one of the numbers of this case.");
        assertThat(line.values("SELECT 1 FROM callback WHERE status = 'open'")).isEmpty();
    }

    @Test
    void aCallToWhoeverRefersThePersonIsWrittenUp() {
        String path = Phoned.staffCall(line);
        Browser asha = Browser.signedIn(line, Role.DUTY_ADVOCATE).get("/queue");
        assertThat(asha.body()).contains("1 message to hear").doesNotContain("A referral to complete");
        asha.get(path).post(path + "/claim", "version", version(asha)).follow();
        asha.post(
                        path + "/written-up",
                        "version",
                        version(asha),
                        "sid",
                        line.value("SELECT sid FROM recording"),
                        "note",
                        "Room 4")
                .follow();
        assertThat(asha.body()).contains("Call whoever refers them", "01632 960010");

        attempt(asha, path, "no-answer");

        assertThat(asha.follow().body()).contains("Recorded: No answer", "Called whoever refers them");
        assertThat(asha.get("/queue").body()).contains("A referral to complete").doesNotContain("No call is promised");
    }

    @Test
    void nothingIsSaidToBeAllowedOnANumberThatNobodyCalls() {
        String path = Phoned.call(line);
        Browser asha = Browser.signedIn(line, Role.MANAGER).get(path);
        assertThat(asha.body()).contains("Their own phone · a message may be left · texts allowed");

        asha.post(path + "/alert", "version", version(asha), "alert", "partner reads the phone")
                .follow();
        assertThat(asha.body()).contains("nobody calls or texts while the alert stands");
        asha.post(path + "/lift", "version", version(asha), "lift", "she came to the office")
                .follow();
        asha.post(path + "/claim", "version", version(asha)).follow();
        attempt(asha, path, "wrong-number");

        assertThat(asha.follow().body())
                .contains("Their own phone · blocked: Wrong number. Nobody calls or texts it")
                .doesNotContain("texts allowed");
    }

    @Test
    void anIncidentIsNotSettledWithoutWords() {
        String path = Phoned.call(line);
        Browser asha = Browser.signedIn(line, Role.MANAGER).get(path);
        attempt(asha, path, "wrong-number");
        asha.get("/queue");
        assertThat(asha.body()).contains("Incident to settle");

        asha.get(path);
        asha.post(path + "/settle", "version", version(asha), "settle", " ");

        assertThat(asha.body()).contains("Write what was done, in a few words.");
    }

    @Test
    void aTextIsReadFirstAndACallPromisedToWhoeverAsksForOne() {
        line.twilio().textFrom("+447700900456", "Can somebody ring me after lunch");
        String path = Phoned.newest(line);
        Browser asha = Browser.signedIn(line, Role.DUTY_ADVOCATE).get(path);
        assertThat(asha.get("/queue").body()).contains("They sent a text").doesNotContain("No call is promised");
        asha.get(path);
        asha.post(path + "/claim", "version", version(asha)).follow();

        assertThat(asha.body())
                .contains("Somebody texted us: read it", "Not said to be their own phone")
                .doesNotContain("Nothing is promised any more");
        asha.post(path + "/promise", "version", version(asha), "known-number", "+447700900456")
                .follow();
        assertThat(asha.body()).contains("How did the call end?", "Do not leave a message.");
    }

    @Test
    void whatHappenedAtOnceStandsInTheOrderInWhichItFollows() {
        String path = Phoned.call(line);
        Browser asha = Browser.signedIn(line, Role.MANAGER).get(path);

        attempt(asha, path, "wrong-number");

        assertThat(asha.follow().body())
                .containsSubsequence(
                        "<strong>Opened an incident",
                        "<strong>Blocked a number",
                        "<strong>Wrong number",
                        "<strong>Took the case",
                        "<strong>Text sent",
                        "<strong>Was promised a call",
                        "<strong>Called the line");
    }

    @Test
    void nobodyCallsWhoMustNotBePhonedByALinkedCase() {
        String path = Phoned.call(line);
        String other = Phoned.staffCall(line);
        Browser asha = Browser.signedIn(line, Role.MANAGER).get(other);
        asha.post(other + "/need", "version", version(asha), "need", "contact-by-text-only");
        asha.get(path);
        assertThat(asha.body()).doesNotContain("they must not be phoned");

        asha.post(
                path + "/link",
                "version",
                version(asha),
                "other",
                other.substring("/case/".length()),
                "link-why",
                "She said so");

        asha.get(path);
        asha.post(path + "/claim", "version", version(asha)).follow();
        assertThat(asha.body())
                .contains("it is noted that they must not be phoned", "Do not call.", "note the same need on this case")
                .doesNotContain("line-call__number", "What to say");
        asha.post(path + "/need", "version", version(asha), "need", "contact-by-text-only")
                .follow();
        assertThat(asha.body())
                .contains("Make contact in the way they asked for")
                .doesNotContain("How did the call end?");
    }

    @Test
    void aCallIsNotPromisedToWhoMustNotBePhonedByALinkedCase() {
        String path = Phoned.call(line);
        String other = Phoned.staffCall(line);
        Browser asha = Browser.signedIn(line, Role.MANAGER).get(other);
        asha.post(other + "/need", "version", version(asha), "need", "contact-by-text-only");
        attempt(asha.get(path), path, "spoke");
        String linked = other.substring("/case/".length());
        asha.get(path).post(path + "/link", "version", version(asha), "other", linked, "link-why", "She said so");
        assertThat(asha.get(path).body()).doesNotContain("known-number");

        asha.post(path + "/promise", "version", version(asha), "known-number", "+447700900123");

        assertThat(asha.body()).contains("On a linked case it is noted that this person must not be phoned.");
    }

    @Test
    void whoeverWasNotReachedInTimeIsCalledAtOnceWhenACallIsPromisedAgain() {
        String path = Phoned.call(line);
        Browser asha = Browser.signedIn(line, Role.MANAGER).get(path);
        attempt(asha, path, "wrong-number");
        String number = "+447700900123";
        asha.get(path)
                .post(path + "/unblock", "version", version(asha), "blocked", number, "unblock-why", "It was my slip");
        line.setTime("2026-12-01T10:00");
        Browser ben = Browser.signedIn(line, Role.MANAGER).get(path);

        ben.post(path + "/promise", "version", version(ben), "known-number", number);

        assertThat(line.value("SELECT due_at = '2026-12-01T10:00Z' FROM callback WHERE status = 'open'"))
                .isEqualTo("t");
    }

    @ParameterizedTest
    @EnumSource(
            value = Disposition.class,
            names = {"SPOKE", "NO_ANSWER", "WRONG_NUMBER", "ASKED_NOT_TO_CALL", "HANDED_OVER"})
    void aSlipInTheRecordOfACallIsUndoneAtOnceAndAllIsAsItWas(Disposition slip) {
        String path = Phoned.call(line);
        Browser asha = Browser.signedIn(line, Role.DUTY_ADVOCATE).get(path);
        String was = state();
        attempt(asha, path, slip.word());
        asha.follow();
        assertThat(state()).isNotEqualTo(was);
        assertThat(asha.body()).contains("id=\"undo-attempt\"");

        asha.post(path + "/undo-attempt", "version", version(asha)).follow();

        assertThat(state()).isEqualTo(was);
        assertThat(asha.body())
                .contains("The record of the call is taken back", "How did the call end?", "Tried to call")
                .doesNotContain("id=\"undo-attempt\"", "Nobody calls or texts it");
        assertThat(line.values("SELECT 1 FROM number_block WHERE lifted_at IS NULL"))
                .isEmpty();
        assertThat(line.values("SELECT 1 FROM incident WHERE settled_at IS NULL"))
                .isEmpty();
        attempt(asha, path, "spoke");
        assertThat(asha.follow().body()).contains("Recorded: Spoke to the person");
    }

    private String state() {
        return line.value("SELECT callback::text || ' ' || case_record.due_at FROM callback"
                + " JOIN case_record ON case_record.id = case_id ORDER BY callback.id DESC LIMIT 1");
    }

    @Test
    void aRecordIsNotUndoneByAnotherNorAfterSomethingElse() {
        String path = Phoned.call(line);
        Browser asha = Browser.signedIn(line, Role.MANAGER).get(path);
        attempt(asha, path, "no-answer");
        asha.follow();
        Browser ben = Browser.signedIn(line, Role.MANAGER).get(path);
        assertThat(ben.body()).doesNotContain("undo-attempt");
        ben.post(path + "/take-over", "version", version(ben), "take-over", "called away");
        ben.get(path).post(path + "/undo-attempt", "version", version(ben));
        assertThat(ben.body()).contains("Only the last thing on a case is undone, by whoever did it");

        ben.get(path).post(path + "/need", "version", version(ben), "need", "easy-read");
        assertThat(asha.get(path).body()).doesNotContain("undo-attempt");
        assertThat(line.values("SELECT 1 FROM callback_attempt")).hasSize(1);
    }

    @Test
    void aWardIsCalledOnThePhonesThatWeKnowOfIt() {
        String path = Phoned.call(line);
        line.value("UPDATE callback SET number = NULL, place = 'st-michaels' RETURNING 1");
        Browser asha = Browser.signedIn(line, Role.MANAGER).get(path);
        asha.post(path + "/claim", "version", version(asha)).follow();

        assertThat(asha.body()).contains("Example Ward 3: 01632 960204");
    }

    @Test
    void nobodyIsCalledUnreachableWhomNobodyTriedToReach() {
        line.twilio().textFrom("+447700900456", "Can somebody ring me after lunch");
        String path = Phoned.newest(line);
        Browser asha = Browser.signedIn(line, Role.MANAGER).get(path);
        asha.post(path + "/close", "version", version(asha), "outcome", "could-not-reach");
        assertThat(asha.body()).contains("No call is recorded on this case");

        asha.post(
                path + "/close", "version", version(asha), "outcome", "could-not-reach", "close-why", "asked the ward");
        assertThat(asha.follow().body()).contains("The case is closed: Could not be reached");
    }

    @Test
    void whoeverWasPromisedACallAndNotReachedIsNotDoneWith() {
        String path = Phoned.call(line);
        Browser asha = Browser.signedIn(line, Role.MANAGER).get(path);
        String due = line.value("SELECT due_at FROM callback");
        attempt(asha, path, "wrong-number");
        asha.get(path);
        asha.post(path + "/settle", "version", version(asha), "settle", "It was my slip")
                .follow();
        assertThat(asha.body())
                .contains("Nobody has spoken to this person yet.", "Look for another way and")
                .doesNotContain("Promise a call, or look", "id=\"known-number\"");
        asha.post(
                path + "/unblock",
                "version",
                version(asha),
                "blocked",
                "+447700900123",
                "unblock-why",
                "It was my slip");
        line.setTime("2026-11-25T10:00");
        Browser ben = Browser.signedIn(line, Role.MANAGER).get(path);

        ben.post(path + "/promise", "version", version(ben), "known-number", "+447700900123");

        assertThat(line.value("SELECT due_at FROM callback WHERE status = 'open'"))
                .isEqualTo(due);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0909 879 0001", "070 1234 5678", "0123"})
    void aNumberThatWeNeverCallIsNotTaken(String number) {
        String path = Phoned.call(line);
        Browser asha = Browser.signedIn(line, Role.MANAGER).get(path);

        asha.post(path + "/number", "version", version(asha), "number", number);

        assertThat(asha.status()).isEqualTo(422);
        assertThat(asha.body()).contains("This is no number that we may call: check it.");
    }

    private static void attempt(Browser browser, String path, String disposition) {
        browser.post(path + "/attempt", "version", version(browser), "disposition", disposition, "attempt-note", "");
    }
}
