package uk.referralline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.referralline.duty.Advocates;
import uk.referralline.duty.NewAdvocate;
import uk.referralline.duty.Role;
import uk.referralline.number.PhoneNumber;
import uk.referralline.sandbox.CallStatus;
import uk.referralline.sandbox.SandboxCall;
import uk.referralline.sandbox.Waiting;

/** Whole calls in which 0 rings the phones of whoever is on duty. */
class TransferTest {
    private static final String CALLER = "+447700900123";
    private static final String ADVOCATE = "+447700900201";
    private static final String COLLEAGUE = "+447700900202";
    private static final String THIRD = "+447700900203";
    private static final String CALL = "CA" + "b".repeat(32);
    private static final String LEG = "CA" + "c".repeat(32);
    private static final String OTHER_LEG = "CA" + "d".repeat(32);

    @RegisterExtension
    final TestLine line = new TestLine();

    @BeforeEach
    void twoAreOnDuty() {
        line.putOnDuty(ADVOCATE, COLLEAGUE);
    }

    @Test
    void zeroRingsWhoeverIsOnDutyAndTheCallerTalksToWhoTakesTheCall() {
        SandboxCall call = line.callFrom(CALLER).presses("0");
        assertThat(call.heard().toString()).contains("We will try to put you through to a person.");
        assertThat(call.waitingFor()).isEqualTo(new Waiting.Dialling(List.of(ADVOCATE, COLLEAGUE)));

        SandboxCall advocate = call.answers(COLLEAGUE);
        assertThat(advocate.heard())
                .containsExactly("A caller of the advocacy line is waiting. To take the call, press 1.");
        assertThat(call.waitingFor()).isInstanceOf(Waiting.Dialling.class);
        advocate.presses("1");

        assertThat(call.waitingFor()).isEqualTo(new Waiting.Bridged());
        assertThat(facts()).containsExactly("transfer=ringing", "transfer=taken", "transfer-leg=" + advocate.sid());
        noTroubleAtTheProvider();
    }

    @Test
    void whoeverTookACallIsInTheAuditOfItsCaseOnce() {
        line.jdbi()
                .useTransaction(handle -> new Advocates()
                        .add(
                                handle,
                                new NewAdvocate(
                                        "Asha Bell",
                                        "asha@example.org",
                                        Role.DUTY_ADVOCATE,
                                        Optional.of(new PhoneNumber(ADVOCATE))),
                                line.time()));

        line.callFrom(CALLER).presses("0").answers(ADVOCATE).presses("1").hangsUp();
        line.callFrom(CALLER).presses("0").answers(COLLEAGUE).presses("1");

        assertThat(line.values("""
                        SELECT actor_kind || ' ' || action || ' ' || subject_kind || ' ' || (subject_id = call.case_id::text)
                          FROM audit_entry
                          JOIN call ON call.case_id::text = subject_id
                         WHERE detail = 'put-through'
                         ORDER BY seq
                        """)).containsExactly("advocate call case true", "service call case true");
    }

    @Test
    void whenTheAdvocateHangsUpTheCallerHearsSoAndTheCaseStaysOpen() {
        SandboxCall call = line.callFrom(CALLER).presses("0");
        SandboxCall advocate = call.answers(ADVOCATE).presses("1");

        advocate.speaks(Duration.ofMinutes(20)).hangsUp();

        assertThat(call.heard().toString()).contains("That call has ended.", "Goodbye.");
        assertThat(call.hasEnded()).isTrue();
        assertTheCaseIsOpenAndDue();
        noTroubleAtTheProvider();
    }

    @Test
    void whenTheCallerHangsUpWhileTalkingTheCaseStaysOpenAndNothingIsPromised() {
        SandboxCall call =
                line.callFrom(CALLER).presses("1").presses("1").presses("1").presses("0");
        SandboxCall advocate = call.answers(ADVOCATE).presses("1");

        call.hangsUp();

        assertThat(advocate.hasEnded()).isTrue();
        assertTheCaseIsOpenAndDue();
        assertThat(line.values("SELECT id FROM callback")).isEmpty();
        assertThat(line.value("SELECT status FROM call")).isEqualTo("completed");
        noTroubleAtTheProvider();
    }

    @Test
    void theAdvocatesPhoneShowsTheLinesOwnNumberAndHearsNothingOfTheCaller() {
        SandboxCall call = line.callFrom(CALLER).presses("0");

        SandboxCall advocate = call.answers(ADVOCATE);

        assertThat(advocate.from()).isEqualTo(TestLine.LINE);
        assertThat(advocate.heard().toString()).doesNotContain("0123", "7700");
    }

    @Test
    void aTransferIsNotRecordedAndTellsNothingInItsAddresses() {
        String document = dialled();

        assertThat(document)
                .contains("record=\"do-not-record\"", "callerId=\"" + TestLine.LINE + "\"", "answerOnBridge=\"true\"")
                .contains("timeout=\"30\"", "/voice/whisper/" + CALL + "/2/0", "/voice/whisper/" + CALL + "/2/1");
        assertThat(document.replaceAll(">\\+[0-9]+<", "").replace(TestLine.LINE, ""))
                .doesNotContain(ADVOCATE.substring(1), COLLEAGUE.substring(1), CALLER.substring(1));
    }

    @Test
    void whenNobodyAnswersTheCallerHearsSoAndLeavesAMessage() {
        SandboxCall call = line.callFrom(CALLER).presses("0").nobodyAnswers();

        assertThat(call.heard().toString())
                .contains("Sorry, nobody could take your call just now.", "Please leave a message for a person.");
        call.speaks(Duration.ofSeconds(9)).presses("#").presses("1");

        assertThat(call.heard().toString()).contains("A person will listen to your message by");
        assertThat(facts()).startsWith("transfer=ringing", "transfer=not-taken");
        noTroubleAtTheProvider();
    }

    @Test
    void whenEveryPhoneIsBusyTheCallerLeavesAMessage() {
        SandboxCall call = line.callFrom(CALLER).presses("0").isBusy(ADVOCATE).isBusy(COLLEAGUE);

        assertThat(call.heard().toString()).contains("Sorry, nobody could take your call just now.");
    }

    @Test
    void aMailboxThatPicksUpNeverTalksToACallerAndTheOthersGoOnRinging() {
        SandboxCall call = line.callFrom(CALLER).presses("0");

        SandboxCall mailbox = call.answers(ADVOCATE).staysSilent().staysSilent();

        assertThat(mailbox.hasEnded()).isTrue();
        assertThat(call.heard().toString()).contains("We are still trying.");
        assertThat(call.waitingFor()).isEqualTo(new Waiting.Dialling(List.of(COLLEAGUE)));
        call.answers(COLLEAGUE).presses("1");
        assertThat(call.waitingFor()).isEqualTo(new Waiting.Bridged());
        noTroubleAtTheProvider();
    }

    @Test
    void anyKeyButOneIsNoYes() {
        line.putOnDuty(ADVOCATE);
        for (String key : new String[] {"2", "0", "*", "#"}) {
            SandboxCall call = line.callFrom(CALLER).presses("0");

            SandboxCall wrong = call.answers(ADVOCATE).presses(key);

            assertThat(wrong.heard()).containsExactly("Goodbye.");
            assertThat(call.heard().toString()).contains("Please leave a message for a person.");
        }
        assertThat(facts()).doesNotContain("transfer=taken");
    }

    @Test
    void mailboxesKeepACallerWaitingForNoMoreThanThreeRounds() {
        line.putOnDuty(ADVOCATE, COLLEAGUE, THIRD, "+447700900204");
        SandboxCall call = line.callFrom(CALLER).presses("0");

        for (String number : List.of(ADVOCATE, COLLEAGUE, THIRD)) {
            call.answers(number).staysSilent().staysSilent();
        }

        assertThat(call.heard().toString()).contains("Please leave a message for a person.");
    }

    @Test
    void whoHangsUpWhileItRingsLeavesAnOpenCase() {
        SandboxCall call = line.callFrom(CALLER).presses("0");

        call.hangsUp();

        assertThat(call.legs()).extracting(SandboxCall::status).containsOnly(CallStatus.CANCELED);
        assertTheCaseIsOpenAndDue();
        assertThat(line.value("SELECT status FROM call")).isEqualTo("completed");
        noTroubleAtTheProvider();
    }

    @Test
    void whoHangsUpDuringTheWhisperIsNotTalkedTo() {
        SandboxCall call = line.callFrom(CALLER).presses("0");
        SandboxCall advocate = call.answers(ADVOCATE);

        call.hangsUp();

        assertThat(advocate.hasEnded()).isTrue();
        assertThat(line.value("SELECT status FROM call")).isEqualTo("completed");
    }

    @Test
    void nobodyIsRungWhileTheLineIsClosedAndNobodySaysThatWeTry() {
        line.setTime("2026-11-28T11:00");

        SandboxCall call = line.callFrom(CALLER).presses("0");

        assertThat(call.heard().toString())
                .contains("Please leave a message for a person.")
                .doesNotContain("We will try");
        assertThat(call.legs()).isEmpty();
    }

    @Test
    void nobodyIsRungWhenNobodyIsOnDuty() {
        line.putOnDuty();

        SandboxCall call = line.callFrom(CALLER).presses("0");

        assertThat(call.heard().toString())
                .contains("Please leave a message for a person.")
                .doesNotContain("We will try");
    }

    @Test
    void whoComesOnDutyDuringACallCanBeRung() {
        line.putOnDuty();
        SandboxCall call = line.callFrom(CALLER).presses("1");

        line.putOnDuty(THIRD);
        call.presses("0");

        assertThat(call.waitingFor()).isEqualTo(new Waiting.Dialling(List.of(THIRD)));
    }

    @Test
    void noMoreThanTenPhonesRing() {
        List<String> many = new ArrayList<>();
        for (int n = 10; n < 25; n++) {
            many.add("+4477009003" + n);
        }
        line.putOnDuty(many.toArray(String[]::new));

        assertThat(line.callFrom(CALLER).presses("0").legs()).hasSize(10);
    }

    @Test
    void aSilentCallerIsPutThroughToAPerson() {
        SandboxCall call = line.callFrom("anonymous").staysSilent().staysSilent();

        assertThat(call.waitingFor()).isInstanceOf(Waiting.Dialling.class);
    }

    @Test
    void aMessageLeftBeforeTheCallWasTakenIsListenedTo() {
        SandboxCall call = line.callFrom(CALLER).presses("0").nobodyAnswers();
        call.speaks(Duration.ofSeconds(9)).presses("#").presses("0");

        call.answers(ADVOCATE).presses("1").hangsUp();

        assertThat(call.heard().toString()).contains("That call has ended.");
        assertThat(line.value("SELECT urgency FROM case_record")).isEqualTo("U2");
    }

    @Test
    void aWholeTransferWithEveryWebhookTwiceIsOneTransfer() {
        line.twilio().faults().deliverTwice();

        SandboxCall call = line.callFrom(CALLER).presses("0");
        call.answers(ADVOCATE).staysSilent().staysSilent();
        SandboxCall advocate = call.answers(COLLEAGUE).presses("1");
        advocate.hangsUp();

        assertThat(call.heard().toString()).contains("That call has ended.");
        assertThat(facts()).containsExactly("transfer=ringing", "transfer=taken", "transfer-leg=" + advocate.sid());
        assertThat(line.value("SELECT count(*) FROM call")).isEqualTo("1");
        assertThat(line.value("SELECT count(*) FROM audit_entry WHERE detail = 'put-through'"))
                .isEqualTo("1");
        noTroubleAtTheProvider();
    }

    @Test
    void theTurnThatRingsGetsTheSameAnswerAgainWhoeverIsOnDutyThen() {
        String first = dialled();

        line.putOnDuty(THIRD);
        String again =
                webhook().post("/voice/turn/1", "CallSid", CALL, "Digits", "0").body();

        assertThat(again).isEqualTo(first).contains(ADVOCATE).doesNotContain(THIRD);
    }

    @Test
    void ofTwoAdvocatesWhoTakeTheCallOneIsPutThroughAndHearsTheSameWhenAskedAgain() {
        dialled();
        whisper(0, LEG);
        whisper(1, OTHER_LEG);

        String winner = take(1, OTHER_LEG);
        String loser = take(0, LEG);
        String again = take(1, OTHER_LEG);

        assertThat(winner).contains("<Response/>");
        assertThat(loser).contains("Sorry, nobody waits any more.", "<Hangup/>");
        assertThat(again).isEqualTo(winner);
        assertThat(facts()).containsExactly("transfer=ringing", "transfer=taken", "transfer-leg=" + OTHER_LEG);
    }

    @Test
    void ofManyKeysAtTheSameInstantOnTwoNodesOneTakesTheCall() throws Exception {
        dialled();
        var webhook = webhook();
        List<Callable<String>> keys = new ArrayList<>();
        try (Line other = line.anotherNode()) {
            for (int n = 0; n < 20; n++) {
                int port = n % 2 == 0 ? line.node().port() : other.port();
                String path = "/voice/take/" + CALL + "/2/" + (n % 2);
                String leg = n % 2 == 0 ? LEG : OTHER_LEG;
                keys.add(() ->
                        webhook.to(port, path, "CallSid", leg, "Digits", "1").body());
            }
            List<String> answers = atOnce(keys);

            assertThat(answers.stream().filter(each -> each.contains("<Response/>")))
                    .hasSize(10);
            assertThat(answers.stream().distinct()).hasSize(2);
        }
        assertThat(facts()).hasSize(3);
    }

    @Test
    void aPhoneThatPicksUpTooLateIsToldSoAndHungUp() {
        dialled();
        webhook().post("/voice/turn/2", "CallSid", CALL, "DialCallStatus", "no-answer", "DialBridged", "false");

        assertThat(whisper(0, LEG)).contains("Sorry, nobody waits any more.", "<Hangup/>");
        assertThat(take(0, LEG)).contains("Sorry, nobody waits any more.", "<Hangup/>");
        assertThat(facts()).containsExactly("transfer=ringing", "transfer=not-taken");
    }

    @Test
    void addressesThatNobodyGaveAreToldThatNobodyWaits() {
        dialled();

        for (String path : List.of(CALL + "/2/7", CALL + "/9/0", CALL + "/x/-1", LEG + "/2/0", "call/2/0")) {
            assertThat(webhook().post("/voice/whisper/" + path, "CallSid", LEG).body())
                    .as(path)
                    .contains("<Hangup/>")
                    .doesNotContain("<Gather");
            assertThat(webhook()
                            .post("/voice/take/" + path, "CallSid", LEG, "Digits", "1")
                            .body())
                    .as(path)
                    .contains("<Hangup/>");
        }
    }

    @Test
    void anUnsignedWhisperIsRefused() {
        dialled();

        assertThat(webhook()
                        .raw(line.node().port(), "/voice/take/" + CALL + "/2/0", "Digits=1", "no")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void completedAloneIsNoConversation() {
        dialled();
        whisper(0, LEG);
        whisper(1, OTHER_LEG);

        String after = webhook()
                .post("/voice/turn/2", "CallSid", CALL, "DialCallStatus", "completed", "DialBridged", "true")
                .body();

        assertThat(after).contains("Sorry, nobody could take your call just now.");
    }

    @Test
    void whoWasTakenButNeverPutThroughIsOfferedAMessage() {
        dialled();
        take(0, LEG);

        String after = webhook()
                .post("/voice/turn/2", "CallSid", CALL, "DialCallStatus", "completed", "DialBridged", "false")
                .body();

        assertThat(after).contains("Sorry, nobody could take your call just now.");
        assertThat(facts()).last().isEqualTo("transfer=not-taken");
    }

    @Test
    void aFailureAfterAConversationRingsNobodyAgain() {
        dialled();
        take(0, LEG);

        String resumed = webhook().post("/voice/resume/1", "CallSid", CALL).body();

        assertThat(resumed).contains("That call has ended.").doesNotContain("<Dial");
    }

    @Test
    void aFailureOfOursWhileItRingsPutsNobodyThrough() {
        dialled();
        line.owner().useHandle(handle -> handle.execute("ALTER TABLE case_fact RENAME TO case_fact_gone"));

        assertThat(take(0, LEG)).contains("Sorry, something went wrong.", "<Hangup/>");
    }

    @Test
    void aPhoneThatRangIsNeverTakenForACaller() {
        dialled();

        String body = webhook()
                .post("/voice/fallback", "CallSid", LEG, "ParentCallSid", CALL, "ErrorCode", "11205")
                .body();
        String resumed = webhook()
                .post("/voice/resume/1", "CallSid", LEG, "ParentCallSid", CALL)
                .body();

        assertThat(body).contains("Sorry");
        assertThat(resumed).contains("<Hangup/>");
        assertThat(line.value("SELECT count(*) FROM call")).isEqualTo("1");
    }

    @Test
    void aLongConversationIsNotTakenForALostCall() {
        SandboxCall call = line.callFrom(CALLER).presses("0");
        SandboxCall advocate = call.answers(ADVOCATE).presses("1");

        line.setTime("2026-11-24T12:00");
        line.node().endLostCalls();
        assertThat(line.value("SELECT status FROM call")).isEqualTo("in-progress");
        advocate.hangsUp();

        assertThat(call.heard().toString()).contains("That call has ended.");
    }

    @Test
    void aConversationWhoseEndNobodyToldUsOfEnds() {
        line.callFrom(CALLER).presses("0").answers(ADVOCATE).presses("1");

        line.setTime("2026-11-24T15:00");
        line.node().endLostCalls();

        assertThat(line.value("SELECT status FROM call")).isEqualTo("completed");
        assertTheCaseIsOpenAndDue();
    }

    /** A call whose second turn, 0, rings. */
    private String dialled() {
        webhook().post("/voice/incoming", "CallSid", CALL, "From", CALLER);
        String document =
                webhook().post("/voice/turn/1", "CallSid", CALL, "Digits", "0").body();
        assertThat(document).contains("<Dial");
        return document;
    }

    private String whisper(int phone, String leg) {
        return webhook()
                .post("/voice/whisper/" + CALL + "/2/" + phone, "CallSid", leg)
                .body();
    }

    private String take(int phone, String leg) {
        return webhook()
                .post("/voice/take/" + CALL + "/2/" + phone, "CallSid", leg, "Digits", "1")
                .body();
    }

    private Webhook webhook() {
        return new Webhook(line);
    }

    private List<String> facts() {
        return line.values("SELECT name || '=' || value FROM case_fact WHERE name LIKE 'transfer%' ORDER BY id");
    }

    private void assertTheCaseIsOpenAndDue() {
        assertThat(line.value("SELECT status || ' ' || queue FROM case_record WHERE due_at IS NOT NULL"))
                .isEqualTo("open duty");
    }

    private void noTroubleAtTheProvider() {
        assertThat(line.twilio().problems()).isEmpty();
    }

    private static List<String> atOnce(List<Callable<String>> tasks) throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        try {
            List<String> answers = new ArrayList<>();
            for (Future<String> answer : pool.invokeAll(tasks)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }
}
