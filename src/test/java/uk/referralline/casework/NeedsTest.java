package uk.referralline.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.referralline.duty.OpeningHours;
import uk.referralline.number.PhoneNumber;
import uk.referralline.store.Database;
import uk.referralline.store.TestDatabase;
import uk.referralline.yaml.Entry;
import uk.referralline.yaml.Faults;

/** What is noted on a case about the person: what they need, and whether they qualify. */
class NeedsTest {
    private static final Instant AT = Instant.parse("2026-11-24T10:15:00Z");
    private static final PhoneNumber NUMBER = new PhoneNumber("+447700900123");
    private static final Permissions NOTHING = new Permissions(true, false, false);
    private static final Casework.Asked SOON = new Casework.Asked(Urgency.U2, AT);
    private static final NeedNote NOTE = new NeedNote(Optional.empty(), Optional.empty(), AT.plusSeconds(60));

    private Database database;
    private Casework casework;
    private CaseId id;

    @BeforeEach
    void open() {
        database = Database.open(TestDatabase.fresh())
                .text(PhoneNumber.class, PhoneNumber::new, PhoneNumber::e164)
                .text(Reference.class, Reference::new, Reference::digits)
                .text(Eligibility.class, Eligibility::ofWord, Eligibility::word)
                .text(CommunicationNeed.class, CommunicationNeed::ofWord, CommunicationNeed::word)
                .text(Urgency.class, Urgency::valueOf, Urgency::name)
                .number(CaseId.class, CaseId::new, CaseId::value);
        casework = shippedCasework();
        id = database.jdbi().inTransaction(handle -> casework.open(handle, AT)).id();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void aNeedNotedAfterACallbackWasAskedEndsItWhenItForbidsCalls(CommunicationNeed need) {
        Instant due = inTransaction(this::requestCallback);

        note(EnumSet.of(need));

        assertThat(callbacks()).containsExactly(need.blocksPhoneCalls() ? "ended must-not-be-phoned" : "open -");
        assertThat(openUntil()).contains(due);
    }

    @ParameterizedTest
    @EnumSource
    void aCallbackAskedAfterANeedThatForbidsCallsIsAPromiseWithoutACall(CommunicationNeed need) {
        note(EnumSet.of(need));

        Instant due = inTransaction(this::requestCallback);

        assertThat(callbacks()).isEqualTo(need.blocksPhoneCalls() ? List.of() : List.of("open -"));
        assertThat(openUntil()).contains(due);
    }

    @Test
    void aWardIsNotPhonedEitherForAPersonWhoMustNotBePhoned() {
        note(EnumSet.of(CommunicationNeed.NO_PHONE_CALLS));

        Instant due = inTransaction(handle ->
                casework.requestWardCallback(handle, id, "st-michaels", SOON).due());

        assertThat(callbacks()).isEmpty();
        assertThat(openUntil()).contains(due);
    }

    @Test
    void theDatabaseItselfRefusesACallbackToAPersonWhoMustNotBePhoned() {
        note(EnumSet.of(CommunicationNeed.NO_PHONE_CALLS));

        assertThatThrownBy(() -> database.jdbi()
                        .useHandle(handle -> handle.createUpdate("""
                                        INSERT INTO callback (case_id, number, status, due_at, asked_at)
                                        VALUES (:id, :number, 'open', :at, :at)
                                        """)
                                .bindByType("id", id, CaseId.class)
                                .bindByType("number", NUMBER, PhoneNumber.class)
                                .bind("at", AT)
                                .execute()))
                .isInstanceOf(JdbiException.class)
                .hasMessageContaining("must not be phoned");
    }

    @Test
    void theDatabaseItselfRefusesToOpenAnEndedCallbackAgain() {
        inTransaction(this::requestCallback);
        note(EnumSet.of(CommunicationNeed.NO_PHONE_CALLS));

        assertThatThrownBy(() -> database.jdbi()
                        .useHandle(handle ->
                                handle.execute("UPDATE callback SET status = 'open', outcome = NULL, ended_at = NULL")))
                .hasMessageContaining("must not be phoned");
    }

    @Test
    void anotherPersonsCallbackStays() {
        inTransaction(this::requestCallback);
        CaseId other = database.jdbi()
                .inTransaction(handle -> casework.open(handle, AT))
                .id();

        database.jdbi()
                .useTransaction(
                        handle -> casework.needs(handle, other, Set.of(CommunicationNeed.NO_PHONE_CALLS), NOTE));

        assertThat(callbacks()).containsExactly("open -");
    }

    @Test
    void aNeedAndACallbackThatComeAtTheSameMomentLeaveNoOpenCallback() throws Exception {
        for (int round = 0; round < 20; round++) {
            id = database.jdbi()
                    .inTransaction(handle -> casework.open(handle, AT))
                    .id();
            atOnce(
                    handle -> casework.needs(handle, id, Set.of(CommunicationNeed.CONTACT_BY_TEXT_ONLY), NOTE),
                    this::requestCallback);

            assertThat(callbacks()).doesNotContain("open -");
        }
    }

    @Test
    void aNeedToldTwiceIsOneAndKeepsTheNewerDetail() {
        Set<CommunicationNeed> interpreter = EnumSet.of(CommunicationNeed.SPOKEN_INTERPRETER);
        note(interpreter);
        database.jdbi()
                .useTransaction(handle -> casework.needs(
                        handle, id, interpreter, new NeedNote(Optional.of("Polish"), Optional.empty(), AT)));
        note(interpreter);

        assertThat(rows("SELECT need || ' ' || detail FROM case_need")).containsExactly("spoken-interpreter Polish");
    }

    @Test
    void aCaseWithAPromiseOfContactIsNotClosedAsNothing() {
        inTransaction(handle -> casework.requestContact(handle, id, NUMBER, NOTHING, SOON));

        database.jdbi().useTransaction(handle -> casework.close(handle, id, "nothing-asked", AT));

        assertThat(rows("SELECT status FROM case_record")).containsExactly("open");
    }

    @Test
    void theCallScriptsNeedsAreOurs() throws IOException {
        Entry line = Entry.read("line.yaml", Files.readString(Path.of("ivr-scripts/line.yaml")), new Faults())
                .orElseThrow();
        List<String> words =
                line.child("fields").orElseThrow().child("need").orElseThrow().texts();

        assertThat(words)
                .isNotEmpty()
                .allSatisfy(word -> assertThat(CommunicationNeed.ofWord(word)).isNotNull());
    }

    @Test
    void whoQualifiesIsNotedOnTheCaseAndItsReferral() {
        var details = new ReferralDetails(
                "ward-staff", NUMBER, Optional.empty(), "yes", Optional.of("detained-or-order"), Optional.empty());
        inTransaction(handle -> {
            Instant due = casework.openReferral(handle, id, details, false, SOON);
            casework.judge(handle, id, Map.of("person-status", "detained-or-order"), AT);
            return due;
        });

        assertThat(eligibility()).containsExactly("statutory statutory");
    }

    @Test
    void whatIsNotKnownDoesNotUndoWhatWasAndNewerKnowledgeHolds() {
        judge(Map.of("person-status", "short-hold-or-not-sure"));
        judge(Map.of());
        assertThat(eligibility()).containsExactly("not-yet -");

        judge(Map.of("person-status", "detained-or-order"));
        assertThat(eligibility()).containsExactly("statutory -");
    }

    @ParameterizedTest
    @EnumSource
    void everyResultCanBeNoted(Eligibility each) {
        database.jdbi().useHandle(handle -> handle.attach(CaseDao.class).judge(id, each));

        assertThat(eligibility()).containsExactly(each.word() + " -");
    }

    private void judge(Map<String, String> facts) {
        database.jdbi().useTransaction(handle -> casework.judge(handle, id, facts, AT));
    }

    private Instant requestCallback(Handle handle) {
        return casework.requestCallback(handle, id, NUMBER, NOTHING, SOON).due();
    }

    private Instant inTransaction(org.jdbi.v3.core.HandleCallback<Instant, RuntimeException> work) {
        return database.jdbi().inTransaction(work);
    }

    private void note(Set<CommunicationNeed> needs) {
        database.jdbi().useTransaction(handle -> casework.needs(handle, id, needs, NOTE));
    }

    @SafeVarargs
    private void atOnce(Consumer<Handle>... all) throws Exception {
        var threads = Executors.newFixedThreadPool(all.length);
        try {
            var together = new CountDownLatch(all.length);
            List<Future<?>> done = new ArrayList<>();
            for (Consumer<Handle> each : all) {
                done.add(threads.submit(() -> {
                    database.jdbi().<InterruptedException>useTransaction(handle -> {
                        together.countDown();
                        together.await();
                        each.accept(handle);
                    });
                    return null;
                }));
            }
            for (Future<?> each : done) {
                each.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private List<String> callbacks() {
        return rows("SELECT status || ' ' || COALESCE(outcome, '-') FROM callback WHERE case_id = " + id.value());
    }

    private List<String> eligibility() {
        return rows("""
                SELECT case_record.eligibility || ' ' || COALESCE(referral.eligibility, '-')
                  FROM case_record
                  LEFT JOIN referral ON referral.case_id = case_record.id
                """);
    }

    private Optional<Instant> openUntil() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT due_at FROM case_record WHERE status = 'open'")
                        .mapTo(Instant.class)
                        .findOne());
    }

    private List<String> rows(String sql) {
        return database.jdbi()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    private static Casework shippedCasework() {
        var faults = new Faults();
        var hours = OpeningHours.read(shipped("opening-hours.yaml"), shipped("bank-holidays.yaml"), faults::add);
        var promises = Promises.read(shipped("due-times.yaml"), faults::add);
        var rules = EligibilityRules.read(shipped("eligibility.yaml"), faults::add);
        faults.throwIfAny();
        var dueTimes = new DueTimes(hours.orElseThrow(), promises.orElseThrow());
        return new Casework(() -> dueTimes, rules::orElseThrow, new SplittableRandom(3));
    }

    private static String shipped(String file) {
        try {
            return Files.readString(Path.of("ivr-scripts", file));
        } catch (IOException gone) {
            throw new AssertionError(gone);
        }
    }
}
