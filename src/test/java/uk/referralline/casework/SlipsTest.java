package uk.referralline.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.referralline.TestLine;
import uk.referralline.duty.AdvocateId;
import uk.referralline.number.PhoneNumber;

/** Taking back the record of a call that was a slip. */
class SlipsTest {

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
    void aCallThatTheCallerCancelledSinceIsNotPromisedAgain() {
        CaseId id = desk.promised();
        attempt(id, Disposition.NO_ANSWER);
        desk.run(handle -> desk.casework.cancel(handle, id, line.time()));

        assertNothingToUndo(id);
        assertThat(desk.ask("SELECT outcome FROM callback")).isEqualTo("cancelled-by-caller");
    }

    @Test
    void whoMustNotBePhonedSinceIsNotPromisedACallAgain() {
        CaseId id = desk.promised();
        attempt(id, Disposition.SPOKE);
        var note = new NeedNote(Optional.empty(), Optional.empty(), line.time());
        desk.run(handle -> desk.casework.needs(handle, id, Set.of(CommunicationNeed.CONTACT_BY_TEXT_ONLY), note));

        assertNothingToUndo(id);
        assertThat(desk.ask("SELECT status FROM callback")).isEqualTo("ended");
    }

    @Test
    void whoWaitsOnALinkedCaseSinceDoesNotWaitTwice() {
        CaseId id = desk.promised();
        CaseId linked =
                desk.with(handle -> desk.casework.open(handle, line.time()).id());
        desk.run(handle -> desk.desks.links().link(handle, id, linked, desk.by(asha), "She said so"));
        attempt(id, Disposition.SPOKE);
        assertThat(mayUndo(id)).contains(Disposition.SPOKE);
        desk.run(handle -> desk.casework.requestCallback(
                handle, linked, Desk.OWN, Desk.EVERYTHING, new Casework.Asked(Urgency.U3, line.time())));

        undo(id);

        assertThat(desk.ask("SELECT string_agg(case_id::text, ', ') FROM callback WHERE status = 'open'"))
                .isEqualTo(String.valueOf(linked.value()));
    }

    @Test
    void aNumberThatIsWrongOnAnotherCaseTooStaysBlocked() {
        CaseId slip = desk.promised();
        CaseId other = desk.promised();
        attempt(slip, Disposition.WRONG_NUMBER);
        line.setTime("2026-11-24T11:00");
        attempt(other, Disposition.ASKED_NOT_TO_CALL);

        undo(slip);

        assertThat(desk.whyNoCall(slip))
                .contains("This number is blocked: it was a wrong number, or they asked us not to call.");
    }

    @Test
    void aReferrersNumberThatIsWrongOnAnotherCaseTooStaysBlocked() {
        CaseId slip = referral();
        CaseId other = referral();
        attempt(slip, Disposition.WRONG_NUMBER);
        line.setTime("2026-11-24T11:00");
        attempt(other, Disposition.WRONG_NUMBER);

        undo(slip);

        assertThat(desk.whyNoCall(slip)).isPresent();
    }

    @Test
    void aWrongNumberThatWasASlipIsCalledAgainOnEveryCase() {
        CaseId id = desk.promised();
        String due = desk.ask("SELECT due_at FROM case_record");
        CaseId other = desk.promised();
        attempt(id, Disposition.WRONG_NUMBER);
        assertThat(desk.whyNoCall(other)).isPresent();

        undo(id);

        assertThat(desk.whyNoCall(other)).isEmpty();
        assertThat(desk.ask("SELECT status || attempts FROM callback WHERE case_id = ?", id.value()))
                .isEqualTo("open0");
        assertThat(desk.ask("SELECT due_at FROM case_record WHERE id = ?", id.value()))
                .isEqualTo(due);
        assertThat(desk.ask("SELECT count(*) FROM incident WHERE settled_at IS NULL"))
                .isEqualTo("0");
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

    private void assertNothingToUndo(CaseId id) {
        assertThat(mayUndo(id)).isEmpty();
        assertThatThrownBy(() -> undo(id))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Only the last thing on a case is undone");
    }

    private Optional<Disposition> mayUndo(CaseId id) {
        return desk.with(handle -> desk.desks
                .slips()
                .mayUndo(handle, CaseFile.head(handle, id, line.time()).orElseThrow(), asha));
    }

    private void undo(CaseId id) {
        desk.run(handle -> desk.desks.slips().undo(handle, desk.edit(id, asha)));
    }

    private void attempt(CaseId id, Disposition disposition) {
        var attempt = new NewAttempt(disposition, Optional.empty(), Optional.empty());
        desk.run(handle -> desk.desks.callbacks().attempted(handle, desk.edit(id, asha), attempt));
    }
}
