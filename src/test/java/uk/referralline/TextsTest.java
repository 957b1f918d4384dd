package uk.referralline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import uk.referralline.casework.CaseId;
import uk.referralline.number.PhoneNumber;
import uk.referralline.sandbox.Life;
import uk.referralline.sandbox.RestFault;
import uk.referralline.sandbox.SandboxCall;
import uk.referralline.sandbox.SandboxText;
import uk.referralline.sms.NewText;

/** Law L5 and L6: a text goes only where it is allowed, and never twice. */
class TextsTest {
    private static final String MOBILE = "+447700900123";

    @RegisterExtension
    final TestLine line = new TestLine();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE contact_permission SET own_phone = false | not-their-own-phone",
                "UPDATE contact_permission SET may_text = false | not-agreed",
                "UPDATE contact_permission SET number = '+447700900124' | not-their-own-phone",
                "UPDATE text_message SET number = '+441632960123' | not-a-uk-mobile",
                "UPDATE text_message SET number = '+447624900123' | not-a-uk-mobile",
                "UPDATE text_message SET number = '+33612345678' | not-a-uk-mobile",
                "INSERT INTO contact_alert (case_id, reason, raised_at) SELECT id, 'x', now() FROM case_record | contact-alert",
            })
    void anyOneConditionThatNoLongerHoldsWhenItIsSentStopsIt(String change, String why) {
        book();
        line.jdbi().useHandle(handle -> handle.execute(change));

        line.runDue();

        assertThat(line.twilio().messagePosts()).isZero();
        assertThat(line.value("SELECT status || ' ' || refusal FROM text_message"))
                .isEqualTo("refused " + why);
    }

    @Test
    void aCallerWhoChosePolishGetsThePolishText() {
        bookInPolish();

        line.runDue();

        assertThat(line.twilio().textsTo(MOBILE))
                .extracting(SandboxText::body)
                .containsExactly("Dziekujemy za telefon. Zadzwonimy do godziny 17:00, piatek 27 listopada."
                        + " Aby to zmienic, zadzwon: 0306 999 0100. Prosimy nie odpisywac na SMS.");
    }

    @Test
    void aStopByTextHoldsForATextThatIsAlreadyWaiting() {
        book();
        line.twilio().textFrom(MOBILE, " Stop. ");

        line.runDue();

        assertThat(line.value("SELECT status || ' ' || refusal FROM text_message"))
                .isEqualTo("refused stopped");
        assertThat(line.values("SELECT encode(number_hash, 'hex') FROM suppression"))
                .singleElement()
                .asString()
                .hasSize(64);
    }

    @Test
    void aStartByTextAllowsTextsAgain() {
        line.twilio().textFrom(MOBILE, "STOP");
        line.twilio().textFrom(MOBILE, "START");
        book();

        line.runDue();

        assertThat(line.value("SELECT status FROM text_message")).isEqualTo("delivered");
    }

    @Test
    void anyOtherTextBecomesACaseAndIsNotAnswered() {
        line.twilio().textFrom(MOBILE, "please help me stop this");

        assertThat(line.value("SELECT urgency || ' ' || status || ' ' || queue FROM case_record"))
                .isEqualTo("U2 open duty");
        line.runDue();
        assertThat(line.twilio().messagePosts()).isZero();
    }

    @Test
    void tooManyRequestsIsTriedAgainUntilItIsTaken() {
        book();
        line.twilio().faults().nextRest(2, RestFault.TOO_MANY_REQUESTS);

        for (int minutes = 1; minutes <= 4; minutes++) {
            line.runDue();
            line.setTime("2026-11-24T10:" + (15 + minutes));
        }

        assertThat(line.twilio().messagePosts()).isEqualTo(3);
        assertThat(line.twilio().textsTo(MOBILE)).hasSize(1);
        assertThat(line.value("SELECT status FROM outbox")).isEqualTo("done");
    }

    @ParameterizedTest
    @EnumSource(
            value = RestFault.class,
            names = {"SERVER_ERROR", "UNAVAILABLE", "CLOSES"})
    void anUnclearAnswerIsNeverRepeatedAndTheTextIsLostInTheEnd(RestFault fault) {
        book();
        line.twilio().faults().nextRest(1, fault);

        line.runDue();
        assertThat(line.value("SELECT status FROM text_message")).isEqualTo("unknown");
        line.setTime("2026-11-24T10:17");
        line.runDue();
        line.setTime("2026-11-24T10:25");
        line.runDue();

        assertThat(line.twilio().messagePosts()).isEqualTo(1);
        assertThat(line.value("SELECT status FROM text_message")).isEqualTo("lost");
    }

    @Test
    void aTextThatWasTakenInSpiteOfAnErrorIsFoundByItsCallback() {
        book();
        line.twilio().faults().nextRest(1, RestFault.TAKES_AND_SERVER_ERROR);

        line.runDue();

        assertThat(line.twilio().messagePosts()).isEqualTo(1);
        assertThat(line.value("SELECT status FROM text_message")).isEqualTo("delivered");
    }

    @Test
    void aTextThatWasTakenInSpiteOfAnErrorIsFoundByAskingWhenNoCallbackComes() {
        book();
        line.twilio().faults().dropCallbacks();
        line.twilio().faults().nextRest(1, RestFault.TAKES_AND_SERVER_ERROR);
        line.runDue();
        assertThat(line.value("SELECT status FROM text_message")).isEqualTo("unknown");

        line.setTime("2026-11-24T10:17");
        line.runDue();

        assertThat(line.twilio().messagePosts()).isEqualTo(1);
        assertThat(line.value("SELECT status FROM text_message")).isEqualTo("delivered");
        assertThat(line.value("SELECT provider_sid FROM text_message")).startsWith("SM");
    }

    @Test
    void aCallbackThatComesBeforeTheAnswerIsNotUndoneByIt() {
        book();
        line.twilio().faults().callbacksBeforeAnswers();

        line.runDue();

        assertThat(line.value("SELECT status FROM text_message")).isEqualTo("delivered");
        assertThat(line.values("SELECT status FROM text_message_event ORDER BY id"))
                .contains("sent", "delivered");
    }

    @Test
    void deliveryStatusOnlyMovesForwardAndEveryEventIsKept() {
        book();
        line.twilio().faults().reverseCallbacks();
        line.twilio().faults().holdCallbacks();
        line.runDue();
        line.twilio().faults().deliverHeldReversed();

        assertThat(line.value("SELECT status FROM text_message")).isEqualTo("delivered");
        assertThat(line.values("SELECT status FROM text_message_event")).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void aTextThatCouldNotBeDeliveredSaysWhy() {
        book();
        line.twilio().faults().textsGo(Life.undelivered(30005));

        line.runDue();

        assertThat(line.value("SELECT status || ' ' || error_code FROM text_message"))
                .isEqualTo("undelivered 30005");
    }

    @Test
    void aWorkerThatDiedInTheMiddleNeverSendsTwice() {
        book();
        line.jdbi().useHandle(handle -> {
            handle.execute("UPDATE outbox SET status = 'attempting', next_at = ?", line.time());
            handle.execute("UPDATE text_message SET status = 'trying', tried_at = asked_at");
        });

        line.setTime("2026-11-24T10:17");
        line.runDue();
        line.setTime("2026-11-24T10:25");
        line.runDue();

        assertThat(line.twilio().messagePosts()).isZero();
        assertThat(line.value("SELECT status FROM text_message")).isEqualTo("lost");
    }

    @Test
    void aTextThatComesTooLateToBeTrueIsNotSent() {
        book();
        line.setTime("2026-11-24T14:16");

        line.runDue();

        assertThat(line.twilio().messagePosts()).isZero();
        assertThat(line.value("SELECT status FROM text_message")).isEqualTo("expired");
    }

    @Test
    void aConfirmationOfTheCallJustMadeGoesAtAnyHour() {
        line.setTime("2026-11-25T03:00");
        book();

        line.runDue();

        assertThat(line.twilio().textsTo(MOBILE)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T20:00, 2026-11-25T08:59, 2026-11-25T09:00",
        "2026-11-27T18:00, 2026-11-28T08:59, 2026-11-28T09:00",
    })
    void anyOtherTextKeepsQuietHours(String asked, String tooEarly, String allowed) {
        book();
        line.runDue();
        line.setTime(asked);
        queue(line.time());

        line.setTime(tooEarly);
        line.runDue();
        assertThat(line.twilio().textsTo(MOBILE)).hasSize(1);
        line.setTime(allowed);
        line.runDue();

        assertThat(line.twilio().textsTo(MOBILE)).hasSize(2);
    }

    @Test
    void twoNodesSendEachTextOnce() throws Exception {
        book();
        inTransaction(handle -> {
            for (int i = 0; i < 60; i++) {
                line.node().texts().queue(handle, missedYou("many " + i, line.time()));
            }
        });
        try (Line other = line.anotherNode()) {
            var one = new Thread(line.node()::runDue);
            var two = new Thread(other::runDue);
            one.start();
            two.start();
            one.join();
            two.join();
        }

        assertThat(line.twilio().messagePosts()).isEqualTo(61);
    }

    private void queue(Instant at) {
        inTransaction(handle -> line.node().texts().queue(handle, missedYou("missed " + at, at)));
    }

    private void inTransaction(Consumer<Handle> work) {
        line.jdbi().useTransaction(work::accept);
    }

    private static NewText missedYou(String key, Instant at) {
        return new NewText(
                new CaseId(1), "missed-you", Map.of("day", "Monday 30 November"), new PhoneNumber(MOBILE), key, at);
    }

    private void book() {
        book("1", "1", "1", "2", "2", "1", "1", "2");
    }

    /** By the key for another language, in the middle of the first question. */
    private void bookInPolish() {
        book("1", "9", "1", "1", "1", "2", "2", "1", "1", "2");
    }

    private void book(String... keys) {
        SandboxCall call = line.callFrom(MOBILE);
        for (String key : keys) {
            call.presses(key);
        }
        call.speaks(Duration.ofSeconds(2)).presses("#");
    }
}
