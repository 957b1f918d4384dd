package uk.referralline.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import uk.referralline.duty.AdvocateId;
import uk.referralline.store.Database;
import uk.referralline.store.TestDatabase;

class ChainTest {
    private static final Instant TUESDAY = Instant.parse("2026-11-24T10:15:00.123456Z");

    private final String url = TestDatabase.fresh();
    private final Database database = Database.open(url);
    private final Chain chain = new Chain(database.jdbi());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anAuditThatNobodyTouchedIsWhole() {
        assertThat(verify()).isEqualTo(new Verdict.Whole(Optional.empty()));
        note(12_000);

        Verdict.Newest newest = newest();

        assertThat(newest.anchor().seq()).isEqualTo(12_000);
        assertThat(newest.at()).isEqualTo(TUESDAY.plusSeconds(12_000));
        assertThat(chain.verify(Optional.of(newest.anchor()))).isInstanceOf(Verdict.Whole.class);
    }

    @Test
    void whateverIsWrittenIsSummedAlikeHereAndInTheDatabase() {
        database.jdbi().useTransaction(handle -> {
            for (Action action : Action.values()) {
                Audit.note(handle, entry(1, action).because("Zażółć – the “ward” asked 🙂\nand again"));
                Audit.note(
                        handle, Entry.of(Actor.service("line"), action, Subject.of("list", "x.y_Z-1"), Instant.EPOCH));
                Audit.note(handle, entry(-4_000_000_000L, action).detailed("before-1970"));
            }
        });

        assertThat(verify()).isInstanceOf(Verdict.Whole.class);
    }

    @Test
    void anEntryThatWasChangedIsFound() {
        note(5);

        assertThat(List.of(
                        "at = at + interval '1 microsecond'",
                        "actor_id = '4'",
                        "action = 'play'",
                        "subject_id = '13'",
                        "detail = NULL",
                        "why = ''",
                        "hash = previous_hash",
                        "previous_hash = hash",
                        // The same letters, but not in the same fields.
                        "subject_kind = 'cas', subject_id = 'e3'"))
                .allSatisfy(change -> {
                    Verdict.Newest before = newest();
                    tamper("ALTER TABLE audit_entry DROP CONSTRAINT IF EXISTS audit_entry_why_check");
                    tamper("CREATE TABLE kept AS SELECT * FROM audit_entry WHERE seq = 3");
                    tamper("UPDATE audit_entry SET " + change + " WHERE seq = 3");
                    assertThat(verify())
                            .isEqualTo(new Verdict.Broken(
                                    "Entry 3 does not follow from entry 2: it was changed, or one is missing."));
                    tamper("DELETE FROM audit_entry WHERE seq = 3");
                    tamper("ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_follows_from_the_one_before");
                    tamper("INSERT INTO audit_entry SELECT * FROM kept");
                    tamper("ALTER TABLE audit_entry ENABLE TRIGGER audit_entry_follows_from_the_one_before");
                    tamper("DROP TABLE kept");
                    assertThat(newest()).isEqualTo(before);
                });
    }

    @Test
    void anEntryThatIsMissingIsFound() {
        note(5);
        tamper("DELETE FROM audit_entry WHERE seq = 3");

        assertThat(verify())
                .isEqualTo(
                        new Verdict.Broken("Entry 4 does not follow from entry 2: it was changed, or one is missing."));

        tamper("DELETE FROM audit_entry WHERE seq < 4");
        assertThat(verify())
                .isEqualTo(new Verdict.Broken("Entry 4 does not begin the audit: it was changed, or one is missing."));
    }

    @Test
    void whoeverKeptAnAnchorFindsThatTheEndWasCutOff() {
        note(5);
        Anchor kept = newest().anchor();
        tamper("DELETE FROM audit_entry WHERE seq > 3");

        assertThat(verify()).isInstanceOf(Verdict.Whole.class);
        assertThat(chain.verify(Optional.of(kept)))
                .isEqualTo(new Verdict.Broken("Entry 5 is missing: the audit ends at entry 3."));

        note(4);
        assertThat(verify()).isInstanceOf(Verdict.Whole.class);
        assertThat(chain.verify(Optional.of(kept)))
                .isEqualTo(new Verdict.Broken("Entry 5 is not the one you expect:"
                        + " it was changed, or the audit was cut short and went on."));

        tamper("TRUNCATE audit_entry");
        assertThat(chain.verify(Optional.of(kept)))
                .isEqualTo(new Verdict.Broken("Entry 5 is missing: the audit ends before its first entry."));
    }

    @Test
    void aReasonIsErasedAndTheAuditStaysWhole() {
        note(3);
        Anchor kept = newest().anchor();

        database.jdbi().useTransaction(handle -> {
            Audit.note(handle, entry(4, Action.VIEW).because("Given in the very transaction"));
            Audit.eraseReasons(handle, Actor.service("line"), Subject.of("case", 12), TUESDAY);
        });

        assertThat(chain.verify(Optional.of(kept))).isInstanceOf(Verdict.Whole.class);
        assertThat(newest().anchor().seq()).isEqualTo(5);
    }

    @Test
    void aReasonThatIsGoneWithoutAnEntryThatSaysSoIsFound() {
        note(3);
        database.jdbi().useHandle(handle -> handle.execute("DELETE FROM audit_reason WHERE seq = 2"));
        database.jdbi().useTransaction(handle -> Audit.note(handle, entry(9, Action.VIEW)));

        assertThat(verify())
                .isEqualTo(new Verdict.Broken(
                        "The reason of entry 2 is gone, and no later entry says that it was erased."));
    }

    @Test
    void aReasonThatWasChangedIsFound() {
        note(3);
        tamper("UPDATE audit_reason SET why = 'I was bored.' WHERE seq = 2");

        assertThat(verify()).isEqualTo(new Verdict.Broken("The reason of entry 2 is not the one that was given."));
    }

    @Test
    void twoEntriesWithOneReasonDoNotShowIt() {
        note(2);

        assertThat(database.jdbi()
                        .<Integer, RuntimeException>withHandle(
                                handle -> handle.createQuery("SELECT count(DISTINCT why_hash) FROM audit_entry")
                                        .mapTo(Integer.class)
                                        .one()))
                .isEqualTo(2);
    }

    @Test
    void aReasonFromWhenReasonsStoodInTheChainStaysThereAndTheAuditIsWhole() {
        note(2);
        tamper("ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_follows_from_the_one_before");
        tamper("""
                INSERT INTO audit_entry
                    (seq, at, actor_kind, actor_id, action, subject_kind, subject_id, why, previous_hash, hash)
                SELECT 3, at, 'advocate', '3', 'view', 'case', '12', 'As ever.', hash,
                       sha256(hash || int8send(3) || int8send((extract(epoch FROM at) * 1000000)::bigint)
                           || audit_field('advocate') || audit_field('3') || audit_field('view') || audit_field('case')
                           || audit_field('12') || audit_field(NULL) || audit_field('As ever.'))
                  FROM audit_entry
                 WHERE seq = 2
                """);
        tamper("ALTER TABLE audit_entry ENABLE TRIGGER audit_entry_follows_from_the_one_before");
        note(1);

        assertThat(newest().anchor().seq()).isEqualTo(4);
        List<Noted> noted = database.jdbi().withHandle(handle -> Audit.of(handle, Subject.of("case", 12), 10));
        assertThat(noted)
                .extracting(each -> each.entry().why().orElse(""))
                .containsExactly("I was asked.", "As ever.", "I was asked.", "I was asked.");
    }

    @Test
    void nobodyChoosesThePlaceOrTheHashOfAnEntry() {
        note(1);
        database.jdbi().useHandle(handle -> handle.execute("""
                INSERT INTO audit_entry
                    (seq, at, actor_kind, actor_id, action, subject_kind, subject_id, previous_hash, hash)
                VALUES (99, '2026-11-24', 'advocate', '3', 'view', 'case', '12', sha256('a'), sha256('b'))
                """));

        assertThat(newest().anchor().seq()).isEqualTo(2);
    }

    @Test
    void manyTransactionsOfTwoNodesMakeOneChainAndNeverWaitForEachOtherInACircle() throws Exception {
        database.jdbi().useHandle(handle -> handle.execute("""
                INSERT INTO tally (name, day, count)
                SELECT 'row-' || n, '2026-11-24', 1 FROM generate_series(0, 2) AS n
                """));
        ExecutorService people = Executors.newFixedThreadPool(12);
        try (Database otherNode = Database.open(url)) {
            List<Callable<Integer>> work = IntStream.range(0, 300)
                    .<Callable<Integer>>mapToObj(n -> () -> {
                        Database node = n % 2 == 0 ? database : otherNode;
                        return node.jdbi().inTransaction(handle -> act(handle, n));
                    })
                    .toList();
            int noted = 0;
            for (Future<Integer> done : people.invokeAll(work)) {
                noted += done.get();
            }

            assertThat(newest().anchor().seq()).isEqualTo(noted).isGreaterThan(300);
        } finally {
            people.shutdownNow();
        }
    }

    /** Some note before they lock a row that others want, some after; some give up. */
    private static int act(Handle handle, int n) {
        if (n % 4 < 2) {
            Audit.note(handle, entry(n, Action.CHANGE));
        }
        handle.execute("UPDATE tally SET count = count + 1 WHERE name = ?", "row-" + n % 3);
        if (n % 4 >= 2) {
            Audit.note(handle, entry(n, Action.CHANGE));
        }
        if (n % 7 == 0) {
            handle.rollback();
            return 0;
        }
        Audit.note(handle, entry(n, Action.SEND));
        return 2;
    }

    @Test
    void anAnchorIsReadAsItIsWritten() {
        note(1);
        Anchor anchor = newest().anchor();

        assertThat(Anchor.parse(anchor.toString())).isEqualTo(anchor);
        for (String wrong : List.of("", "1", "1:", "x:" + anchor.hash(), "0:" + anchor.hash(), "1:" + "g".repeat(64))) {
            assertThatIllegalArgumentException().isThrownBy(() -> Anchor.parse(wrong));
        }
    }

    @Test
    void theLogHoldsAnAnchorForEachTimeThatTheAuditHasGrown() {
        List<String> logged = logged(() -> {
            chain.tell();
            note(2);
            chain.tell();
            chain.tell();
            note(1);
            chain.tell();
        });

        assertThat(logged)
                .hasSize(2)
                .allMatch(line -> line.matches("the newest entry of the audit is [23]:[0-9a-f]{64}"));
        assertThat(logged.get(1)).endsWith(newest().anchor().toString());
    }

    private static List<String> logged(Runnable what) {
        var log = (Logger) LoggerFactory.getLogger(Chain.class);
        var kept = new ListAppender<ILoggingEvent>();
        kept.start();
        log.setLevel(Level.INFO);
        log.addAppender(kept);
        try {
            what.run();
        } finally {
            log.detachAppender(kept);
            log.setLevel(null);
        }
        return kept.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private Verdict verify() {
        return chain.verify(Optional.empty());
    }

    private Verdict.Newest newest() {
        return verify().tell(whole -> whole.newest().orElseThrow(), broken -> {
            throw new AssertionError(broken.sentence());
        });
    }

    private void note(int entries) {
        database.jdbi()
                .useTransaction(handle -> IntStream.rangeClosed(1, entries)
                        .forEach(n -> Audit.note(
                                handle,
                                entry(n, Action.VIEW).detailed("history").because("I was asked."))));
    }

    private static Entry entry(long n, Action action) {
        return Entry.of(Actor.advocate(new AdvocateId(3)), action, Subject.of("case", 12), TUESDAY.plusSeconds(n));
    }

    /** What somebody with every right could do. */
    private void tamper(String sql) {
        TestDatabase.asOwner(url).useTransaction(handle -> {
            handle.execute("ALTER TABLE audit_entry DISABLE TRIGGER audit_is_never_changed");
            handle.execute(sql);
            handle.execute("ALTER TABLE audit_entry ENABLE ALWAYS TRIGGER audit_is_never_changed");
        });
    }
}
