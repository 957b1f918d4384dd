package uk.referralline.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.referralline.TestLine;
import uk.referralline.duty.AdvocateId;

/** What waits, as an advocate reads it. */
class QueueTest {

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
    void whatIsOverdueComesFirstAndThenWhatIsDueNext() {
        CaseId later = desk.promised();
        CaseId urgent = desk.promised();
        desk.run(handle -> desk.desks.cases().urgency(handle, desk.edit(urgent, asha), Urgency.U1, "tribunal"));
        desk.run(handle -> desk.desks.claims().release(handle, urgent, desk.by(asha)));
        line.setTime("2026-11-24T18:00");

        List<Waiting> all = read(Queue.Part.ALL);

        assertThat(all).extracting(Waiting::id).containsExactly(urgent, later);
        assertThat(all).extracting(each -> each.overdue(line.time())).containsExactly(true, false);
        assertThat(counts()).isEqualTo(new Queue.Counts(2, 1, 0));
    }

    @Test
    void aRowTellsWhatIsSafeAndWhoDealsWithIt() {
        CaseId id = desk.promised();
        desk.run(handle -> desk.desks
                .cases()
                .need(handle, desk.edit(id, asha), CommunicationNeed.BSL_INTERPRETER, Optional.empty()));
        desk.run(handle -> desk.desks.safety().raise(handle, id, desk.by(asha), "partner reads the phone"));

        assertThat(read(Queue.Part.ALL)).singleElement().satisfies(row -> {
            assertThat(row.claimant()).contains("Asha");
            assertThat(row.needs()).containsExactly("bsl-interpreter");
            assertThat(row.alert()).isTrue();
            assertThat(row.mayLeaveMessage()).isTrue();
            assertThat(row.number()).contains(Desk.OWN);
        });
    }

    @Test
    void freeMineAndTheRest() {
        AdvocateId ben = desk.advocate("Ben");
        CaseId mine = desk.promised();
        CaseId bens = desk.promised();
        CaseId free = desk.promised();
        desk.run(handle -> desk.desks.claims().claim(handle, mine, desk.by(asha)));
        desk.run(handle -> desk.desks.claims().claim(handle, bens, desk.by(ben)));

        assertThat(read(Queue.Part.FREE)).extracting(Waiting::id).containsExactly(free);
        assertThat(read(Queue.Part.MINE)).extracting(Waiting::id).containsExactly(mine);
        assertThat(read(Queue.Part.ALL)).hasSize(3);
    }

    @Test
    void aCaseIsReadWhole() {
        CaseId id = desk.promised();

        CaseFile file =
                desk.with(handle -> CaseFile.read(handle, id, line.time())).orElseThrow();

        assertThat(file.head().status()).isEqualTo(CaseStatus.OPEN);
        assertThat(file.callback()).isPresent();
        assertThat(file.numbers())
                .singleElement()
                .satisfies(number -> assertThat(number.mayText()).isTrue());
        assertThat(file.noCall()).isEmpty();
        assertThat(file.toString()).isEqualTo("case row " + id.value());
    }

    private List<Waiting> read(Queue.Part part) {
        return desk.with(handle -> new Queue().read(handle, new Queue.Asked(part, asha, line.time(), 0, 50)));
    }

    private Queue.Counts counts() {
        return desk.with(handle -> new Queue().count(handle, line.time()));
    }
}
