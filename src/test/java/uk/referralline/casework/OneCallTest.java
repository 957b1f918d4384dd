package uk.referralline.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.referralline.TestLine;
import uk.referralline.duty.AdvocateId;
import uk.referralline.number.PhoneNumber;

/** What becomes of a call that is to be made from another case of the same person, when that one ends. */
class OneCallTest {
    private static final PhoneNumber OTHER = new PhoneNumber("+447700900124");

    @RegisterExtension
    final TestLine line = new TestLine();

    private Desk desk;
    private AdvocateId asha;
    private CaseId first;
    private CaseId last;

    /** Somebody who asked on two cases, and is to be called from the last, on another number than the first. */
    @BeforeEach
    void begin() {
        desk = new Desk(line);
        asha = desk.advocate("Asha");
        first = desk.promised();
        later();
        last = desk.promised(OTHER, Desk.EVERYTHING);
        link(first, last);
        later();
    }

    @Test
    void whoIsNotAtTheNumberTheyGaveLastIsCalledOnTheOneTheyGaveFirst() {
        Callbacks.Attempted done = attempt(last, Disposition.WRONG_NUMBER);

        assertThat(done.calls().again()).containsExactly(first);
        assertThat(waiting()).containsExactly(first);
        assertThat(desk.ask("SELECT reason FROM case_event WHERE case_id = ? ORDER BY id DESC LIMIT 1", first.value()))
                .isEqualTo("The number that was called on a linked case was a wrong one.");
    }

    @Test
    void whoGaveTheSameWrongNumberTwiceIsNotCalledOnItAgain() {
        CaseId same = desk.promised(OTHER, Desk.EVERYTHING);
        link(last, same);
        later();

        attempt(same, Disposition.WRONG_NUMBER);

        assertThat(waiting()).containsExactly(first);
    }

    @Test
    void theRecordOfAWrongNumberThatWasASlipIsTakenBackAndThePersonWaitsOnce() {
        attempt(last, Disposition.WRONG_NUMBER);

        Calls calls = desk.with(handle -> desk.desks.slips().undo(handle, desk.edit(last, asha)));

        assertThat(calls.moved()).containsExactly(first);
        assertThat(waiting()).containsExactly(last);
    }

    @Test
    void whoCannotBeReachedOnTheNumberTheyGaveLastIsTriedOnTheOneTheyGaveFirst() {
        for (int n = 0; n < 3; n++) {
            attempt(last, Disposition.NO_ANSWER);
        }

        Calls calls = desk.with(handle -> desk.desks.callbacks().giveUp(handle, desk.edit(last, asha), "three times"));

        assertThat(calls.again()).containsExactly(first);
        assertThat(waiting()).containsExactly(first);
    }

    @Test
    void whoCancelsOneRequestIsStillCalledForTheOther() {
        desk.run(handle -> desk.casework.cancel(handle, last, line.time()));

        assertThat(waiting()).containsExactly(first);
    }

    @Test
    void aRequestThatWasCancelledIsNotPromisedAgainWhenTheLinkIsTakenAway() {
        desk.run(handle -> desk.casework.cancel(handle, first, line.time()));
        assertThat(waiting()).containsExactly(last);

        unlink();

        assertThat(waiting()).containsExactly(last);
        close(first);
    }

    @Test
    void whoeverSaysNoToAReferralIsStillCalledForWhatTheyAskedThemselves() {
        referral(last);

        ReferralDesk.Forgotten forgotten = saidNo(last);

        assertThat(forgotten.calls().again()).containsExactly(first);
        assertThat(waiting()).containsExactly(first);
        assertThat(desk.ask("SELECT count(*) FROM callback WHERE case_id = ?", last.value()))
                .isEqualTo("0");
    }

    @Test
    void whoeverSaysNoLeavesNoNumberOnACaseThatTheirsWasMergedWithByMistake() {
        unlink();
        CaseId other =
                desk.with(handle -> desk.casework.open(handle, line.time()).id());
        referral(last);
        merge(last, other);
        undo(last);
        assertThat(desk.hints(other)).as("the number was never this case's").isEmpty();

        saidNo(last);

        assertThat(desk.ask("SELECT count(*) FROM callback WHERE number = ?", OTHER.e164()))
                .isEqualTo("0");
        assertThat(waiting()).containsExactly(first);
    }

    @Test
    void aCaseIsNotClosedWhileTheCallThatWasPromisedOnItIsToBeMadeFromAnother() {
        assertThatThrownBy(() -> close(first))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(desk.ask("SELECT reference FROM case_record WHERE id = ?", last.value())
                        .replaceAll("(..)(?=.)", "$1 "));

        attempt(last, Disposition.SPOKE);

        assertThatThrownBy(() -> close(first, CaseOutcome.COULD_NOT_REACH))
                .as("they were spoken to")
                .isInstanceOf(Refused.class);
        close(first);
    }

    @Test
    void whoWasPromisedACallThatWasMadeToSomebodyElseIsCalledWhenTheirClosedCaseIsOpenedAgain() {
        attempt(last, Disposition.SPOKE);
        close(first);

        assertThat(unlink().closed()).containsExactly(first);
        assertThat(waiting()).as("an advocate has closed it").isEmpty();

        Calls calls = desk.with(handle -> desk.desks.cases().reopen(handle, desk.edit(first, asha), "two sisters"));
        assertThat(calls.again()).containsExactly(first);
        assertThat(waiting()).containsExactly(first);
    }

    @Test
    void aMessageIsAnsweredByTheOneCallOnWhicheverCaseItIsLeft() {
        desk.run(handle -> desk.casework.takeMessage(handle, first, new Casework.Asked(Urgency.U2, line.time())));

        assertThat(desk.ask("""
                        SELECT string_agg(kind, ', ' ORDER BY callback_event.id)
                          FROM callback_event
                          JOIN callback ON callback.id = callback_id
                         WHERE case_id = ?
                        """, last.value())).isEqualTo("asked, message-left");
    }

    @Test
    void whatWasKeptWeeksAgoIsNotPromisedAgainWhenTheLinkIsTakenAway() {
        attempt(last, Disposition.SPOKE);
        later();
        desk.run(handle -> desk.casework.requestCallback(
                handle, first, Desk.OWN, Desk.EVERYTHING, new Casework.Asked(Urgency.U3, line.time())));
        attempt(first, Disposition.SPOKE);

        unlink();

        assertThat(waiting()).isEmpty();
    }

    @Test
    void anotherNumberBringsNoCallBackThatWasKeptFromALinkedCase() {
        unlink();
        attempt(first, Disposition.WRONG_NUMBER);
        number(first, "+447700900125");
        link(first, last);
        later();
        desk.run(handle -> desk.casework.requestCallback(
                handle, last, OTHER, Desk.EVERYTHING, new Casework.Asked(Urgency.U3, line.time())));
        number(first, "+447700900126");
        assertThat(waiting()).as("it does not move either").containsExactly(last);
        attempt(last, Disposition.SPOKE);

        number(first, "+447700900127");

        assertThat(waiting()).isEmpty();
    }

    @Test
    void aWrongNumberOfAMergedCaseIsNotCalledAnewForTheOtherOnceTheyAreTwoAgain() {
        unlink();
        attempt(last, Disposition.SPOKE);
        CaseId other =
                desk.with(handle -> desk.casework.open(handle, line.time()).id());
        merge(first, other);
        attempt(other, Disposition.WRONG_NUMBER);
        undo(first);

        number(other, "+447700900125");

        assertThat(waiting()).as("they never asked").containsExactly(first);
    }

    @Test
    void whoseContactIsPromisedOtherwiseHasACaseThatIsNotClosedWithoutAWord() {
        desk.run(handle -> desk.desks
                .cases()
                .need(handle, desk.edit(last, asha), CommunicationNeed.CONTACT_BY_TEXT_ONLY, Optional.empty()));

        assertThatThrownBy(() -> close(first)).isInstanceOf(Refused.class).hasMessageContaining("otherwise");
    }

    @Test
    void twoSlipsThatAreTakenBackAtOnceMakeNoTwoCalls() {
        unlink();
        attempt(first, Disposition.SPOKE);
        attempt(last, Disposition.SPOKE);
        link(first, last);
        CompletableFuture<Void> second = desk.with(handle -> {
            desk.desks.slips().undo(handle, desk.edit(first, asha));
            CompletableFuture<Void> other = CompletableFuture.runAsync(() ->
                    desk.run(inner -> desk.desks.slips().undo(inner, desk.edit(last, asha))));
            waits(other);
            return other;
        });
        second.join();

        assertThat(waiting()).hasSize(1);
    }

    private void waits(CompletableFuture<?> other) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(5))
                .until(() -> other.isDone()
                        || !desk.ask("SELECT count(*) FROM pg_locks WHERE NOT granted")
                                .equals("0"));
    }

    private void later() {
        line.setTime(line.time().plusSeconds(3600));
    }

    private Callbacks.Attempted attempt(CaseId id, Disposition disposition) {
        later();
        var attempt = new NewAttempt(disposition, Optional.empty(), Optional.empty());
        return desk.with(handle -> desk.desks.callbacks().attempted(handle, desk.edit(id, asha), attempt));
    }

    private void link(CaseId one, CaseId other) {
        desk.run(handle -> desk.desks.links().link(handle, one, other, desk.by(asha), "She said so"));
    }

    private Calls unlink() {
        later();
        return desk.with(handle -> desk.desks.links().unlink(handle, first, last, desk.by(asha), "two sisters"));
    }

    private void merge(CaseId one, CaseId into) {
        desk.run(handle -> desk.desks.merges().merge(handle, desk.edit(one, asha), into, "the same name"));
    }

    private void undo(CaseId one) {
        later();
        desk.run(handle -> desk.desks.merges().undo(handle, one, desk.by(asha), "two sisters"));
    }

    private void number(CaseId id, String number) {
        later();
        var other = new NewNumber(new PhoneNumber(number), Desk.NOTHING);
        desk.run(handle -> desk.desks.cases().number(handle, desk.edit(id, asha), other));
    }

    private void referral(CaseId id) {
        var details = new ReferralDetails(
                "nurse", new PhoneNumber("+447700900177"), Optional.empty(), "yes", Optional.empty(), Optional.empty());
        desk.run(handle ->
                desk.casework.openReferral(handle, id, details, false, new Casework.Asked(Urgency.U3, line.time())));
    }

    private ReferralDesk.Forgotten saidNo(CaseId id) {
        later();
        return desk.with(handle -> desk.desks.referrals().saidNo(handle, desk.edit(id, asha)));
    }

    private void close(CaseId id) {
        close(id, CaseOutcome.HELPED_NOW);
    }

    private void close(CaseId id, CaseOutcome outcome) {
        later();
        desk.run(handle -> desk.desks.cases().close(handle, desk.edit(id, asha), outcome, ""));
    }

    /** The cases from which a call is to be made. */
    private List<CaseId> waiting() {
        return desk.with(
                handle -> handle.createQuery("SELECT case_id FROM callback WHERE status = 'open' ORDER BY case_id")
                        .mapTo(CaseId.class)
                        .list());
    }
}
