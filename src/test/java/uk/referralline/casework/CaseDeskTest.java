package uk.referralline.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.referralline.TestLine;
import uk.referralline.duty.AdvocateId;
import uk.referralline.number.PhoneNumber;

/** What advocates change on a case. */
class CaseDeskTest {

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
    void aCorrectedNoteStaysReadable() {
        CaseId id = desk.promised();
        desk.run(handle -> desk.desks.cases().note(handle, id, desk.by(asha), " Wants help with a tribunal. "));
        long wrong = Long.parseLong(desk.ask("SELECT id FROM case_note"));
        var right = new CaseDesk.Correction(wrong, "Wants help with a hearing.");

        desk.run(handle -> desk.desks.cases().correct(handle, id, desk.by(asha), right));

        assertThat(desk.ask("SELECT string_agg(body, ' | ' ORDER BY id) FROM case_note"))
                .isEqualTo("Wants help with a tribunal. | Wants help with a hearing.");
        assertThatThrownBy(() -> desk.run(handle -> desk.desks.cases().correct(handle, id, desk.by(asha), right)))
                .isInstanceOf(Refused.class)
                .hasMessage("This note was corrected already: correct the newer one.");
    }

    @Test
    void moreUrgentIsDueSoonerAndLessUrgentNeverLaterThanThePromise() {
        CaseId id = desk.promised();
        String promised = desk.ask("SELECT due_at FROM case_record");

        desk.run(handle -> desk.desks.cases().urgency(handle, desk.edit(id, asha), Urgency.U1, "tribunal on Thursday"));
        assertThat(desk.ask("SELECT due_at < ?::timestamptz FROM case_record", promised))
                .isEqualTo("t");
        String sooner = desk.ask("SELECT due_at FROM case_record");

        desk.run(handle -> desk.desks.cases().urgency(handle, desk.edit(id, asha), Urgency.U3, "it was put off"));
        assertThat(desk.ask("SELECT due_at FROM case_record")).isEqualTo(sooner);
        assertThat(desk.ask("SELECT string_agg(was || '>' || becomes || ': ' || reason, ', ' ORDER BY id)"
                        + " FROM case_event WHERE kind = 'urgency-changed'"))
                .isEqualTo("U3>U1: tribunal on Thursday, U1>U3: it was put off");
    }

    @Test
    void aReasonForALowerUrgencyIsNoneForTheHigherOneThatACallerAsksFor() {
        CaseId id = desk.promised();
        desk.run(handle ->
                desk.desks.cases().urgency(handle, desk.edit(id, asha), Urgency.U2, "the hearing was put off"));

        desk.run(handle -> desk.casework.requestCallback(
                handle, id, Desk.OWN, Desk.EVERYTHING, new Casework.Asked(Urgency.U3, line.time())));
        assertThat(desk.ask("SELECT urgency || ' ' || urgency_why FROM case_record"))
                .isEqualTo("U2 the hearing was put off");
        desk.run(handle -> desk.casework.requestCallback(
                handle, id, Desk.OWN, Desk.EVERYTHING, new Casework.Asked(Urgency.U1, line.time())));

        assertThat(desk.ask("SELECT urgency || coalesce(urgency_why, ' for no reason given') FROM case_record"))
                .isEqualTo("U1 for no reason given");
    }

    @Test
    void noRuleUndoesWhatAnAdvocateDecided() {
        CaseId id = desk.promised();
        desk.run(handle -> desk.desks
                .cases()
                .eligibility(handle, desk.edit(id, asha), Eligibility.STATUTORY, "saw the section papers"));

        desk.run(handle -> desk.casework.judge(
                handle, id, Map.of("person-status", "in-the-community", "area", "coventry"), line.time()));

        assertThat(desk.ask("SELECT eligibility FROM case_record")).isEqualTo("statutory");
    }

    @Test
    void whatWasKnownOfANeedStaysReadableWhenItIsCorrectedOrTakenBack() {
        CaseId id = desk.promised();
        for (String language : new String[] {"Polish", "Punjabi", "Punjabi"}) {
            desk.run(handle -> desk.desks
                    .cases()
                    .need(handle, desk.edit(id, asha), CommunicationNeed.SPOKEN_INTERPRETER, Optional.of(language)));
        }
        desk.run(handle -> desk.desks
                .cases()
                .withdrawNeed(handle, desk.edit(id, asha), CommunicationNeed.SPOKEN_INTERPRETER, "Speaks English"));

        assertThat(desk.ask("SELECT string_agg(kind || ': ' || coalesce(reason, '-'), ', ' ORDER BY id)"
                        + " FROM case_event WHERE kind LIKE 'need-%'"))
                .isEqualTo("need-noted: -, need-noted: It said before: Polish, need-noted: -,"
                        + " need-withdrawn: Speaks English. It said before: Punjabi");
    }

    @Test
    void aStaleFormSaysWhatChangedAndByWhom() {
        CaseId id = desk.promised();
        Edit seen = desk.edit(id, asha);
        desk.run(handle ->
                desk.desks.cases().need(handle, desk.edit(id, asha), CommunicationNeed.EASY_READ, Optional.empty()));

        assertThatThrownBy(() -> desk.run(handle -> desk.desks.cases().urgency(handle, seen, Urgency.U1, "tribunal")))
                .isInstanceOfSatisfying(
                        Stale.class,
                        stale -> assertThat(stale.since())
                                .singleElement()
                                .satisfies(event -> assertThat(event.becomes()).contains("easy-read")));
    }

    @Test
    void aCallersNewCallMakesAnOpenFormStaleToo() {
        CaseId id = desk.promised();
        Edit seen = desk.edit(id, asha);
        desk.run(handle -> desk.casework.takeMessage(handle, id, new Casework.Asked(Urgency.U3, line.time())));

        assertThatThrownBy(() -> desk.run(handle -> desk.desks.cases().urgency(handle, seen, Urgency.U1, "tribunal")))
                .isInstanceOf(Stale.class);
    }

    @Test
    void aCaseBelongsToItsOwnerOrToTheQueue() {
        CaseId id = desk.promised();
        desk.run(handle -> desk.desks.cases().owner(handle, desk.edit(id, asha), Optional.of(asha), "I know the ward"));
        assertThat(desk.ask("SELECT owner_id || coalesce(queue, '-') FROM case_record"))
                .isEqualTo(asha.value() + "-");

        desk.run(handle -> desk.desks.cases().owner(handle, desk.edit(id, asha), Optional.empty(), "on leave"));
        assertThat(desk.ask("SELECT queue FROM case_record WHERE owner_id IS NULL"))
                .isEqualTo("duty");
    }

    @Test
    void aClosedCaseOpensAgainWithAReason() {
        CaseId id = desk.with(handle -> desk.casework.open(handle, line.time()).id());
        desk.run(
                handle -> desk.desks.cases().close(handle, desk.edit(id, asha), CaseOutcome.NO_REQUEST, "silent call"));
        assertThat(desk.ask("SELECT count(*) FROM claim")).isEqualTo("0");

        desk.run(handle -> desk.desks.cases().reopen(handle, desk.edit(id, asha), "they called again"));

        assertThat(desk.ask("SELECT status || queue FROM case_record")).isEqualTo("openduty");
    }

    @Test
    void aCallerWhoseCaseWasClosedUnderThemOpensItAgainByAskingForACall() {
        CaseId id = desk.with(handle -> desk.casework.open(handle, line.time()).id());
        desk.run(
                handle -> desk.desks.cases().close(handle, desk.edit(id, asha), CaseOutcome.NO_REQUEST, "silent call"));

        desk.run(handle -> desk.casework.requestCallback(
                handle, id, Desk.OWN, Desk.EVERYTHING, new Casework.Asked(Urgency.U3, line.time())));

        assertThat(desk.ask("SELECT status || ' ' || queue FROM case_record")).isEqualTo("open duty");
    }

    @Test
    void contactThatWasPromisedOtherwiseIsNotClosedWithoutAWordOfHowItWasMade() {
        CaseId id = desk.with(handle -> desk.casework.open(handle, line.time()).id());
        desk.run(handle -> desk.casework.requestContact(
                handle, id, Desk.OWN, Desk.EVERYTHING, new Casework.Asked(Urgency.U1, line.time())));

        assertThatThrownBy(() -> close(id, CaseOutcome.NO_REQUEST, "nothing"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Something was asked");
        assertThatThrownBy(() -> close(id, CaseOutcome.HELPED_NOW, ""))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("how you made it");
        close(id, CaseOutcome.HELPED_NOW, "Texted, and she wrote back");
        assertThat(desk.ask("SELECT status FROM case_record")).isEqualTo("closed");
    }

    @Test
    void whoeverWantsNothingMoreOnANumberIsInTheStoryOfEachCaseThatHasIt() {
        CaseId id = desk.promised();
        int before = desk.version(id);

        desk.run(handle -> desk.casework.stopContact(handle, Desk.OWN, line.time()));

        assertThat(desk.ask("SELECT kind || ' ' || reason FROM case_event WHERE case_id = ?", id.value()))
                .isEqualTo("alert-raised asked-us-not-to-call");
        assertThat(desk.version(id)).as("a form that was open is stale").isEqualTo(before + 1);
    }

    @Test
    void afterAWrongNumberTheCallIsPromisedAgainOnTheNewOne() {
        CaseId id = desk.with(handle -> desk.casework.open(handle, line.time()).id());
        desk.run(handle -> desk.casework.requestCallback(
                handle, id, Desk.OWN, Desk.EVERYTHING, new Casework.Asked(Urgency.U1, line.time())));
        String due = desk.ask("SELECT due_at FROM callback");
        var wrong = new NewAttempt(Disposition.WRONG_NUMBER, Optional.empty(), Optional.empty());
        desk.run(handle -> desk.desks.callbacks().attempted(handle, desk.edit(id, asha), wrong));
        var other = new PhoneNumber("+447700900124");

        assertThatThrownBy(() -> change(id, new NewNumber(Desk.OWN, Desk.EVERYTHING)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("This number is blocked");
        change(id, new NewNumber(other, Desk.NOTHING));

        assertThat(desk.ask("SELECT number || ' ' || due_at FROM callback WHERE status = 'open'"))
                .isEqualTo(other.e164() + " " + due);
        assertThat(desk.ask("SELECT due_at FROM case_record")).isEqualTo(due);
    }

    @Test
    void anAdvocatePromisesACallWhereNoneWas() {
        CaseId id = desk.with(handle -> desk.casework.openForText(handle, line.time()));

        change(id, new NewNumber(Desk.OWN, Desk.NOTHING, true));

        assertThat(desk.ask("SELECT number FROM callback WHERE status = 'open'"))
                .isEqualTo(Desk.OWN.e164());
    }

    @Test
    void aCallThatALinkedCaseWaitedForIsDueNoLaterWhereItIsPromisedInstead() {
        CaseId waits =
                desk.with(handle -> desk.casework.open(handle, line.time()).id());
        desk.run(handle -> desk.casework.requestCallback(
                handle, waits, Desk.OWN, Desk.EVERYTHING, new Casework.Asked(Urgency.U1, line.time())));
        String due = desk.ask("SELECT due_at FROM callback");
        CaseId id = desk.with(handle -> desk.casework.open(handle, line.time()).id());
        change(id, new NewNumber(Desk.OWN, Desk.NOTHING));
        desk.run(handle -> desk.desks.links().link(handle, id, waits, desk.by(asha), "She said so"));

        desk.run(handle -> desk.desks.cases().promise(handle, desk.edit(id, asha), Desk.OWN));

        assertThat(desk.ask("SELECT due_at FROM callback WHERE status = 'open'"))
                .isEqualTo(due);
        assertThat(desk.ask("SELECT due_at FROM case_record WHERE id = ?", id.value()))
                .isEqualTo(due);
    }

    @Test
    void afterAWrongNumberWhoeverWaitsOnALinkedCaseWaitsOnceOnTheNewNumber() {
        CaseId id = desk.promised();
        desk.run(handle -> desk.desks
                .callbacks()
                .attempted(
                        handle,
                        desk.edit(id, asha),
                        new NewAttempt(Disposition.WRONG_NUMBER, Optional.empty(), Optional.empty())));
        CaseId linked = waitingSooner();
        desk.run(handle -> desk.desks.links().link(handle, id, linked, desk.by(asha), "She said so"));
        String due = desk.ask("SELECT due_at FROM callback WHERE case_id = ?", linked.value());

        var another = new NewNumber(new PhoneNumber("+447700900124"), Desk.NOTHING);
        List<CaseId> moved = desk.with(handle -> desk.desks.cases().number(handle, desk.edit(id, asha), another));

        assertThat(moved).containsExactly(linked);
        assertThat(desk.ask("SELECT case_id || ' ' || due_at FROM callback WHERE status = 'open'"))
                .isEqualTo(id.value() + " " + due);
        assertThat(desk.ask("SELECT due_at FROM case_record WHERE id = ?", id.value()))
                .isEqualTo(due);
        desk.run(handle -> desk.desks.links().unlink(handle, id, linked, desk.by(asha), "It was another person"));
        assertThat(desk.ask("SELECT count(*) FROM callback WHERE status = 'open'"))
                .isEqualTo("2");
    }

    @Test
    void whoMayBePhonedAgainWaitsOnceWhereTheyAskedLast() {
        CaseId id = desk.promised();
        need(id, CommunicationNeed.CONTACT_BY_TEXT_ONLY);
        CaseId linked = waitingSooner();
        desk.run(handle -> desk.desks.links().link(handle, id, linked, desk.by(asha), "She said so"));

        desk.run(handle -> desk.desks
                .cases()
                .withdrawNeed(handle, desk.edit(id, asha), CommunicationNeed.CONTACT_BY_TEXT_ONLY, "She rang us"));

        assertThat(desk.ask("SELECT case_id FROM callback WHERE status = 'open'"))
                .isEqualTo(String.valueOf(linked.value()));
        desk.run(handle -> desk.desks.links().unlink(handle, id, linked, desk.by(asha), "two sisters"));
        assertThat(desk.ask("SELECT count(*) FROM callback WHERE status = 'open'"))
                .as("the promise was held, and not lost")
                .isEqualTo("2");
    }

    private CaseId waitingSooner() {
        CaseId linked =
                desk.with(handle -> desk.casework.open(handle, line.time()).id());
        desk.run(handle -> desk.casework.requestCallback(
                handle, linked, Desk.OWN, Desk.NOTHING, new Casework.Asked(Urgency.U1, line.time())));
        return linked;
    }

    private void need(CaseId id, CommunicationNeed need) {
        desk.run(handle -> desk.desks.cases().need(handle, desk.edit(id, asha), need, Optional.empty()));
    }

    @Test
    void aNumberOfSomebodyWhoMustNotBePhonedPutsNothingOff() {
        CaseId id = desk.with(handle -> desk.casework.open(handle, line.time()).id());
        desk.run(handle -> desk.casework.requestContact(
                handle, id, Desk.OWN, Desk.EVERYTHING, new Casework.Asked(Urgency.U1, line.time())));
        desk.run(handle -> desk.desks
                .cases()
                .need(handle, desk.edit(id, asha), CommunicationNeed.CONTACT_BY_TEXT_ONLY, Optional.empty()));
        desk.run(handle -> desk.desks.cases().urgency(handle, desk.edit(id, asha), Urgency.U3, "it was put off"));
        String due = desk.ask("SELECT due_at FROM case_record");

        change(id, new NewNumber(new PhoneNumber("+447700900124"), Desk.NOTHING, true));

        assertThat(desk.ask("SELECT due_at FROM case_record")).isEqualTo(due);
    }

    private void change(CaseId id, NewNumber number) {
        desk.run(handle -> desk.desks.cases().number(handle, desk.edit(id, asha), number));
    }

    @Test
    void whatWasAllowedOnTheOldNumberStaysReadable() {
        CaseId id = desk.promised();

        desk.run(handle -> desk.desks
                .cases()
                .number(handle, desk.edit(id, asha), new NewNumber(new PhoneNumber("+447700900124"), Desk.NOTHING)));

        assertThat(desk.ask("SELECT was || ' / ' || becomes FROM case_event WHERE kind = 'number-changed'"))
                .isEqualTo("own phone, messages allowed, texts allowed / somebody else's phone, no messages, no texts");
    }

    @Test
    void aMessageThatArrivesOnAClosedCaseOpensItAgain() {
        CaseId id = desk.with(handle -> desk.casework.open(handle, line.time()).id());
        close(id, CaseOutcome.HELPED_NOW, "");

        desk.run(handle -> desk.casework.reopen(handle, id, line.time()));

        assertThat(desk.ask("SELECT status || ' ' || queue FROM case_record")).isEqualTo("open duty");
    }

    @Test
    void aCaseIsNotGivenToSomebodyWhoReturnsNoCallsAnyMore() {
        CaseId id = desk.promised();
        AdvocateId gone = desk.advocate("Gone");
        desk.run(handle -> handle.execute("UPDATE advocate SET active = false WHERE id = ?", gone.value()));

        assertThatThrownBy(() -> desk.run(handle ->
                        desk.desks.cases().owner(handle, desk.edit(id, asha), Optional.of(gone), "knows the ward")))
                .isInstanceOf(Refused.class);
    }

    private void close(CaseId id, CaseOutcome outcome, String why) {
        desk.run(handle -> desk.desks.cases().close(handle, desk.edit(id, asha), outcome, why));
    }
}
