package uk.referralline.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.referralline.TestLine;
import uk.referralline.duty.AdvocateId;
import uk.referralline.number.PhoneNumber;

/** Whoever has several cases waits for one call, whichever way somebody comes to know that they are one person. */
class OnePersonTest {
    private static final int CASES = 6;
    private static final int STEPS = 60;
    private static final CommunicationNeed TEXT_ONLY = CommunicationNeed.CONTACT_BY_TEXT_ONLY;
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
    void whoIsLinkedWhileBothCasesWaitIsCalledOnceWhereTheyAskedLast() {
        CaseId urgent = asks(Urgency.U1);
        Instant due = dueOf(urgent);
        line.setTime("2026-11-24T11:00");
        CaseId later = asks(Urgency.U3);

        assertThat(link(urgent, later)).containsExactly(urgent);

        assertThat(waiting()).containsOnlyKeys(later);
        assertThat(waiting()).as("no later than was promised").containsValue(due);
        assertThat(caseDue(later)).isEqualTo(due);
        assertThat(events(urgent)).endsWith("callback-moved " + later.value());
        assertThat(events(later)).endsWith("callback-joined " + urgent.value());
    }

    @Test
    void whoWaitsOnACaseThatIsLinkedByWayOfAThirdWaitsNoSecondTime() {
        CaseId one = asks(Urgency.U3);
        CaseId between = opened();
        CaseId far = opened();
        link(one, between);
        link(between, far);

        ask(far, Urgency.U3);

        assertThat(waiting()).containsOnlyKeys(far);
        assertThat(desk.links(one))
                .as("all their cases, and the reason only of a link of its own")
                .extracting(Link::caseId, link -> link.reason().isPresent())
                .containsExactly(tuple(between, true), tuple(far, false));
    }

    @Test
    void aCaseThatIsMergedWithOneWhosePersonWaitsOnALinkedCaseBringsNoSecondCall() {
        CaseId merged = asks(Urgency.U1);
        Instant due = dueOf(merged);
        CaseId goesOn = opened();
        line.setTime("2026-11-24T11:00");
        CaseId linked = asks(Urgency.U3);
        Instant later = dueOf(linked);
        link(goesOn, linked);

        assertThat(merge(merged, goesOn)).containsExactly(goesOn);
        assertThat(waiting()).containsOnlyKeys(linked);
        assertThat(dueOf(linked)).isEqualTo(due);

        assertThat(undo(merged).moved()).isEmpty();
        assertThat(waiting()).containsOnlyKeys(merged, linked);
        assertThat(dueOf(merged)).isEqualTo(due);
        assertThat(dueOf(linked)).as("as it was").isEqualTo(later);
        assertThat(caseDue(linked)).isEqualTo(later);

        unlink(goesOn, linked);
        assertThat(waiting()).as("nothing was ever promised there").containsOnlyKeys(merged, linked);
    }

    @Test
    void aCallOfALinkedCaseThatMovedByAMergeIsPromisedThereAgainWhenTheMergeIsUndone() {
        CaseId goesOn = opened();
        CaseId linked = asks(Urgency.U3);
        link(goesOn, linked);
        line.setTime("2026-11-24T11:00");
        CaseId merged = asks(Urgency.U3);
        line.setTime("2026-11-24T11:05");

        assertThat(merge(merged, goesOn)).containsExactly(linked);
        assertThat(waiting()).containsOnlyKeys(goesOn);

        assertThat(undo(merged).again()).containsExactlyInAnyOrder(merged, linked);
        assertThat(waiting()).containsOnlyKeys(merged, linked);
        assertThat(events(linked)).endsWith("callback-promised two different people");
    }

    @Test
    void whoAsksOnALinkedCaseWhileTwoCasesAreOneWaitsOnceWhenTheyAreTwoAgain() {
        CaseId merged = asks(Urgency.U1);
        Instant due = dueOf(merged);
        CaseId linked = opened();
        link(merged, linked);
        CaseId goesOn = opened();
        merge(merged, goesOn);
        line.setTime("2026-11-24T11:00");
        ask(linked, Urgency.U3);

        undo(merged);

        assertThat(waiting()).containsOnlyKeys(linked);
        assertThat(dueOf(linked)).isEqualTo(due);
    }

    @Test
    void whoWasAtAWrongNumberIsCalledOnANewOneAlsoAfterAMergeThatWasUndone() {
        CaseId id = asks(Urgency.U3);
        desk.run(handle -> desk.desks
                .callbacks()
                .attempted(
                        handle,
                        desk.edit(id, asha),
                        new NewAttempt(Disposition.WRONG_NUMBER, Optional.empty(), Optional.empty())));
        CaseId other = desk.promised(OTHER, Desk.EVERYTHING);
        merge(other, id);
        undo(other);
        assertThat(waiting()).containsOnlyKeys(other);

        var number = new NewNumber(new PhoneNumber("+447700900125"), Desk.NOTHING);
        desk.run(handle -> desk.desks.cases().number(handle, desk.edit(id, asha), number));

        assertThat(waiting()).containsOnlyKeys(id, other);
    }

    @Test
    void anAlertHoldsOnAllCasesOfThePersonThatTwoBecomeByAMerge() {
        CaseId merged = opened();
        CaseId linkedToMerged = opened();
        link(merged, linkedToMerged);
        CaseId goesOn = opened();
        CaseId linked = opened();
        link(goesOn, linked);
        desk.run(handle -> desk.desks.safety().raise(handle, merged, desk.by(asha), "partner reads the phone"));
        desk.run(handle -> desk.desks
                .safety()
                .lift(handle, desk.edit(linkedToMerged, asha), "this one is from her mother's phone"));

        merge(merged, goesOn);

        assertThat(desk.whyNoCall(goesOn)).isPresent();
        assertThat(desk.whyNoCall(linked)).isPresent();
        assertThat(desk.whyNoCall(linkedToMerged))
                .as("one that was lifted by name is not raised again")
                .isEmpty();
    }

    /** Whatever is asked, cancelled, linked, parted, merged, undone, forbidden and allowed again, in any order. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 16, 22, 23, 48, 53, 1032})
    void inAnyOrderEachPersonWhoAskedWaitsOnceAndNoLongerThanPromised(long seed) {
        var random = new SplittableRandom(seed);
        List<CaseId> cases = IntStream.range(0, CASES).mapToObj(n -> opened()).toList();
        Map<CaseId, Instant> promised = new HashMap<>();
        List<String> done = new ArrayList<>();
        for (int n = 0; n < STEPS; n++) {
            line.setTime(line.time().plusSeconds(60));
            CaseId one = cases.get(random.nextInt(CASES));
            CaseId other = cases.get(random.nextInt(CASES));
            done.add(anything(random.nextInt(14), one, other, promised));
            assertThat(wrong(cases, promised)).as(String.join("\n", done)).isEmpty();
        }
        anyDone(cases, this::allow);
        while (anyDone(cases, this::undo)) {
            anyDone(cases, this::allow);
            assertThat(wrong(cases, promised)).as("%s, and merges undone", done).isEmpty();
        }
        cases.forEach(one -> anyDone(cases, other -> unlink(one, other)));
        assertThat(waiting().keySet()).as("%s, and all parted", done).isEqualTo(promised.keySet());
        assertThat(wrong(cases, promised)).as("%s, and all parted", done).isEmpty();
    }

    private boolean forbid(CaseId id) {
        desk.run(handle -> desk.desks.cases().need(handle, desk.edit(id, asha), TEXT_ONLY, Optional.empty()));
        return true;
    }

    private List<CaseId> allow(CaseId id) {
        return desk.with(
                handle -> desk.desks.cases().withdrawNeed(handle, desk.edit(id, asha), TEXT_ONLY, "She rang us"));
    }

    private boolean mayNotBePhoned(List<CaseId> cases) {
        return cases.stream()
                .anyMatch(each -> isOpen(each)
                        && !desk.ask("SELECT count(*) FROM case_need WHERE case_id = ?", each.value())
                                .equals("0"));
    }

    /** Whether it was done for any of them, and not refused. */
    private static boolean anyDone(List<CaseId> cases, Consumer<CaseId> task) {
        return cases.stream()
                        .filter(each -> {
                            try {
                                task.accept(each);
                                return true;
                            } catch (Refused notSo) {
                                return false;
                            }
                        })
                        .count()
                > 0;
    }

    private String anything(int what, CaseId one, CaseId other, Map<CaseId, Instant> promised) {
        String names = " %d %d".formatted(one.value(), other.value());
        try {
            return switch (what) {
                case 0, 1 -> "asks" + names + asksAgain(one, promised);
                case 2, 3 -> "link" + names + link(one, other);
                case 4, 5 -> "unlink" + names + unlink(one, other);
                case 6, 7 -> "merge" + names + merge(one, other);
                case 8 -> "no phone" + names + forbid(one);
                case 9 -> "phone" + names + allow(one);
                case 10, 11 -> "cancels" + names + cancel(one, promised);
                default -> "undo" + names + undo(one);
            };
        } catch (Refused refused) {
            return "refused" + names + refused.getMessage();
        }
    }

    private String cancel(CaseId id, Map<CaseId, Instant> promised) {
        int family = Integer.parseInt(desk.ask("SELECT count(*) FROM case_family(?)", id.value()));
        if (!isOpen(id) || family > 1 || mayNotBePhoned(List.of(id))) {
            throw new Refused("Nobody could tell whose call it was.");
        }
        desk.run(handle -> desk.casework.cancel(handle, id, line.time()));
        return " " + promised.remove(id);
    }

    private String asksAgain(CaseId id, Map<CaseId, Instant> promised) {
        if (!isOpen(id)) {
            throw new Refused("The reference leads to another case.");
        }
        if (mayNotBePhoned(List.of(id))) {
            throw new Refused("Promised in another way.");
        }
        Urgency urgency = promised.isEmpty() ? Urgency.U3 : Urgency.U2;
        Instant due = ask(id, urgency);
        promised.merge(id, due, (one, other) -> one.isBefore(other) ? one : other);
        return " by " + due;
    }

    /** For each case of which it is not true that its person waits once, and by then at the latest. */
    private List<String> wrong(List<CaseId> cases, Map<CaseId, Instant> promised) {
        Map<CaseId, Instant> waiting = waiting();
        return cases.stream()
                .filter(this::isOpen)
                .map(id -> {
                    List<CaseId> person = person(id);
                    List<Instant> dues = person.stream()
                            .filter(waiting::containsKey)
                            .map(waiting::get)
                            .toList();
                    Optional<Instant> soonest = person.stream()
                            .filter(promised::containsKey)
                            .map(promised::get)
                            .min(Instant::compareTo);
                    boolean right = mayNotBePhoned(person)
                            ? dues.size() < 2
                            : soonest.map(due ->
                                            dues.size() == 1 && !dues.get(0).isAfter(due))
                                    .orElse(dues.isEmpty());
                    return right ? "" : "case %s: waits %s, promised %s".formatted(id, dues, soonest);
                })
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /** All cases of the person, with those that were merged. */
    private List<CaseId> person(CaseId id) {
        return desk.with(handle -> handle.createQuery("""
                        SELECT DISTINCT case_family(living)
                          FROM (SELECT :id AS living UNION SELECT linked_cases(:id)) AS person
                        """)
                .bind("id", id.value())
                .mapTo(CaseId.class)
                .list());
    }

    private Instant dueOf(CaseId id) {
        return waiting().get(id);
    }

    private Instant caseDue(CaseId id) {
        return desk.with(handle -> handle.createQuery("SELECT due_at FROM case_record WHERE id = :id")
                .bind("id", id.value())
                .mapTo(Instant.class)
                .one());
    }

    private boolean isOpen(CaseId id) {
        return desk.ask("SELECT status FROM case_record WHERE id = ?", id.value())
                .equals("open");
    }

    private CaseId opened() {
        return desk.with(handle -> desk.casework.open(handle, line.time()).id());
    }

    private CaseId asks(Urgency urgency) {
        CaseId id = opened();
        ask(id, urgency);
        return id;
    }

    private Instant ask(CaseId id, Urgency urgency) {
        return desk.with(handle -> desk.casework
                .requestCallback(handle, id, Desk.OWN, Desk.EVERYTHING, new Casework.Asked(urgency, line.time()))
                .due());
    }

    private List<CaseId> link(CaseId one, CaseId other) {
        return desk.with(handle -> desk.desks.links().link(handle, one, other, desk.by(asha), "She said so"));
    }

    private Calls unlink(CaseId one, CaseId other) {
        return desk.with(handle -> desk.desks.links().unlink(handle, one, other, desk.by(asha), "two sisters"));
    }

    private List<CaseId> merge(CaseId one, CaseId into) {
        return desk.with(handle -> desk.desks.merges().merge(handle, desk.edit(one, asha), into, "the same name"));
    }

    private Calls undo(CaseId one) {
        return desk.with(handle -> desk.desks.merges().undo(handle, one, desk.by(asha), "two different people"));
    }

    /** By when a call is promised, on each case on which one is. */
    private Map<CaseId, Instant> waiting() {
        return desk.with(handle -> handle.createQuery("SELECT case_id, due_at FROM callback WHERE status = 'open'")
                .reduceRows(new HashMap<CaseId, Instant>(), (waiting, row) -> {
                    waiting.put(row.getColumn("case_id", CaseId.class), row.getColumn("due_at", Instant.class));
                    return waiting;
                }));
    }

    /** What happened on a case, each with what it became or why. */
    private List<String> events(CaseId id) {
        return desk.with(handle -> handle.createQuery("""
                        SELECT concat_ws(' ', kind, coalesce(becomes, reason))
                          FROM case_event
                         WHERE case_id = :id
                         ORDER BY id
                        """)
                .bind("id", id.value())
                .mapTo(String.class)
                .list());
    }
}
