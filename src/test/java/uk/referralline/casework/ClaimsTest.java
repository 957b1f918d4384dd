package uk.referralline.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.referralline.Line;
import uk.referralline.TestLine;
import uk.referralline.duty.AdvocateId;

/** Who gets a case when several want it. */
class ClaimsTest {

    @RegisterExtension
    final TestLine line = new TestLine();

    @Test
    void theSecondOfTwoLearnsWhoCameFirst() {
        var desk = new Desk(line);
        AdvocateId asha = desk.advocate("Asha");
        AdvocateId ben = desk.advocate("Ben");
        CaseId id = desk.promised();

        Claim first = desk.with(handle -> desk.desks.claims().claim(handle, id, desk.by(asha)));
        Claim second = desk.with(handle -> desk.desks.claims().claim(handle, id, desk.by(ben)));

        assertThat(first.advocate()).isEqualTo(asha);
        assertThat(second).isEqualTo(first);
    }

    @Test
    void aClaimEndsByItself() {
        var desk = new Desk(line);
        AdvocateId asha = desk.advocate("Asha");
        AdvocateId ben = desk.advocate("Ben");
        CaseId id = desk.promised();
        Claim first = desk.with(handle -> desk.desks.claims().claim(handle, id, desk.by(asha)));

        line.setTime("2026-11-24T16:00");
        Claim later = desk.with(handle -> desk.desks.claims().claim(handle, id, desk.by(ben)));

        assertThat(first.until()).isBefore(line.time());
        assertThat(later.advocate()).isEqualTo(ben);
    }

    @Test
    void claimingAgainRenewsOnesOwnClaimAndIsNotedOnce() {
        var desk = new Desk(line);
        AdvocateId asha = desk.advocate("Asha");
        CaseId id = desk.promised();
        Claim first = desk.with(handle -> desk.desks.claims().claim(handle, id, desk.by(asha)));

        line.setTime("2026-11-24T10:20");
        Claim again = desk.with(handle -> desk.desks.claims().claim(handle, id, desk.by(asha)));

        assertThat(again.claimedAt()).isEqualTo(first.claimedAt());
        assertThat(again.until()).isAfter(first.until());
        assertThat(desk.ask("SELECT count(*) FROM case_event WHERE kind = 'claimed'"))
                .isEqualTo("1");
    }

    @Test
    void goingOnAfterTheLeaseEndedIsNotTakingTheCaseAgainUnlessAColleagueHadIt() {
        var desk = new Desk(line);
        AdvocateId asha = desk.advocate("Asha");
        AdvocateId ben = desk.advocate("Ben");
        CaseId id = desk.promised();
        desk.run(handle -> desk.desks.claims().claim(handle, id, desk.by(asha)));

        line.setTime("2026-11-24T16:00");
        desk.run(handle -> desk.desks.claims().hold(handle, id, desk.by(asha)));
        assertThat(desk.ask("SELECT count(*) FROM case_event WHERE kind = 'claimed'"))
                .isEqualTo("1");

        line.setTime("2026-11-24T16:40");
        desk.run(handle -> desk.desks.claims().hold(handle, id, desk.by(ben)));
        line.setTime("2026-11-24T17:20");
        desk.run(handle -> desk.desks.claims().hold(handle, id, desk.by(asha)));
        assertThat(desk.ask("SELECT count(*) FROM case_event WHERE kind = 'claimed'"))
                .isEqualTo("3");
    }

    @Test
    void takingOverNeedsAReasonAndSaysWhoseItWas() {
        var desk = new Desk(line);
        AdvocateId asha = desk.advocate("Asha");
        AdvocateId ben = desk.advocate("Ben");
        CaseId id = desk.promised();
        desk.run(handle -> desk.desks.claims().claim(handle, id, desk.by(asha)));

        assertThatThrownBy(() -> desk.run(handle -> desk.desks.claims().takeOver(handle, id, desk.by(ben), "  ")))
                .isInstanceOf(Refused.class)
                .hasMessage("Say why, in a few words.");
        Claim taken =
                desk.with(handle -> desk.desks.claims().takeOver(handle, id, desk.by(ben), "Asha was called away"));

        assertThat(taken.advocate()).isEqualTo(ben);
        assertThat(desk.ask("SELECT was || ': ' || reason FROM case_event WHERE kind = 'taken-over'"))
                .isEqualTo(asha.value() + ": Asha was called away");
    }

    @Test
    void onlyAnOpenCaseCanBeClaimed() {
        var desk = new Desk(line);
        AdvocateId asha = desk.advocate("Asha");
        CaseId id = desk.with(handle -> desk.casework.open(handle, line.time()).id());
        desk.run(handle -> desk.casework.close(handle, id, "nothing-asked", line.time()));

        assertThatThrownBy(() -> desk.run(handle -> desk.desks.claims().claim(handle, id, desk.by(asha))))
                .isInstanceOf(Refused.class)
                .hasMessage("This case is not open any more.");
    }

    @Test
    void theCaseOfAnOwnerWhoLeftIsNextForSomebodyElse() {
        var desk = new Desk(line);
        AdvocateId asha = desk.advocate("Asha");
        AdvocateId ben = desk.advocate("Ben");
        CaseId id = desk.promised();
        desk.run(handle -> desk.desks.cases().owner(handle, desk.edit(id, asha), Optional.of(asha), "I know the ward"));
        assertThat(desk.<Optional<Claim>>with(handle -> desk.desks.claims().claimNext(handle, desk.by(ben))))
                .isEmpty();

        desk.run(handle -> handle.execute("UPDATE advocate SET active = false WHERE id = ?", asha.value()));

        assertThat(desk.<Optional<Claim>>with(handle -> desk.desks.claims().claimNext(handle, desk.by(ben))))
                .hasValueSatisfying(claim -> assertThat(claim.caseId()).isEqualTo(id));
    }

    @Test
    void ofManyAtTheSameInstantOnTwoNodesExactlyOneGetsACase() throws Exception {
        var desk = new Desk(line);
        CaseId id = desk.promised();
        List<AdvocateId> all = new ArrayList<>();
        for (int n = 0; n < 24; n++) {
            all.add(desk.advocate("advocate-" + n));
        }
        List<Claim> claims = atOnce(
                all,
                (jdbi, advocate) -> Optional.of(
                        jdbi.inTransaction(handle -> desk.desks.claims().claim(handle, id, desk.by(advocate)))));

        assertThat(claims).hasSize(24);
        assertThat(new HashSet<>(claims)).hasSize(1);
        assertThat(desk.ask("SELECT count(*) FROM case_event WHERE kind = 'claimed'"))
                .isEqualTo("1");
    }

    @Test
    void atTheVeryInstantAtWhichALeaseEndsExactlyOneOfManyGetsTheCase() throws Exception {
        var desk = new Desk(line);
        CaseId id = desk.promised();
        List<AdvocateId> all = new ArrayList<>();
        for (int n = 0; n < 12; n++) {
            all.add(desk.advocate("advocate-" + n));
        }
        Claim ended = desk.with(handle -> desk.desks.claims().claim(handle, id, desk.by(all.get(0))));
        var at = ended.until();

        List<Claim> claims = atOnce(
                all,
                (jdbi, advocate) -> Optional.of(
                        jdbi.inTransaction(handle -> desk.desks.claims().claim(handle, id, new By(advocate, at)))));

        assertThat(new HashSet<>(claims)).hasSize(1);
        assertThat(claims.get(0).claimedAt()).isEqualTo(at);
        assertThat(desk.ask("SELECT count(*) FROM case_event WHERE kind = 'claimed'"))
                .isEqualTo("2");
    }

    @Test
    void manyWhoTakeTheNextCaseAtTheSameInstantAreGivenDifferentOnesAndNoneIsLost() throws Exception {
        var desk = new Desk(line);
        List<AdvocateId> all = new ArrayList<>();
        for (int n = 0; n < 24; n++) {
            all.add(desk.advocate("advocate-" + n));
            desk.promised();
        }
        Map<CaseId, AdvocateId> given = new ConcurrentHashMap<>();
        List<Claim> claims = atOnce(all, (jdbi, advocate) -> {
            Optional<Claim> claim =
                    jdbi.inTransaction(handle -> desk.desks.claims().claimNext(handle, desk.by(advocate)));
            claim.ifPresent(held -> given.put(held.caseId(), held.advocate()));
            return claim;
        });

        assertThat(claims).hasSize(24);
        assertThat(given).hasSize(24);
        assertThat(new HashSet<>(given.values())).hasSize(24);
        assertThat(desk.ask(
                        "SELECT count(*) FROM claim WHERE until > ?::timestamptz",
                        line.time().toString()))
                .isEqualTo("24");
    }

    /** Everybody at once, by turns on two nodes with a pool of connections each. */
    private List<Claim> atOnce(List<AdvocateId> all, Attempt attempt) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(all.size());
        try (Line other = line.anotherNode()) {
            List<Jdbi> pools = List.of(line.jdbi(), line.jdbi(other));
            var start = new CountDownLatch(1);
            List<Future<Optional<Claim>>> futures = new ArrayList<>();
            for (int n = 0; n < all.size(); n++) {
                Jdbi pool = pools.get(n % 2);
                AdvocateId advocate = all.get(n);
                futures.add(threads.submit(() -> {
                    start.await();
                    return attempt.by(pool, advocate);
                }));
            }
            start.countDown();
            List<Claim> claims = new ArrayList<>();
            for (var future : futures) {
                future.get().ifPresent(claims::add);
            }
            return claims;
        } finally {
            threads.shutdownNow();
        }
    }

    private interface Attempt {
        Optional<Claim> by(Jdbi jdbi, AdvocateId advocate);
    }
}
