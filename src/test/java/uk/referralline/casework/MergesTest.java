package uk.referralline.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.referralline.TestLine;
import uk.referralline.duty.AdvocateId;
import uk.referralline.number.PhoneNumber;

/** The same person's other cases. */
class MergesTest {
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
    void aNumberInCommonIsAHintAndChangesNothing() {
        CaseId one = desk.promised();
        CaseId two = desk.promised();

        List<Hint> hints = desk.hints(one);

        assertThat(hints).singleElement().satisfies(hint -> {
            assertThat(hint.caseId()).isEqualTo(two);
            assertThat(hint.own()).isTrue();
        });
        assertThat(desk.ask("SELECT count(*) FROM case_link")).isEqualTo("0");
    }

    @Test
    void aCaseThatIsLinkedOrMergedAlreadyIsNoHintAnyMore() {
        CaseId one = desk.promised();
        CaseId linked =
                desk.with(handle -> desk.casework.open(handle, line.time()).id());
        desk.run(handle -> desk.casework.requestContact(
                handle, linked, Desk.OWN, Desk.EVERYTHING, new Casework.Asked(Urgency.U3, line.time())));
        CaseId merged = desk.promised();
        CaseId another = desk.promised();
        assertThat(desk.hints(one)).extracting(Hint::caseId).containsExactly(another, merged, linked);

        merge(merged, one);
        desk.run(handle -> desk.desks.links().link(handle, linked, one, desk.by(asha), "She said so"));

        assertThat(desk.hints(one)).extracting(Hint::caseId).containsExactly(another);
        assertThat(desk.hints(linked)).extracting(Hint::caseId).containsExactly(another);
        assertThat(desk.hints(another))
                .as("a merged case is the one it goes on in")
                .extracting(Hint::caseId)
                .containsExactly(linked, one);

        desk.run(handle -> desk.desks.links().unlink(handle, linked, one, desk.by(asha), "two sisters"));
        assertThat(desk.hints(one)).extracting(Hint::caseId).containsExactly(another, linked);
    }

    @Test
    void theNumberOfWhoeverRefersIsNoHint() {
        for (int n = 0; n < 2; n++) {
            desk.run(handle -> {
                CaseId id = desk.casework.open(handle, line.time()).id();
                var details = new ReferralDetails(
                        "ward-staff", OTHER, Optional.empty(), "yes", Optional.empty(), Optional.empty());
                desk.casework.openReferral(handle, id, details, true, new Casework.Asked(Urgency.U3, line.time()));
            });
        }

        assertThat(desk.hints(new CaseId(Long.parseLong(desk.ask("SELECT min(id) FROM case_record")))))
                .isEmpty();
    }

    @Test
    void aSharedPhoneIsSaidToBeOne() {
        CaseId one = desk.promised(OTHER, Desk.NOTHING);
        desk.promised(OTHER, Desk.NOTHING);

        assertThat(desk.hints(one))
                .singleElement()
                .satisfies(hint -> assertThat(hint.own()).isFalse());
    }

    @Test
    void whoeverAsksAtTheMomentAtWhichTheirCasesAreLinkedWaitsOnce() {
        CaseId one = desk.promised();
        CaseId two = desk.with(handle -> desk.casework.open(handle, line.time()).id());
        List<CompletableFuture<Void>> asked = new ArrayList<>();

        desk.run(handle -> {
            desk.desks.links().link(handle, one, two, desk.by(asha), "She said so");
            asked.add(CompletableFuture.runAsync(() -> ask(two, Urgency.U3)));
            await().until(() -> asked.get(0).isDone()
                    || !desk.ask("SELECT count(*) FROM pg_locks WHERE NOT granted")
                            .equals("0"));
        });
        asked.get(0).join();

        assertThat(waiting()).isEqualTo(String.valueOf(two.value()));
    }

    @Test
    void aLinkedCaseThatComesToWaitIsSaidToWait() {
        CaseId one = desk.promised();
        CaseId two = desk.with(handle -> desk.casework.open(handle, line.time()).id());
        desk.run(handle -> desk.desks.links().link(handle, two, one, desk.by(asha), "She said so"));
        assertThat(desk.links(two)).extracting(Link::waits).containsExactly(true);
        assertThat(desk.links(one)).extracting(Link::waits).containsExactly(false);
    }

    @Test
    void whoeverAsksAgainOnALinkedCaseWaitsThereInsteadAndNoLonger() {
        CaseId one = desk.with(handle -> desk.casework.open(handle, line.time()).id());
        ask(one, Urgency.U1);
        String due = desk.ask("SELECT due_at FROM callback");
        CaseId two = desk.with(handle -> desk.casework.open(handle, line.time()).id());
        desk.run(handle -> desk.desks.links().link(handle, two, one, desk.by(asha), "She said so"));

        ask(two, Urgency.U3);

        assertThat(desk.ask("SELECT string_agg(case_id || ' ' || due_at, ', ') FROM callback WHERE status = 'open'"))
                .isEqualTo(two.value() + " " + due);
        assertThat(desk.ask("SELECT outcome FROM callback WHERE case_id = ?", one.value()))
                .isEqualTo("asked-again-on-linked-case");
        assertThat(desk.ask("SELECT due_at FROM case_record WHERE id = ?", two.value()))
                .isEqualTo(due);
        assertThat(desk.ask("SELECT becomes FROM case_event WHERE kind = 'callback-moved'"))
                .isEqualTo(String.valueOf(two.value()));
    }

    @Test
    void aCallThatMovedToALinkedCaseIsPromisedAgainWhenTheLinkIsTakenAway() {
        CaseId one = desk.promised();
        String due = desk.ask("SELECT due_at FROM callback");
        CaseId two = desk.with(handle -> desk.casework.open(handle, line.time()).id());
        desk.run(handle -> desk.desks.links().link(handle, two, one, desk.by(asha), "She said so"));
        ask(two, Urgency.U3);

        desk.run(handle -> desk.desks.links().unlink(handle, two, one, desk.by(asha), "two sisters"));

        assertThat(desk.ask("SELECT due_at FROM callback WHERE status = 'open' AND case_id = ?", one.value()))
                .isEqualTo(due);
        assertThat(desk.ask("SELECT count(*) FROM callback WHERE status = 'open'"))
                .isEqualTo("2");
    }

    @Test
    void aLinkIsKeptByTheCaseInWhichALinkedOneGoesOn() {
        CaseId one = desk.with(handle -> desk.casework.open(handle, line.time()).id());
        CaseId two = desk.promised();
        CaseId three =
                desk.with(handle -> desk.casework.open(handle, line.time()).id());
        desk.run(handle -> desk.desks.links().link(handle, one, two, desk.by(asha), "She said so"));
        merge(two, three);

        assertThat(desk.links(one)).extracting(Link::caseId, Link::waits).containsExactly(tuple(three, true));
        assertThat(desk.links(three)).extracting(Link::caseId).containsExactly(one);
        ask(one, Urgency.U3);
        assertThat(desk.ask("SELECT string_agg(case_id::text, ', ') FROM callback WHERE status = 'open'"))
                .as("a person waits once")
                .isEqualTo(String.valueOf(one.value()));

        desk.run(handle -> desk.desks.links().unlink(handle, three, one, desk.by(asha), "two sisters"));
        assertThat(desk.links(one)).isEmpty();
        assertThat(desk.ask("SELECT count(*) FROM callback WHERE status = 'open'"))
                .isEqualTo("2");
    }

    @Test
    void whoeverIsInDangerOnOneCaseIsCalledOnNoLinkedOne() {
        CaseId one = desk.promised();
        CaseId two = desk.promised(OTHER, Desk.EVERYTHING);
        CaseId three =
                desk.with(handle -> desk.casework.open(handle, line.time()).id());
        desk.run(handle -> desk.desks.safety().raise(handle, one, desk.by(asha), "partner reads the phone"));

        desk.run(handle -> desk.desks.links().link(handle, three, one, desk.by(asha), "She said so"));
        desk.run(handle -> desk.desks.links().link(handle, three, two, desk.by(asha), "She said so"));

        assertThat(desk.whyNoCall(three)).as("an alert that stood").isPresent();
        assertThat(desk.whyNoCall(two))
                .as("an alert that came with another link")
                .isPresent();
        desk.run(handle -> desk.desks.safety().lift(handle, desk.edit(two, asha), "a safe phone of a friend"));
        assertThat(desk.whyNoCall(two)).isEmpty();
        assertThat(desk.whyNoCall(one)).as("each is lifted by itself").isPresent();

        int version = desk.version(two);
        desk.run(handle -> desk.desks.safety().raise(handle, three, desk.by(asha), "the friend told him"));
        assertThat(desk.whyNoCall(two)).as("an alert that is raised later").isPresent();
        assertThat(desk.version(two)).as("a form that was open is stale").isGreaterThan(version);
    }

    private void ask(CaseId id, Urgency urgency) {
        desk.run(handle -> desk.casework.requestCallback(
                handle, id, Desk.OWN, Desk.EVERYTHING, new Casework.Asked(urgency, line.time())));
    }

    @Test
    void aLinkIsMadeByNameAndReasonAndTakenAwayAgain() {
        CaseId one = desk.promised();
        CaseId two = desk.with(handle -> desk.casework.open(handle, line.time()).id());

        desk.run(handle -> desk.desks.links().link(handle, two, one, desk.by(asha), "said so on the phone"));

        assertThat(desk.links(one))
                .singleElement()
                .satisfies(link -> assertThat(link.caseId()).isEqualTo(two));
        assertThatThrownBy(() -> desk.run(handle -> desk.desks.links().link(handle, one, two, desk.by(asha), "again")))
                .isInstanceOf(Refused.class)
                .hasMessage("These two cases are linked already.");

        desk.run(handle -> desk.desks.links().unlink(handle, one, two, desk.by(asha), "two sisters"));
        assertThat(desk.links(two)).isEmpty();
        assertThat(desk.ask("SELECT reason || ', ' || unlink_reason FROM case_link"))
                .isEqualTo("said so on the phone, two sisters");
    }

    @Test
    void aMergedCaseGoesOnInTheOtherWithTheEarlierPromise() {
        CaseId urgent = desk.promised(Desk.OWN, Desk.EVERYTHING);
        desk.run(handle -> desk.casework.requestCallback(
                handle, urgent, Desk.OWN, Desk.EVERYTHING, new Casework.Asked(Urgency.U1, line.time())));
        CaseId other = desk.promised(OTHER, Desk.EVERYTHING);

        merge(urgent, other);

        assertThat(desk.ask("SELECT status FROM case_record WHERE id = ?", urgent.value()))
                .isEqualTo("merged");
        assertThat(desk.ask("SELECT urgency FROM case_record WHERE id = ?", other.value()))
                .isEqualTo("U1");
        assertThat(desk.ask("SELECT count(*) FROM callback WHERE status = 'open'"))
                .isEqualTo("1");
        assertThat(desk.ask(
                        "SELECT mine.due_at = other.due_at FROM callback AS mine, callback AS other"
                                + " WHERE mine.case_id = ? AND other.case_id = ?",
                        urgent.value(),
                        other.value()))
                .isEqualTo("t");
    }

    @Test
    void theReferenceOfAMergedCaseLeadsToTheOneItGoesOnIn() {
        CaseId one = desk.promised();
        CaseId two = desk.promised(OTHER, Desk.EVERYTHING);
        CaseId three = desk.promised(OTHER, Desk.EVERYTHING);
        var reference = new Reference(desk.ask("SELECT reference FROM case_record WHERE id = ?", one.value()));

        merge(one, two);
        merge(two, three);

        assertThat(desk.find(reference)).contains(three);
    }

    @Test
    void anUndoneMergeLeavesBothCasesAsTheyWere() {
        CaseId one = desk.promised();
        CaseId two = desk.promised(OTHER, Desk.NOTHING);
        desk.run(handle -> desk.casework.requestCallback(
                handle, one, Desk.OWN, Desk.EVERYTHING, new Casework.Asked(Urgency.U1, line.time())));
        desk.run(handle ->
                desk.desks.cases().need(handle, desk.edit(one, asha), CommunicationNeed.BRAILLE, Optional.empty()));
        String before = everything();

        merge(one, two);
        assertThat(everything()).isNotEqualTo(before);
        desk.run(handle -> desk.desks.merges().undo(handle, one, desk.by(asha), "two different people"));

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void anUndoneMergeWithoutACallbackOnTheOtherSideTakesItsOwnBack() {
        CaseId one = desk.promised();
        CaseId two = desk.with(handle -> desk.casework.open(handle, line.time()).id());
        String before = everything();

        merge(one, two);
        desk.run(handle -> desk.desks.merges().undo(handle, one, desk.by(asha), "two different people"));

        assertThat(desk.ask("SELECT count(*) FROM callback WHERE status = 'open'"))
                .isEqualTo("1");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void whoMustNotBePhonedIsNotPhonedOnTheCaseThatGoesOn() {
        CaseId one = desk.with(handle -> desk.casework.open(handle, line.time()).id());
        desk.run(handle -> desk.desks
                .cases()
                .need(handle, desk.edit(one, asha), CommunicationNeed.CONTACT_BY_TEXT_ONLY, Optional.empty()));
        CaseId two = desk.promised();
        String before = everything();

        merge(one, two);

        assertThat(desk.ask("SELECT count(*) FROM callback WHERE status = 'open'"))
                .isEqualTo("0");
        assertThat(desk.whyNoCall(two))
                .contains("This person must not be phoned: make contact in the way they asked for.");

        desk.run(handle -> desk.desks.merges().undo(handle, one, desk.by(asha), "two different people"));
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void aSafetyAlertHoldsOnTheCaseThatGoesOn() {
        CaseId one = desk.promised();
        CaseId two = desk.promised(OTHER, Desk.EVERYTHING);
        desk.run(handle -> desk.desks.safety().raise(handle, one, desk.by(asha), "partner reads the phone"));

        merge(one, two);

        assertThat(desk.whyNoCall(two)).contains("A safety alert stands: nobody calls or texts until it is lifted.");
    }

    @Test
    void whatWasDoneOnTheOtherCaseSinceStaysThere() {
        CaseId one = desk.promised();
        CaseId two = desk.promised(OTHER, Desk.EVERYTHING);
        merge(one, two);
        line.setTime("2026-11-24T11:00");
        desk.run(handle -> desk.desks
                .callbacks()
                .attempted(
                        handle,
                        desk.edit(two, asha),
                        new NewAttempt(Disposition.SPOKE, Optional.empty(), Optional.empty())));

        desk.run(handle -> desk.desks.merges().undo(handle, one, desk.by(asha), "it was the other one"));

        assertThat(desk.ask("SELECT outcome FROM callback WHERE case_id = ?", two.value()))
                .isEqualTo("spoke");
        assertThat(desk.ask("SELECT status FROM callback WHERE case_id = ?", one.value()))
                .isEqualTo("open");
    }

    @Test
    void aCallThatMovedToALinkedCaseByAWrongMergeIsPromisedAgain() {
        CaseId other =
                desk.with(handle -> desk.casework.open(handle, line.time()).id());
        desk.run(handle -> desk.casework.requestCallback(
                handle, other, OTHER, Desk.EVERYTHING, new Casework.Asked(Urgency.U1, line.time())));
        String due = desk.ask("SELECT due_at FROM callback");
        CaseId one = desk.with(handle -> desk.casework.open(handle, line.time()).id());
        CaseId linked =
                desk.with(handle -> desk.casework.open(handle, line.time()).id());
        desk.run(handle -> desk.desks.links().link(handle, one, linked, desk.by(asha), "She said so"));
        merge(one, other);
        line.setTime("2026-11-24T11:00");
        ask(linked, Urgency.U3);
        assertThat(waiting()).as("as if they were one person").isEqualTo(String.valueOf(linked.value()));

        undo(one);

        assertThat(waiting()).isEqualTo(other.value() + ", " + linked.value());
        assertThat(desk.ask("SELECT due_at FROM callback WHERE case_id = ? AND status = 'open'", other.value()))
                .isEqualTo(due);
        assertThat(desk.ask("SELECT due_at FROM case_record WHERE id = ?", other.value()))
                .isEqualTo(due);
    }

    @Test
    void aCallThatMovedFromALinkedCaseByAWrongMergeIsPromisedThereAgain() {
        CaseId other =
                desk.with(handle -> desk.casework.open(handle, line.time()).id());
        CaseId one = desk.with(handle -> desk.casework.open(handle, line.time()).id());
        CaseId linked = desk.promised(OTHER, Desk.EVERYTHING);
        String due = desk.ask("SELECT due_at FROM callback");
        desk.run(handle -> desk.desks.links().link(handle, one, linked, desk.by(asha), "She said so"));
        merge(one, other);
        line.setTime("2026-11-24T11:00");
        ask(other, Urgency.U3);
        assertThat(waiting()).as("as if they were one person").isEqualTo(String.valueOf(other.value()));

        assertThat(undo(one)).isEqualTo(new Calls(List.of(linked), List.of(), List.of()));

        assertThat(waiting()).isEqualTo(other.value() + ", " + linked.value());
        assertThat(desk.ask("SELECT due_at FROM callback WHERE case_id = ? AND status = 'open'", linked.value()))
                .isEqualTo(due);
        assertThat(desk.ask(
                        "SELECT kind || ' ' || reason FROM case_event WHERE case_id = ? ORDER BY id DESC LIMIT 1",
                        linked.value()))
                .isEqualTo("callback-promised two different people");
    }

    @Test
    void aCallOfTheMergedCaseThatMovedToALinkedOneIsNotTheOtherCases() {
        CaseId other =
                desk.with(handle -> desk.casework.open(handle, line.time()).id());
        CaseId one = desk.promised();
        CaseId linked =
                desk.with(handle -> desk.casework.open(handle, line.time()).id());
        desk.run(handle -> desk.desks.links().link(handle, one, linked, desk.by(asha), "She said so"));
        merge(one, other);
        line.setTime("2026-11-24T11:00");
        ask(linked, Urgency.U3);

        undo(one);

        assertThat(desk.ask("SELECT count(*) FROM callback WHERE case_id = ? AND status = 'open'", other.value()))
                .isEqualTo("0");
    }

    private String waiting() {
        return desk.ask("SELECT string_agg(case_id::text, ', ' ORDER BY case_id) FROM callback WHERE status = 'open'");
    }

    private Calls undo(CaseId one) {
        return desk.with(handle -> desk.desks.merges().undo(handle, one, desk.by(asha), "two different people"));
    }

    @Test
    void aCallThatIsGoingOnMovesWithItsCase() {
        var call = line.callFrom("+447700900125");
        CaseId calling = new CaseId(Long.parseLong(desk.ask("SELECT case_id FROM call")));
        CaseId other = desk.promised(OTHER, Desk.EVERYTHING);

        merge(calling, other);
        call.presses("0");

        assertThat(desk.ask("SELECT case_id FROM call")).isEqualTo(Long.toString(other.value()));
    }

    private void merge(CaseId one, CaseId into) {
        desk.run(handle ->
                desk.desks.merges().merge(handle, desk.edit(one, asha), into, "the same name and date of birth"));
    }

    /** All that a merge may touch, but for the log and the count of changes. */
    private String everything() {
        return desk.ask("""
                SELECT concat_ws('; ',
                    (SELECT string_agg((to_jsonb(one) - 'version')::text, ', ' ORDER BY id) FROM case_record AS one),
                    (SELECT string_agg(to_jsonb(one)::text, ', ' ORDER BY id)
                       FROM callback AS one WHERE outcome IS DISTINCT FROM 'merge-undone'),
                    (SELECT string_agg(to_jsonb(one)::text, ', ' ORDER BY id) FROM case_need AS one),
                    (SELECT string_agg(to_jsonb(one)::text, ', ' ORDER BY id) FROM contact_alert AS one),
                    (SELECT string_agg(to_jsonb(one)::text, ', ' ORDER BY id) FROM contact_permission AS one))
                """);
    }
}
