package uk.referralline.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.referralline.TestLine;
import uk.referralline.duty.AdvocateId;
import uk.referralline.duty.OpeningHours;
import uk.referralline.number.PhoneNumber;
import uk.referralline.sandbox.SandboxCall;

/** Keeping the promise to call. */
class CallbacksTest {

    @RegisterExtension
    final TestLine line = new TestLine();

    private Desk desk;
    private AdvocateId asha;

    @BeforeEach
    void begin() {
        desk = new Desk(line);
        asha = desk.advocate("Asha");
    }

    @Test
    void twoCallsAndAMessageAreOneCallbackWithThreeEvents() {
        CaseId id = desk.promised();
        desk.run(handle -> desk.casework.requestCallback(
                handle, id, Desk.OWN, Desk.EVERYTHING, new Casework.Asked(Urgency.U3, line.time())));
        desk.run(handle -> desk.casework.takeMessage(handle, id, new Casework.Asked(Urgency.U3, line.time())));

        assertThat(desk.ask("SELECT count(*) FROM callback")).isEqualTo("1");
        assertThat(desk.ask("SELECT string_agg(kind, ', ' ORDER BY id) FROM callback_event"))
                .isEqualTo("asked, asked, message-left");
    }

    @Test
    void whoeverDoesNotAnswerIsTriedAgainInAnotherPartOfTheDayAndThatIsWhenTheCaseIsDue() {
        CaseId id = desk.promised();

        Optional<Instant> next = attempt(id, Disposition.NO_ANSWER);

        assertThat(next).hasValueSatisfying(at -> assertThat(at).isAfter(time("2026-11-24T12:00")));
        assertThat(desk.ask(
                        "SELECT due_at = ?::timestamptz FROM case_record",
                        next.orElseThrow().toString()))
                .isEqualTo("t");
        assertThat(desk.ask("SELECT status || attempts FROM callback")).isEqualTo("open1");
    }

    @Test
    void whoeverPrefersTheMorningIsTriedInTheMorning() {
        CaseId id = desk.promised();
        desk.run(handle -> desk.desks.callbacks().prefer(handle, desk.edit(id, asha), Optional.of("morning")));
        line.setTime("2026-11-24T11:30");

        Optional<Instant> next = attempt(id, Disposition.NO_ANSWER);

        assertThat(next).contains(time("2026-11-25T09:00"));
    }

    @Test
    void aTryThatIsPlannedForAnotherPartOfTheDayMovesIntoTheOneThatThePersonPrefers() {
        line.setTime("2026-11-24T14:00");
        CaseId id = desk.promised();
        assertThat(attempt(id, Disposition.NO_ANSWER)).contains(time("2026-11-25T09:00"));
        line.setTime("2026-11-24T14:30");

        assertThat(prefer(id, "afternoon")).contains(time("2026-11-25T12:00"));
        assertThat(desk.ask(
                        "SELECT (next_at = ?::timestamptz)::text || (case_record.due_at = next_at)::text"
                                + " FROM callback, case_record",
                        time("2026-11-25T12:00").toString()))
                .isEqualTo("truetrue");

        assertThat(prefer(id, "afternoon")).as("it is there already").isEmpty();
        assertThat(prefer(id, "morning")).contains(time("2026-11-25T09:00"));
        line.setTime("2026-11-25T10:30");
        assertThat(prefer(id, "afternoon")).as("that was missed").contains(time("2026-11-25T12:00"));
        line.setTime("2026-11-27T16:00");
        assertThat(prefer(id, "morning"))
                .as("after the weekend, not in the past")
                .contains(time("2026-11-30T09:00"));
    }

    @Test
    void aPreferenceMovesNoTryTooCloseToTheLastOne() {
        CaseId id = desk.promised();
        line.setTime("2026-11-24T11:30");
        assertThat(attempt(id, Disposition.NO_ANSWER)).contains(time("2026-11-24T13:30"));
        desk.run(handle -> desk.desks
                .callbacks()
                .plan(handle, desk.edit(id, asha), line.time().plus(Duration.ofMinutes(10))));
        line.setTime("2026-11-24T11:35");

        assertThat(prefer(id, "afternoon")).contains(time("2026-11-24T13:30"));
    }

    @Test
    void aPreferenceBeforeAnyTryIsPlannedMovesNothing() {
        CaseId id = desk.promised();
        String due = due(id);

        assertThat(prefer(id, "afternoon")).isEmpty();
        assertThat(due(id)).isEqualTo(due);
    }

    private Optional<Instant> prefer(CaseId id, String part) {
        return desk.with(handle -> desk.desks.callbacks().prefer(handle, desk.edit(id, asha), Optional.of(part)));
    }

    @Test
    void afterThreeAttemptsAPersonDecidesAndNotSooner() {
        CaseId id = desk.promised();
        assertThatThrownBy(() ->
                        desk.run(handle -> desk.desks.callbacks().giveUp(handle, desk.edit(id, asha), "nobody there")))
                .isInstanceOf(Refused.class)
                .hasMessage("This person was promised a call: try 3 times before you stop.");
        attempt(id, Disposition.NO_ANSWER);
        line.setTime("2026-11-24T14:00");
        attempt(id, Disposition.NOT_IN);
        line.setTime("2026-11-25T10:00");
        Optional<Instant> fourth = attempt(id, Disposition.NO_ANSWER);

        assertThat(fourth).isEmpty();
        assertThat(desk.ask("SELECT undecided FROM callback")).isEqualTo("t");
        desk.run(handle -> desk.desks.callbacks().giveUp(handle, desk.edit(id, asha), "ward says they went home"));
        assertThat(desk.ask("SELECT outcome FROM callback")).isEqualTo("given-up");
    }

    @Test
    void whoeverAsksAgainAfterThreeAttemptsIsTriedOnceMoreBeforeAPersonStops() {
        CaseId id = desk.promised();
        for (String at : List.of("2026-11-24T10:30", "2026-11-24T14:00", "2026-11-25T10:00")) {
            line.setTime(at);
            attempt(id, Disposition.NO_ANSWER);
        }
        line.setTime("2026-11-25T11:00");
        desk.run(handle -> desk.casework.requestCallback(
                handle, id, Desk.OWN, Desk.EVERYTHING, new Casework.Asked(Urgency.U3, line.time())));

        assertThatThrownBy(() ->
                        desk.run(handle -> desk.desks.callbacks().giveUp(handle, desk.edit(id, asha), "nobody there")))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Another try is due");

        line.setTime("2026-11-25T15:00");
        attempt(id, Disposition.NO_ANSWER);
        desk.run(handle -> desk.desks.callbacks().giveUp(handle, desk.edit(id, asha), "nobody there"));
        assertThat(desk.ask("SELECT outcome FROM callback")).isEqualTo("given-up");
    }

    @Test
    void thePersonWhoDecidesMayTryAFourthTime() {
        CaseId id = desk.promised();
        attempt(id, Disposition.NO_ANSWER);
        attempt(id, Disposition.NO_ANSWER);
        attempt(id, Disposition.NO_ANSWER);

        Instant friday = time("2026-11-27T11:00");
        desk.run(handle -> desk.desks.callbacks().plan(handle, desk.edit(id, asha), friday));

        assertThat(desk.ask(
                        "SELECT undecided::text || (next_at = ?::timestamptz)::text FROM callback", friday.toString()))
                .isEqualTo("falsetrue");
    }

    @Test
    void aMessageIsLeftOnlyWhereThePersonAgreed() {
        CaseId id = desk.promised(Desk.OWN, Desk.NOTHING);

        assertThatThrownBy(() -> attempt(id, Disposition.MESSAGE_LEFT))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("This person has not agreed to messages on this number");
        assertThat(desk.ask("SELECT count(*) FROM callback_attempt")).isEqualTo("0");

        assertThat(attempt(desk.promised(), Disposition.MESSAGE_LEFT)).isPresent();
    }

    @Test
    void aWrongNumberIsBlockedAtOnceOnEveryCaseAndIsAnIncident() {
        CaseId id = desk.promised();
        CaseId other = desk.promised();

        attempt(id, Disposition.WRONG_NUMBER);

        assertThat(desk.ask("SELECT outcome FROM callback WHERE case_id = ?", id.value()))
                .isEqualTo("wrong-number");
        assertThat(desk.whyNoCall(other))
                .contains("This number is blocked: it was a wrong number, or they asked us not to call.");
        assertThat(desk.ask("SELECT kind FROM incident WHERE settled_at IS NULL"))
                .isEqualTo("wrong-number");
        assertThatThrownBy(() -> close(id)).isInstanceOf(Refused.class).hasMessageContaining("An incident is open");

        desk.run(handle ->
                desk.desks.safety().settle(handle, desk.edit(id, asha), "Apologised; the ward had an old number"));
        close(id);
        assertThat(desk.ask("SELECT outcome FROM case_record WHERE id = ?", id.value()))
                .isEqualTo("helped-now");
    }

    @Test
    void aWrongNumberOfAWardIsAnIncidentThoughNoNumberIsKeptToBlock() {
        CaseId id = desk.with(handle -> {
            CaseId opened = desk.casework.open(handle, line.time()).id();
            desk.casework.requestWardCallback(
                    handle, opened, "caludon-centre", new Casework.Asked(Urgency.U2, line.time()));
            return opened;
        });

        attempt(id, Disposition.WRONG_NUMBER);

        assertThat(desk.ask("SELECT kind FROM incident WHERE settled_at IS NULL"))
                .isEqualTo("wrong-number");
        assertThatThrownBy(() -> close(id)).isInstanceOf(Refused.class).hasMessageContaining("An incident is open");
    }

    @Test
    void aBlockIsLiftedByNameAndReasonOnly() {
        CaseId id = desk.promised();
        attempt(id, Disposition.ASKED_NOT_TO_CALL);

        assertThatThrownBy(() ->
                        desk.run(handle -> desk.desks.safety().unblock(handle, desk.edit(id, asha), Desk.OWN, "")))
                .isInstanceOf(Refused.class);
        desk.run(handle ->
                desk.desks.safety().unblock(handle, desk.edit(id, asha), Desk.OWN, "They rang and want calls again"));

        assertThat(desk.ask("SELECT lifted_by FROM number_block")).isEqualTo(Long.toString(asha.value()));
    }

    @ParameterizedTest
    @EnumSource(
            value = Disposition.class,
            names = {"SPOKE", "ASKED_NOT_TO_CALL", "HANDED_OVER", "WRONG_NUMBER"})
    void theseEndACallbackAndTheCaseStaysOpenAndDue(Disposition disposition) {
        CaseId id = desk.promised();

        attempt(id, disposition);

        assertThat(desk.ask("SELECT status || ' ' || outcome FROM callback")).isEqualTo("ended " + disposition.word());
        assertThat(desk.ask("SELECT status FROM case_record")).isEqualTo("open");
    }

    @Test
    void noCaseIsClosedWhileACallIsPromisedWhateverTheStatement() {
        CaseId id = desk.promised();

        assertThatThrownBy(() -> close(id))
                .isInstanceOf(Refused.class)
                .hasMessage("A call is promised on this case: record how the call ended, then close.");
        assertThatThrownBy(() -> desk.ask(
                        "UPDATE case_record SET status = 'closed', outcome = 'x', closed_at = due_at RETURNING id"))
                .rootCause()
                .hasMessageContaining("a callback of case");
    }

    @Test
    void whoeverWasSpokenToIsNotSaidToBeOutOfReach() {
        CaseId id = desk.promised();
        attempt(id, Disposition.SPOKE);

        assertThatThrownBy(() -> close(id, CaseOutcome.COULD_NOT_REACH))
                .isInstanceOf(Refused.class)
                .hasMessage(
                        "The last call reached this person: choose what became of it, or record a call that did not.");

        line.setTime("2026-11-25T11:00");
        attempt(id, Disposition.NO_ANSWER);
        close(id, CaseOutcome.COULD_NOT_REACH);
        assertThat(desk.ask("SELECT outcome FROM case_record")).isEqualTo("could-not-reach");
    }

    @Test
    void toHaveSpokenToAReferrerIsNotToHaveReachedThePerson() {
        CaseId id = referral();
        attempt(id, Disposition.SPOKE);

        desk.run(handle -> desk.desks
                .cases()
                .close(handle, desk.edit(id, asha), CaseOutcome.COULD_NOT_REACH, "The ward says she has left"));

        assertThat(desk.ask("SELECT outcome FROM case_record")).isEqualTo("could-not-reach");
    }

    @Test
    void aCallThatWasRecordedTwiceIsRecordedOnce() {
        CaseId id = desk.promised();
        Edit seen = desk.edit(id, asha);
        var attempt = new NewAttempt(Disposition.NO_ANSWER, Optional.empty(), Optional.empty());
        desk.run(handle -> desk.desks.callbacks().attempted(handle, seen, attempt));

        assertThatThrownBy(() -> desk.run(handle -> desk.desks.callbacks().attempted(handle, seen, attempt)))
                .isInstanceOfSatisfying(
                        Stale.class,
                        stale -> assertThat(stale.since()).singleElement().satisfies(event -> {
                            assertThat(event.kind()).isEqualTo(CaseEvent.Kind.CALL_ATTEMPTED);
                            assertThat(event.advocate()).contains(asha);
                            assertThat(event.becomes()).contains("no-answer");
                        }));
        assertThat(desk.ask("SELECT count(*) FROM callback_attempt")).isEqualTo("1");
    }

    @Test
    void aColleaguesCaseIsNotRecordedOn() {
        CaseId id = desk.promised();
        AdvocateId ben = desk.advocate("Ben");
        desk.run(handle -> desk.desks.claims().claim(handle, id, desk.by(ben)));

        assertThatThrownBy(() -> attempt(id, Disposition.SPOKE))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(" is dealing with this case now.");
    }

    @Test
    void anotherNumberIsAnotherPermission() {
        CaseId id = desk.promised();
        var ward = new PhoneNumber("+441632960200");

        desk.run(handle -> desk.desks
                .cases()
                .number(handle, desk.edit(id, asha), new NewNumber(ward, new Permissions(false, false, false))));

        assertThat(desk.ask("SELECT number FROM callback")).isEqualTo(ward.e164());
        assertThat(desk.ask("SELECT string_agg(may_leave_message::text, ' ') FROM contact_permission"))
                .isEqualTo("false false");
        assertThatThrownBy(() -> attempt(id, Disposition.MESSAGE_LEFT)).isInstanceOf(Refused.class);
    }

    private Optional<Instant> attempt(CaseId id, Disposition disposition) {
        var attempt = new NewAttempt(disposition, Optional.empty(), Optional.empty());
        return desk.with(handle -> desk.desks
                .callbacks()
                .attempted(handle, desk.edit(id, asha), attempt)
                .nextAt());
    }

    private void close(CaseId id) {
        close(id, CaseOutcome.HELPED_NOW);
    }

    private void close(CaseId id, CaseOutcome outcome) {
        desk.run(handle -> desk.desks.cases().close(handle, desk.edit(id, asha), outcome, ""));
    }

    private static Instant time(String local) {
        return LocalDateTime.parse(local).atZone(OpeningHours.LONDON).toInstant();
    }

    @Test
    void aWrongNumberOnAReferralIsBlockedAndAnIncidentAndNobodyCallsItAgain() {
        CaseId id = referral();

        attempted(id, Disposition.WRONG_NUMBER, Optional.empty());

        assertThat(desk.ask("SELECT (SELECT count(*) FROM number_block) || ' ' || (SELECT count(*) FROM incident)"))
                .isEqualTo("1 1");
        assertThat(desk.whyNoCall(referral()).orElseThrow()).contains("This number is blocked");
    }

    @Test
    void noMessageIsLeftForAReferrerWhoWasNotAsked() {
        CaseId id = referral();

        assertThatThrownBy(() -> attempted(id, Disposition.MESSAGE_LEFT, Optional.empty()))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aTryIsNotPutOffForMonths() {
        CaseId id = desk.promised();
        Instant farAway = line.time().plus(Duration.ofDays(29));

        assertThatThrownBy(() -> attempted(id, Disposition.NO_ANSWER, Optional.of(farAway)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("more than 28 days away");
        assertThatThrownBy(() -> desk.run(handle -> desk.desks.callbacks().plan(handle, desk.edit(id, asha), farAway)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void beforeTheFirstTryWhatWasPromisedStaysDue() {
        CaseId id = desk.promised();
        String due = due(id);

        desk.run(handle -> desk.desks
                .callbacks()
                .plan(handle, desk.edit(id, asha), line.time().plus(Duration.ofDays(10))));

        assertThat(due(id)).isEqualTo(due);
    }

    @Test
    void aCallThatSucceededDoesNotPutOffAMessageThatNobodyHeard() {
        CaseId id = desk.promised();
        SandboxCall call = line.callFrom("+447700900126");
        desk.run(handle -> {
            desk.casework.takeMessage(handle, id, new Casework.Asked(Urgency.U1, line.time()));
            handle.execute(
                    "INSERT INTO recording (sid, call_sid, case_id, purpose, status, seconds, left_at)"
                            + " VALUES (?, ?, ?, 'message', 'completed', 8, ?)",
                    "RE" + "a".repeat(32),
                    call.sid(),
                    id,
                    line.time());
        });
        String due = due(id);

        attempted(id, Disposition.SPOKE, Optional.empty());

        assertThat(due(id)).isEqualTo(due);
    }

    private String due(CaseId id) {
        return desk.ask("SELECT due_at FROM case_record WHERE id = ?", id.value());
    }

    private void attempted(CaseId id, Disposition disposition, Optional<Instant> next) {
        var attempt = new NewAttempt(disposition, next, Optional.empty());
        desk.run(handle -> desk.desks.callbacks().attempted(handle, desk.edit(id, asha), attempt));
    }

    private CaseId referral() {
        return desk.with(handle -> {
            CaseId id = desk.casework.open(handle, line.time()).id();
            var details = new ReferralDetails(
                    "ward-staff",
                    new PhoneNumber("+441632960010"),
                    Optional.empty(),
                    "yes",
                    Optional.empty(),
                    Optional.empty());
            desk.casework.openReferral(handle, id, details, false, new Casework.Asked(Urgency.U3, line.time()));
            return id;
        });
    }
}
