package uk.referralline.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.referralline.TestLine;
import uk.referralline.duty.AdvocateId;
import uk.referralline.sandbox.SandboxCall;

/** Callers and advocates who change the cases of one person at the same instant. */
class AskedAtOnceTest {
    private static final int ROUNDS = 25;

    @RegisterExtension
    final TestLine line = new TestLine();

    @Test
    void whatSomebodyAsksWhileAnAdvocateChangesTheirCaseIsKeptBesideIt() {
        var desk = new Desk(line);
        AdvocateId asha = desk.advocate("Asha");
        CaseId id = desk.with(handle -> desk.casework.open(handle, line.time()).id());
        int before = desk.version(id);
        List<CompletableFuture<Void>> asked = new ArrayList<>();

        desk.run(handle -> {
            desk.desks.cases().urgency(handle, new Edit(id, before, desk.by(asha)), Urgency.U2, "a hearing");
            asked.add(CompletableFuture.runAsync(() -> ask(desk, id, Urgency.U1)));
            waits(desk, asked.get(0));
        });
        asked.get(0).join();

        assertThat(desk.ask("SELECT kind || ' ' || urgency FROM case_record")).isEqualTo("self-referral U1");
        assertThat(desk.version(id)).isEqualTo(before + 2);
        assertThat(desk.ask("SELECT count(*) FROM callback WHERE status = 'open'"))
                .isEqualTo("1");
        assertThat(desk.ask("SELECT (SELECT due_at FROM callback) = due_at FROM case_record"))
                .isEqualTo("t");
    }

    @Test
    void whoeverAsksOnTwoLinkedCasesAtOnceNeitherWaitsForEverNorTwice() {
        var desk = new Desk(line);
        AdvocateId asha = desk.advocate("Asha");
        CaseId one = desk.promised();
        CaseId two = desk.with(handle -> desk.casework.open(handle, line.time()).id());
        desk.run(handle -> desk.desks.links().link(handle, one, two, desk.by(asha), "She said so"));
        var barrier = new CyclicBarrier(2);

        CompletableFuture.allOf(again(desk, one, barrier), again(desk, two, barrier))
                .join();

        assertThat(desk.ask("SELECT count(*) FROM callback WHERE status = 'open'"))
                .isEqualTo("1");
    }

    @Test
    void whoAsksWhileTheirCasesAreLinkedAndPartedWaitsOnceAndNobodyForEver() {
        var desk = new Desk(line);
        AdvocateId asha = desk.advocate("Asha");
        AdvocateId ben = desk.advocate("Ben");
        List<CaseId> cases = List.of(desk.promised(), desk.promised(), desk.promised());
        var barrier = new CyclicBarrier(4);

        CompletableFuture.allOf(
                        again(desk, cases.get(0), barrier),
                        again(desk, cases.get(2), barrier),
                        linksAndParts(desk, asha, cases.get(0), cases.get(1), barrier),
                        linksAndParts(desk, ben, cases.get(1), cases.get(2), barrier))
                .join();

        assertThat(desk.ask("SELECT count(*) FROM callback WHERE status = 'open'"))
                .as("all are linked in the end")
                .isEqualTo("1");
    }

    @Test
    void aMergeIsUndoneWhileTheLastTurnOfACallThatMovedWithItIsKept() {
        var desk = new Desk(line);
        AdvocateId asha = desk.advocate("Asha");
        CaseId into = desk.promised();
        SandboxCall call = line.callFrom("+447700900124");
        call.presses("1");
        var merged = new CaseId(Long.parseLong(desk.ask("SELECT case_id FROM call")));
        desk.run(handle -> desk.desks.merges().merge(handle, desk.edit(merged, asha), into, "She said so"));
        call.hangsUp();
        List<CompletableFuture<Void>> undone = new ArrayList<>();

        // What is sent late, such as how a recording went, locks the call and then its case.
        desk.run(handle -> {
            handle.execute("SELECT 1 FROM call FOR UPDATE");
            undone.add(CompletableFuture.runAsync(
                    () -> desk.run(inner -> desk.desks.merges().undo(inner, merged, desk.by(asha), "two sisters"))));
            waits(desk, undone.get(0));
            handle.execute("UPDATE case_record SET version = version + 1 WHERE id = ?", into.value());
        });
        undone.get(0).join();

        assertThat(desk.ask("SELECT case_id FROM call")).isEqualTo(String.valueOf(merged.value()));
    }

    private static void waits(Desk desk, CompletableFuture<?> other) {
        await().until(() -> other.isDone()
                || !desk.ask("SELECT count(*) FROM pg_locks WHERE NOT granted").equals("0"));
    }

    private CompletableFuture<Void> linksAndParts(
            Desk desk, AdvocateId advocate, CaseId one, CaseId other, CyclicBarrier barrier) {
        return CompletableFuture.runAsync(() -> {
            for (int round = 0; round < ROUNDS; round++) {
                together(barrier);
                if (round % 2 == 0) {
                    desk.run(handle -> desk.desks.links().link(handle, one, other, desk.by(advocate), "She said so"));
                } else {
                    desk.run(handle -> desk.desks.links().unlink(handle, one, other, desk.by(advocate), "two sisters"));
                }
            }
        });
    }

    private CompletableFuture<Void> again(Desk desk, CaseId id, CyclicBarrier barrier) {
        return CompletableFuture.runAsync(() -> {
            for (int round = 0; round < ROUNDS; round++) {
                together(barrier);
                ask(desk, id, Urgency.U3);
            }
        });
    }

    private static void together(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private void ask(Desk desk, CaseId id, Urgency urgency) {
        desk.run(handle -> desk.casework.requestCallback(
                handle, id, Desk.OWN, Desk.EVERYTHING, new Casework.Asked(urgency, line.time())));
    }
}
