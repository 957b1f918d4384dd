package uk.referralline.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.referralline.TestLine;
import uk.referralline.duty.AdvocateId;
import uk.referralline.number.PhoneNumber;
import uk.referralline.sandbox.SandboxCall;

/** What was promised, left and forbidden on a merged case holds on the one that goes on, and comes back when it is undone. */
class MergedCasesTest {
    private static final PhoneNumber OTHER = new PhoneNumber("+447700900124");

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
    void aMessageLeftOnTheMergedCaseIsWrittenUpBeforeTheOtherIsClosed() {
        CaseId left = withMessage();
        CaseId goesOn = empty();
        merge(left, goesOn);
        String sid = desk.ask("SELECT sid FROM recording");

        assertThatThrownBy(() -> close(goesOn)).isInstanceOf(Refused.class).hasMessageContaining("listen to it");
        assertThat(queued(goesOn).messages()).isEqualTo(1);

        desk.run(handle -> desk.desks.safety().writtenUp(handle, goesOn, desk.by(asha), sid));
        close(goesOn);
        assertThat(desk.ask("SELECT written_up_at IS NOT NULL FROM recording")).isEqualTo("t");
    }

    @Test
    void anIncidentAndAReferralOfTheMergedCaseAreSeenOnTheOther() {
        CaseId called = desk.promised();
        attempt(called, Disposition.WRONG_NUMBER);
        CaseId referred = referral();
        CaseId goesOn = empty();
        merge(called, goesOn);
        merge(referred, goesOn);

        CaseFile file =
                desk.with(handle -> CaseFile.read(handle, goesOn, line.time()).orElseThrow());
        assertThat(file.referral()).isPresent();
        assertThat(file.openIncidents()).isEqualTo(1);
        assertThatThrownBy(() -> close(goesOn)).hasMessageContaining("incident");
        desk.run(handle -> desk.desks.safety().settle(handle, desk.edit(goesOn, asha), "apologised"));
        assertThat(desk.ask("SELECT settled_at IS NOT NULL FROM incident")).isEqualTo("t");
    }

    @Test
    void aTextOfTheMergedCaseDoesNotGoWhileAnAlertStandsOnTheOther() {
        CaseId booked = booked();
        CaseId goesOn = empty();
        merge(booked, goesOn);
        desk.run(handle -> desk.desks.safety().raise(handle, goesOn, desk.by(asha), "partner reads the phone"));

        line.runDue();

        assertThat(line.twilio().messagePosts()).isZero();
        assertThat(desk.ask("SELECT refusal FROM text_message")).isEqualTo("contact-alert");
    }

    @Test
    void aTextOfTheMergedCaseDoesNotGoToANumberThatWasChangedSince() {
        CaseId booked = booked();
        CaseId goesOn = empty();
        merge(booked, goesOn);
        desk.run(handle ->
                desk.desks.cases().number(handle, desk.edit(goesOn, asha), new NewNumber(OTHER, Desk.NOTHING)));

        line.runDue();

        assertThat(line.twilio().messagePosts()).isZero();
    }

    @Test
    void theNewestAnswerAboutMessagesHolds() {
        CaseId yes = desk.promised();
        CaseId goesOn = empty();
        merge(yes, goesOn);
        line.setTime(line.time().plusSeconds(60));
        ask(goesOn, Desk.OWN, Desk.NOTHING, Urgency.U3);

        assertThat(queued(goesOn).mayLeaveMessage()).isFalse();
        assertThatThrownBy(() -> attempt(goesOn, Disposition.MESSAGE_LEFT)).isInstanceOf(Refused.class);
    }

    @Test
    void theAttemptsThatWereMadeAreNotForgotten() {
        CaseId tried = desk.promised();
        attempt(tried, Disposition.NO_ANSWER);
        CaseId goesOn = empty();
        merge(tried, goesOn);

        assertThat(queued(goesOn).attempts()).isEqualTo(1);

        undo(tried);
        assertThat(
                        desk.ask(
                                "SELECT string_agg(case_id || ' ' || status || ' ' || attempts, ', ' ORDER BY id) FROM callback"))
                .isEqualTo("%d open 1, %d ended 1".formatted(tried.value(), goesOn.value()));
    }

    @Test
    void afterThreeAttemptsOfWhichSomeWereMadeBeforeTheMergeAPersonDecides() {
        CaseId tried = desk.promised();
        attempt(tried, Disposition.NO_ANSWER);
        line.setTime("2026-11-24T14:00");
        attempt(tried, Disposition.NOT_IN);
        CaseId goesOn = empty();
        merge(tried, goesOn);
        line.setTime("2026-11-25T10:00");

        attempt(goesOn, Disposition.NO_ANSWER);

        assertThat(desk.ask("SELECT attempts || ' ' || undecided FROM callback WHERE status = 'open'"))
                .isEqualTo("3 true");
    }

    @Test
    void aCaseThatAColleagueDealsWithIsNotMergedAway() {
        AdvocateId ben = desk.advocate("Ben");
        CaseId held = desk.promised();
        CaseId goesOn = empty();
        desk.run(handle -> desk.desks.claims().claim(handle, held, desk.by(ben)));

        assertThatThrownBy(() -> merge(held, goesOn))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("colleague");
    }

    @Test
    void aClosedCaseWhoseReferenceIsAnothersIsNotMerged() {
        CaseId closed = empty();
        close(closed);
        CaseId goesOn = empty();
        CaseId heir = empty();
        desk.run(handle -> handle.execute(
                "UPDATE case_record SET reference = (SELECT reference FROM case_record WHERE id = ?) WHERE id = ?",
                closed.value(),
                heir.value()));

        assertThatThrownBy(() -> merge(closed, goesOn))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("link the two instead");
    }

    @Test
    void aLaterMergeIsUndoneFirst() {
        CaseId first = desk.promised();
        CaseId second = empty();
        CaseId third = empty();
        String before = everything();
        merge(first, second);
        merge(second, third);

        assertThatThrownBy(() -> undo(first)).isInstanceOf(Refused.class).hasMessageContaining("undo that merge first");
        undo(second);
        undo(first);

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void aCallThatWasGoingOnComesBack() {
        line.callFrom(OTHER.e164());
        CaseId calling = new CaseId(Long.parseLong(desk.ask("SELECT case_id FROM call")));
        CaseId goesOn = desk.promised();
        merge(calling, goesOn);
        assertThat(desk.ask("SELECT case_id FROM call")).isEqualTo(String.valueOf(goesOn.value()));

        undo(calling);

        assertThat(desk.ask("SELECT case_id FROM call")).isEqualTo(String.valueOf(calling.value()));
    }

    @Test
    void whatWasPromisedSoonerSinceStaysDueSooner() {
        CaseId one = empty();
        ask(one, OTHER, Desk.NOTHING, Urgency.U2);
        CaseId goesOn = desk.promised();
        merge(one, goesOn);
        line.setTime(line.time().plusSeconds(60));
        ask(goesOn, Desk.OWN, Desk.EVERYTHING, Urgency.U1);
        String due = due(goesOn);

        undo(one);

        assertThat(due(goesOn)).isEqualTo(due);
    }

    @Test
    void anUrgencyGoesOnWithItsReasonAndBackWithIt() {
        CaseId one = empty();
        desk.run(handle -> desk.desks.cases().urgency(handle, desk.edit(one, asha), Urgency.U1, "tribunal tomorrow"));
        CaseId goesOn = desk.promised();
        desk.run(handle -> desk.desks.cases().urgency(handle, desk.edit(goesOn, asha), Urgency.U2, "on section 2"));
        line.setTime(line.time().plusSeconds(60));
        String before = everything();

        merge(one, goesOn);
        assertThat(desk.ask("SELECT urgency || ' ' || urgency_why FROM case_record WHERE id = ?", goesOn.value()))
                .isEqualTo("U1 tribunal tomorrow");

        undo(one);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void anUrgencyThatAnAdvocateJudgedSinceStays() {
        CaseId one = empty();
        ask(one, OTHER, Desk.NOTHING, Urgency.U1);
        CaseId goesOn = desk.promised();
        merge(one, goesOn);
        desk.run(
                handle -> desk.desks.cases().urgency(handle, desk.edit(goesOn, asha), Urgency.U1, "tribunal tomorrow"));
        String due = desk.ask("SELECT urgency || ' ' || due_at FROM case_record WHERE id = ?", goesOn.value());

        undo(one);

        assertThat(desk.ask("SELECT urgency || ' ' || due_at FROM case_record WHERE id = ?", goesOn.value()))
                .isEqualTo(due);
    }

    @Test
    void aNoteOfTheMergedCaseIsCorrectedWhereItIsReadAndGoesBackWithIt() {
        CaseId one = desk.promised();
        desk.run(handle -> desk.desks.cases().note(handle, one, desk.by(asha), "Hearing on Monday"));
        CaseId goesOn = empty();
        merge(one, goesOn);
        long wrong = Long.parseLong(desk.ask("SELECT id FROM case_note"));
        var right = new CaseDesk.Correction(wrong, "Hearing on Tuesday");

        desk.run(handle -> desk.desks.cases().correct(handle, goesOn, desk.by(asha), right));

        assertThat(desk.ask(
                        "SELECT string_agg(case_id || ' ' || body, ', ' ORDER BY id) FROM case_note WHERE case_id = ?",
                        one.value()))
                .isEqualTo("1 Hearing on Monday, 1 Hearing on Tuesday");
        assertThatThrownBy(() -> desk.run(handle -> desk.desks.cases().correct(handle, goesOn, desk.by(asha), right)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("corrected already");
    }

    @Test
    void aDangerSeenWhileTwoCasesWereOneHoldsOnBothOfThem() {
        CaseId one = desk.promised();
        CaseId goesOn = desk.promised(OTHER, Desk.EVERYTHING);
        merge(one, goesOn);
        line.setTime(line.time().plusSeconds(60));
        desk.run(handle -> desk.desks.safety().raise(handle, goesOn, desk.by(asha), "partner reads the phone"));

        undo(one);

        assertThat(desk.whyNoCall(one))
                .hasValueSatisfying(why -> assertThat(why).startsWith("A safety alert stands"));
        assertThat(desk.whyNoCall(goesOn)).isEqualTo(desk.whyNoCall(one));
    }

    @Test
    void whoeverWantedNothingMoreOnANumberIsNotCalledOnItAfterTheMergeIsUndone() {
        CaseId one = desk.promised();
        CaseId goesOn = desk.promised(OTHER, Desk.EVERYTHING);
        merge(one, goesOn);
        line.setTime(line.time().plusSeconds(60));
        desk.run(handle -> desk.casework.stopContact(handle, Desk.OWN, line.time()));

        undo(one);

        assertThat(desk.whyNoCall(one)).isPresent();
    }

    @Test
    void whoeverMustNotBePhonedSinceTheMergeIsNotPhonedAfterItIsUndone() {
        CaseId one = desk.promised();
        CaseId goesOn = desk.promised(OTHER, Desk.EVERYTHING);
        merge(one, goesOn);
        line.setTime(line.time().plusSeconds(60));
        need(goesOn, CommunicationNeed.CONTACT_BY_TEXT_ONLY);

        undo(one);

        assertThat(desk.whyNoCall(one))
                .hasValueSatisfying(why -> assertThat(why).contains("must not be phoned"));
        assertThat(desk.ask("SELECT string_agg(outcome, ', ' ORDER BY id) FROM callback"))
                .isEqualTo("must-not-be-phoned, must-not-be-phoned");
    }

    @Test
    void aPromiseIsNotLostByAMergeWithACaseWhosePersonMustNotBePhoned() {
        CaseId one = desk.promised();
        String due = due(one);
        CaseId goesOn = empty();
        need(goesOn, CommunicationNeed.CONTACT_BY_TEXT_ONLY);
        String before = everything();
        merge(one, goesOn);

        assertThatThrownBy(() -> desk.run(handle ->
                        desk.desks.cases().close(handle, desk.edit(goesOn, asha), CaseOutcome.HELPED_NOW, "")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("say in a few words how you made it");
        undo(one);
        assertThat(everything()).isEqualTo(before);

        merge(one, goesOn);
        withdraw(goesOn, CommunicationNeed.CONTACT_BY_TEXT_ONLY);
        assertThat(due(goesOn)).as("promised again").isEqualTo(due);
        undo(one);
        assertThat(due(one)).isEqualTo(due);
        assertThat(due(goesOn)).as("it was never theirs").isEqualTo("nothing");
    }

    @Test
    void aCallThatANeedForbadeBeforeTheMergeIsPromisedAgainWhenTheNeedIsTakenBack() {
        CaseId one = desk.promised();
        String due = due(one);
        need(one, CommunicationNeed.CONTACT_BY_TEXT_ONLY);
        CaseId goesOn = empty();
        merge(one, goesOn);

        withdraw(goesOn, CommunicationNeed.CONTACT_BY_TEXT_ONLY);

        assertThat(due(goesOn)).isEqualTo(due);
    }

    @Test
    void aCallThatEndedAtAWrongNumberBeforeTheMergeIsPromisedAgainOnTheNewOne() {
        CaseId one = desk.promised();
        String due = due(one);
        attempt(one, Disposition.WRONG_NUMBER);
        CaseId goesOn = empty();
        merge(one, goesOn);

        desk.run(handle ->
                desk.desks.cases().number(handle, desk.edit(goesOn, asha), new NewNumber(OTHER, Desk.NOTHING)));

        assertThat(due(goesOn)).isEqualTo(due);
        assertThat(desk.ask("SELECT number FROM callback WHERE status = 'open'"))
                .isEqualTo(OTHER.e164());
    }

    private void withdraw(CaseId id, CommunicationNeed need) {
        desk.run(handle -> desk.desks.cases().withdrawNeed(handle, desk.edit(id, asha), need, "a mistake"));
    }

    private void need(CaseId id, CommunicationNeed need) {
        desk.run(handle -> desk.desks.cases().need(handle, desk.edit(id, asha), need, Optional.empty()));
    }

    private String due(CaseId id) {
        return desk.ask("SELECT due_at FROM callback WHERE status = 'open' AND case_id = ?", id.value());
    }

    private CaseId empty() {
        return desk.with(handle -> desk.casework.open(handle, line.time()).id());
    }

    private CaseId referral() {
        return desk.with(handle -> {
            CaseId id = desk.casework.open(handle, line.time()).id();
            var details = new ReferralDetails(
                    "ward-staff", OTHER, Optional.empty(), "yes", Optional.empty(), Optional.empty());
            desk.casework.openReferral(handle, id, details, false, new Casework.Asked(Urgency.U3, line.time()));
            return id;
        });
    }

    /** A case on which a person left a message at the tone. */
    private CaseId withMessage() {
        line.callFrom("anonymous")
                .presses("0")
                .speaks(Duration.ofSeconds(20))
                .presses("#")
                .hangsUp();
        line.runDue();
        return new CaseId(Long.parseLong(desk.ask("SELECT case_id FROM recording")));
    }

    /** A case with a text that waits to be sent. */
    private CaseId booked() {
        SandboxCall call = line.callFrom(Desk.OWN.e164());
        for (String key : new String[] {"1", "1", "1", "2", "2", "1", "1", "2"}) {
            call.presses(key);
        }
        call.speaks(Duration.ofSeconds(2)).presses("#");
        assertThat(desk.ask("SELECT status FROM text_message")).isEqualTo("waiting");
        return new CaseId(Long.parseLong(desk.ask("SELECT case_id FROM text_message")));
    }

    private Waiting queued(CaseId id) {
        var asked = new Queue.Asked(Queue.Part.ALL, asha, line.time(), 0, 50);
        return desk.with(handle -> new Queue().read(handle, asked)).stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void ask(CaseId id, PhoneNumber number, Permissions permissions, Urgency urgency) {
        desk.run(handle -> desk.casework.requestCallback(
                handle, id, number, permissions, new Casework.Asked(urgency, line.time())));
    }

    private void attempt(CaseId id, Disposition disposition) {
        var attempt = new NewAttempt(disposition, Optional.empty(), Optional.empty());
        desk.run(handle -> desk.desks.callbacks().attempted(handle, desk.edit(id, asha), attempt));
    }

    private void merge(CaseId one, CaseId into) {
        desk.run(handle -> desk.desks.merges().merge(handle, desk.edit(one, asha), into, "same person"));
    }

    private void undo(CaseId one) {
        desk.run(handle -> desk.desks.merges().undo(handle, one, desk.by(asha), "two people"));
    }

    private void close(CaseId id) {
        desk.run(handle -> desk.desks.cases().close(handle, desk.edit(id, asha), CaseOutcome.HELPED_NOW, "Done"));
    }

    private String everything() {
        return desk.ask("""
                SELECT concat_ws(E'\\n',
                    (SELECT string_agg((to_jsonb(one) - 'version')::text, E'\\n' ORDER BY id) FROM case_record AS one),
                    (SELECT string_agg(to_jsonb(one)::text, E'\\n' ORDER BY id)
                       FROM callback AS one WHERE outcome IS DISTINCT FROM 'merge-undone'),
                    (SELECT string_agg(to_jsonb(one)::text, E'\\n' ORDER BY id) FROM contact_permission AS one))
                """);
    }
}
