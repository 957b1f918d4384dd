package uk.referralline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.referralline.sandbox.SandboxCall;

/** Whole calls: the sandbox dials, a real server answers, a real PostgreSQL keeps. */
class CallerTest {
    private static final String MOBILE = "+447700900123";

    @RegisterExtension
    final TestLine line = new TestLine();

    @AfterEach
    void twilioHadNothingToComplainAbout() {
        assertThat(line.twilio().problems()).isEmpty();
    }

    @Test
    void aCallerOnTheirOwnMobileIsPromisedACallAndTextedSo() {
        SandboxCall call = bookFromOwnMobile();

        assertThat(call.heard().toString())
                .contains("We will call you by 5pm on Friday 27 November.")
                .contains("Your reference is");
        call.speaks(Duration.ofSeconds(2)).presses("#");
        assertThat(call.heard().toString()).contains("Goodbye.");
        assertThat(call.hasEnded()).isTrue();
        assertThat(line.values("SELECT number || ' ' || due_at FROM callback")).hasSize(1);
        assertThat(line.value("SELECT kind FROM case_record")).isEqualTo("self-referral");

        line.runDue();

        assertThat(line.twilio().textsTo(MOBILE))
                .singleElement()
                .satisfies(text -> assertThat(text.body())
                        .isEqualTo("Thank you for calling. We will call you by 5pm on Friday 27 November."
                                + " To change this, call us on 0306 999 0100. Please do not reply to this text."));
        assertThat(line.value("SELECT status FROM text_message")).isEqualTo("delivered");
    }

    @Test
    void theReferenceThatIsSpokenIsTheOneThatIsKept() {
        SandboxCall call = bookFromOwnMobile();

        String spoken = String.join(" ", call.heard())
                .replaceAll(".*Your reference is", "")
                .replaceAll("[^0-9]", "");
        assertThat(spoken).startsWith(line.value("SELECT reference FROM case_record"));
    }

    @Test
    void everyCallHasItsCaseFromTheFirstWord() {
        line.callFrom("anonymous");

        assertThat(line.value("SELECT status || ' ' || queue FROM case_record")).isEqualTo("open duty");
        assertThat(line.value("SELECT count(*) FROM call JOIN case_record ON case_record.id = case_id"))
                .isEqualTo("1");
    }

    @Test
    void aWithheldCallerIsAskedForANumber() {
        for (String withheld : new String[] {"anonymous", "+266696687", "", "+7378742833", "Restricted"}) {
            SandboxCall call = line.callFrom(withheld).presses("1").presses("1");

            assertThat(call.heard().toString()).contains("Key in a number");
        }
        assertThat(line.values("SELECT caller_number FROM call WHERE caller_number IS NOT NULL"))
                .isEmpty();
    }

    @Test
    void aHangUpLeavesACallbackOnceASafeNumberIsKnown() {
        line.callFrom(MOBILE)
                .presses("1")
                .presses("1")
                .presses("1")
                .presses("1")
                .hangsUp();

        assertThat(line.value("SELECT number FROM callback WHERE status = 'open'"))
                .isEqualTo(MOBILE);
        assertThat(line.values("SELECT name || '=' || value FROM case_fact ORDER BY id"))
                .contains("in-hospital=yes", "number=" + MOBILE);
    }

    @Test
    void aHangUpAtTheGreetingLeavesAClosedCaseWithItsOutcome() {
        line.callFrom(MOBILE).hangsUp();

        assertThat(line.value("SELECT status || ' ' || outcome FROM case_record"))
                .isEqualTo("closed nothing-asked");
    }

    @Test
    void aSilentCallerIsOfferedAMessageWithinTwoPromptsAndEndsInWords() {
        SandboxCall call = line.callFrom("anonymous").staysSilent().staysSilent();

        assertThat(call.heard().toString()).contains("Please leave a message for a person.");

        call.staysSilent().staysSilent();
        assertThat(call.heard().toString()).contains("call 111").contains("Goodbye.");
        assertThat(call.hasEnded()).isTrue();
    }

    @Test
    void aLeftMessageIsKeptByItsRecordingAndDueTheNextWorkingDay() {
        SandboxCall call = line.callFrom("anonymous")
                .presses("0")
                .speaks(Duration.ofSeconds(20))
                .presses("#");
        if (!call.hasEnded()) {
            call.presses("1");
        }

        assertThat(call.heard().toString()).contains("by 5pm on Wednesday 25 November");
        assertThat(line.value("SELECT purpose || ' ' || status || ' ' || seconds FROM recording"))
                .isEqualTo("message completed 20");
        assertThat(line.value("SELECT urgency FROM case_record")).isEqualTo("U2");
    }

    @Test
    void professionalsLeaveAReferralWithAReferenceByText() {
        SandboxCall call = line.callFrom("+447700900200");
        for (String keys : new String[] {"2", "1", "2", "07700900200#", "1", "#", "4", "1"}) {
            call.presses(keys);
        }
        call.speaks(Duration.ofSeconds(30)).presses("#");
        while (!call.hasEnded()) {
            call.presses("1");
        }

        assertThat(call.heard().toString())
                .contains("Your referral is with us.")
                .contains("Your reference is");
        assertThat(line.value("SELECT referrer_role || ' ' || agreement || ' ' || person_status FROM referral"))
                .isEqualTo("clinician-or-amhp cannot-decide short-hold-or-not-sure");
        assertThat(line.value("SELECT eligibility FROM referral")).isEqualTo("not-yet");
        assertThat(line.value("SELECT purpose FROM recording")).isEqualTo("details");

        line.runDue();
        assertThat(line.twilio().textsTo("+447700900200"))
                .singleElement()
                .satisfies(text -> assertThat(text.body()).startsWith("Referral received. Reference "));
    }

    @Test
    void aPersonWhoSaidNoIsCountedWithoutIdentity() {
        line.callFrom("+441632960100").presses("2").presses("2").presses("4").presses("1");

        assertThat(line.value("SELECT name || ' ' || count FROM tally")).isEqualTo("said-no 1");
        assertThat(line.value("SELECT status || ' ' || outcome FROM case_record"))
                .isEqualTo("closed person-said-no");
        assertThat(line.values("SELECT case_id FROM referral")).isEmpty();
    }

    @Test
    void aKeyedReferenceUsesTheEarlierCaseAndItsOneCallback() {
        bookFromOwnMobile();
        String reference = line.value("SELECT reference FROM case_record");

        SandboxCall call = line.callFrom("anonymous");
        for (String keys :
                new String[] {"3", "2", reference + "#", "1", "2", "07700900321#", "1", "2", "2", "2", "2"}) {
            call.presses(keys);
        }

        assertThat(call.heard().toString()).contains("We will be in touch by").doesNotContain("Your reference is");
        assertThat(line.values("SELECT number FROM callback WHERE status = 'open'"))
                .containsExactly("+447700900321");
        assertThat(line.value("SELECT count(DISTINCT case_id) FROM call")).isEqualTo("1");
        assertThat(line.values("SELECT outcome FROM case_record WHERE status = 'closed'"))
                .containsExactly("continued-in-another-case");
        assertThat(line.values("SELECT detail FROM audit_entry JOIN case_record ON case_record.id::text = subject_id"
                        + " WHERE subject_kind = 'case' AND status = 'closed'"))
                .containsExactly("went-on-in-another");
    }

    @Test
    void anUnknownReferenceSoundsJustTheSame() {
        bookFromOwnMobile();
        String reference = line.value("SELECT reference FROM case_record");

        String known = String.join(
                " ",
                line.callFrom("anonymous")
                        .presses("3")
                        .presses("2")
                        .presses(reference + "#")
                        .heard());
        String unknown = String.join(
                " ",
                line.callFrom("anonymous")
                        .presses("3")
                        .presses("2")
                        .presses("4815164#")
                        .heard());

        assertThat(unknown).isEqualTo(known);
    }

    @Test
    void stoppedTextsAreNeverSentAgain() {
        SandboxCall stop =
                line.callFrom(MOBILE).presses("3").presses("1").presses("1").presses("1");
        assertThat(stop.heard().toString()).contains("We will not text that number any more.");

        bookFromOwnMobile();
        line.runDue();

        assertThat(line.twilio().textsTo(MOBILE)).isEmpty();
        assertThat(line.value("SELECT status || ' ' || refusal FROM text_message"))
                .isEqualTo("refused stopped");
    }

    @Test
    void whoeverWantsNoMoreCallsIsNotCalledUntilAPersonSaysSo() {
        bookFromOwnMobile().hangsUp();

        SandboxCall stop =
                line.callFrom(MOBILE).presses("3").presses("1").presses("2").presses("1");

        assertThat(stop.heard().toString()).contains("We will not call or text that number any more.");
        assertThat(line.value("SELECT reason FROM contact_alert WHERE lifted_at IS NULL"))
                .isEqualTo("asked-us-not-to-call");
        assertThat(line.value("SELECT status FROM callback")).isEqualTo("open");
        assertThat(line.values("SELECT subject_id FROM audit_entry WHERE detail = 'alert'"))
                .isEqualTo(line.values("SELECT case_id FROM callback"));
    }

    @Test
    void aPersonWhoMustNotBePhonedHasNoCallback() {
        SandboxCall call = line.callFrom(MOBILE);
        for (String key : new String[] {"1", "1", "1", "2", "2", "2", "1", "1", "3"}) {
            call.presses(key);
        }

        assertThat(call.heard().toString()).contains("We will not phone you.");
        assertThat(line.values("SELECT id FROM callback")).isEmpty();
        assertThat(line.value("SELECT kind || ' ' || status FROM case_record")).isEqualTo("self-referral open");
        assertThat(line.values("SELECT value FROM case_fact WHERE name = 'need'"))
                .containsExactly("contact-by-text-only");
        assertThat(line.value("SELECT need FROM case_need WHERE blocks_phone")).isEqualTo("contact-by-text-only");
    }

    @Test
    void aKeyedReferenceNeverPromisesAPhoneCallThatTheEarlierCaseRulesOut() {
        SandboxCall first = line.callFrom(MOBILE);
        for (String key : new String[] {"1", "1", "1", "2", "2", "2", "1", "1", "3"}) {
            first.presses(key);
        }
        first.hangsUp();
        String reference = line.value("SELECT reference FROM case_record");

        SandboxCall again = line.callFrom(MOBILE);
        for (String keys : new String[] {"3", "2", reference + "#", "1", "1", "1", "2", "2", "1", "1", "2"}) {
            again.presses(keys);
        }
        line.runDue();

        assertThat(again.heard().toString()).contains("We will be in touch by").doesNotContain("We will call");
        assertThat(line.values("SELECT id FROM callback")).isEmpty();
        assertThat(line.twilio().textsTo(MOBILE)).isEmpty();
    }

    @Test
    void aCancelledRequestEndsWithThatOutcomeAndItsCaseStaysForAPerson() {
        bookFromOwnMobile().hangsUp();
        String reference = line.value("SELECT reference FROM case_record");

        line.callFrom("anonymous")
                .presses("3")
                .presses("2")
                .presses(reference + "#")
                .presses("2");

        assertThat(line.value("SELECT status || ' ' || outcome FROM callback")).isEqualTo("ended cancelled-by-caller");
        assertThat(line.value("SELECT status FROM case_record WHERE reference = '" + reference + "'"))
                .isEqualTo("open");
    }

    @Test
    void aMessageThatIsRecordedAgainIsErasedHereAndAtTheProvider() {
        SandboxCall call = line.callFrom("anonymous")
                .presses("0")
                .speaks(Duration.ofSeconds(9))
                .presses("#");

        call.presses("2");
        assertThat(call.heard().toString()).contains("/Recordings/RE");
        call.presses("3").speaks(Duration.ofSeconds(4)).presses("#").presses("1");
        line.runDue();

        assertThat(line.values("SELECT status FROM recording ORDER BY left_at, status"))
                .containsExactlyInAnyOrder("erased", "completed");
        assertThat(line.twilio().requests())
                .anyMatch(request ->
                        request.method().equals("DELETE") && request.path().contains("/Recordings/RE"));
    }

    @Test
    void aCallerInPolishIsSpokenToByAPolishVoice() {
        SandboxCall call = line.callFrom(MOBILE).presses("9").presses("1");

        assertThat(call.heard().toString()).contains("Są 4 możliwości.");
        assertThat(call.transcript())
                .anyMatch(
                        said -> said.text().contains("Są 4") && said.language().equals("pl-PL"));
    }

    @Test
    void aCallerWhoseCallWeLostBeginsAnewWithACase() {
        SandboxCall call = line.callFrom(MOBILE);
        line.jdbi().useHandle(handle -> {
            handle.execute("DELETE FROM call_turn");
            handle.execute("DELETE FROM call");
        });

        call.presses("1");

        assertThat(call.heard().toString()).contains("Hello. This is the advocacy line");
        assertThat(line.value("SELECT count(*) FROM call")).isEqualTo("1");
    }

    @Test
    void aFailureOfOursIsToldInWordsAndTheCallGoesOn() {
        SandboxCall call = line.callFrom(MOBILE);
        line.owner().useHandle(handle -> handle.execute("ALTER TABLE call_turn RENAME TO call_turn_gone"));

        call.presses("1");

        assertThat(call.heard().toString())
                .contains("Sorry, something went wrong on our side.")
                .contains("call 999");
        assertThat(call.heard().toString()).contains("Please call us again later today.");
        assertThat(call.hasEnded()).isTrue();
    }

    private SandboxCall bookFromOwnMobile() {
        SandboxCall call = line.callFrom(MOBILE);
        for (String key : new String[] {"1", "1", "1", "2", "2", "1", "1", "2"}) {
            call.presses(key);
        }
        return call;
    }

    @Test
    void aNeedSaidBeforeAReferenceIsKeyedGoesWithTheCallerToTheirEarlierCase() {
        SandboxCall first = line.callFrom("+447700900123");
        for (String key : new String[] {"1", "1", "1", "2", "2", "1", "1", "2"}) {
            first.presses(key);
        }
        first.hangsUp();
        String reference = line.value("SELECT reference FROM case_record");

        SandboxCall second = line.callFrom("+447700900124");
        for (String keys : new String[] {"9", "4", "1", "3", "2", reference + "#"}) {
            second.presses(keys);
        }

        assertThat(line.values("SELECT case_record.reference || ' ' || need FROM case_need JOIN case_record"
                        + " ON case_record.id = case_id ORDER BY need"))
                .containsExactly(reference + " extra-time", reference + " relay-uk");
        assertThat(line.values("SELECT DISTINCT detail FROM audit_entry WHERE detail IN ('need', 'join-case')"))
                .as("what only notes a need is in the audit too")
                .containsExactlyInAnyOrder("need", "join-case");
    }

    @Test
    void whatAReferrerNeedsToTalkIsNotWhatThePersonNeeds() {
        SandboxCall call = line.callFrom("+441632960010");
        for (String keys : new String[] {"9", "4", "1", "2", "2", "1", "01632960010#", "1", "#", "1", "2"}) {
            call.presses(keys);
        }
        call.hangsUp();

        assertThat(line.value("SELECT kind FROM case_record")).isEqualTo("professional-referral");
        assertThat(line.value("SELECT need FROM case_need")).isEqualTo("none");
    }
}
