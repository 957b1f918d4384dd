package uk.referralline.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.referralline.TestLine;
import uk.referralline.duty.AdvocateId;
import uk.referralline.number.NumberPlan;
import uk.referralline.number.PhoneNumber;

/** What advocates find by typing. */
class SearchTest {
    private static final PhoneNumber WARD_PHONE = new PhoneNumber("+441632960123");

    @RegisterExtension
    final TestLine line = new TestLine();

    private final Search search = new Search(new NumberPlan(true));
    private Desk desk;
    private AdvocateId asha;

    @BeforeEach
    void begin() {
        desk = new Desk(line);
        asha = desk.advocate("Asha");
    }

    @Test
    void aReferenceIsFoundAsItIsWrittenAndAsItIsReadAloud() {
        CaseId id = desk.promised();
        Reference reference = reference(id);

        assertThat(List.of(
                        reference.digits(),
                        reference.written(),
                        reference.spoken(),
                        "ref " + reference.digits(),
                        "#" + reference.digits(),
                        reference.written().replace(' ', '-')))
                .allSatisfy(typed -> assertThat(find(typed)).singleElement().satisfies(found -> {
                    assertThat(found.caseId()).isEqualTo(id);
                    assertThat(found.matched()).containsExactly(Match.REFERENCE);
                    assertThat(found.exact()).isTrue();
                }));
    }

    @Test
    void aHospitalIsFoundByItsNameWithAndWithoutWhatItIs() {
        CaseId id = told(Map.of(ReferralField.WARD, "Manor House"));

        assertThat(List.of("Manor House", "manor house hospital", "Hospital Manor House"))
                .allSatisfy(typed ->
                        assertThat(find(typed)).extracting(Found::caseId).containsExactly(id));
    }

    @Test
    void aReferenceThatWasGivenAgainLeadsToTheOpenCaseFirst() {
        CaseId earlier = desk.promised();
        close(earlier);
        CaseId now = desk.promised();
        desk.run(handle -> handle.execute(
                "UPDATE case_record SET reference = (SELECT reference FROM case_record WHERE id = ?) WHERE id = ?",
                earlier.value(),
                now.value()));

        assertThat(ids(reference(now).digits())).containsExactly(now, earlier);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "07700900123",
                "07700 900 123",
                "+44 7700 900123",
                "0044 (0)7700 900-123",
                "7700900123",
                "07700.900.123",
                "900123",
                "0123"
            })
    void aNumberIsFoundHoweverItIsWrittenAndByItsEnd(String typed) {
        CaseId id = desk.promised();
        desk.promised(WARD_PHONE, Desk.NOTHING);

        List<Found> found = find(typed);

        assertThat(found.get(0).caseId()).isEqualTo(typed.equals("0123") ? last() : id);
        assertThat(found)
                .hasSize(typed.equals("0123") ? 2 : 1)
                .allSatisfy(each -> assertThat(each.matched()).containsExactly(Match.NUMBER));
    }

    @Test
    void aNumberOfNineDigitsIsFoundWithTheZeroInFrontOfIt() {
        // Of no area that there is: the drama ranges have none so short.
        var number = new PhoneNumber("+44163296012");
        CaseId id = desk.promised(number, Desk.NOTHING);
        Pass first = Pass.forNumber(number);
        Pass last = Pass.forEnd("0163296012", Optional.of(number)).after(first);

        List<Found> found = desk.with(handle -> handle.attach(SearchDao.class).find(List.of(first, last), last.n()));

        assertThat(found).extracting(Found::caseId).containsExactly(id);
        assertThat(found.get(0).matched()).containsExactly(Match.NUMBER);
    }

    @Test
    void aCallersNumberIsFoundAndAWithheldOneIsNot() {
        line.callFrom("+441632960777").hangsUp();
        line.callFrom("anonymous").hangsUp();

        assertThat(find("01632 960777")).hasSize(1);
        assertThat(find("anonymous")).isEmpty();
    }

    @Test
    void aTextsSenderIsFound() {
        CaseId id = desk.promised();
        desk.run(handle -> handle.execute(
                "INSERT INTO text_received VALUES (?, ?, '+447700900555', 'Please call', ?)",
                "SM" + "1".repeat(32),
                id.value(),
                line.time()));

        assertThat(ids("07700900555")).containsExactly(id);
    }

    @Test
    void aWardAPersonAReferrerAndAWordInANoteAreFoundAndSaidToBeThat() {
        CaseId id = told(Map.of(
                ReferralField.WARD, "Willow Ward",
                ReferralField.PERSON_NAME, "Zofia Wójcik",
                ReferralField.NAME_TO_ASK_FOR, "Milka",
                ReferralField.REFERRER_NAME, "Dr Okafor",
                ReferralField.ORGANISATION, "Elm House team"));
        note(id, "Wants to know about tribunals.");

        assertThat(matched("willow")).containsExactly(Match.WARD);
        assertThat(matched("wojcik")).containsExactly(Match.PERSON);
        assertThat(matched("WÓJCIK")).containsExactly(Match.PERSON);
        assertThat(matched("okafor")).containsExactly(Match.REFERRER);
        assertThat(matched("elm house")).containsExactly(Match.REFERRER);
        assertThat(matched("the tribunal")).containsExactly(Match.NOTE);
        assertThat(matched("milka")).containsExactly(Match.PERSON);
    }

    @Test
    void allWordsHaveToBeThereInOnePlaceOrAnother() {
        CaseId id = told(Map.of(ReferralField.WARD, "Willow Ward", ReferralField.PERSON_NAME, "Zofia Wojcik"));
        told(Map.of(ReferralField.WARD, "Willow Ward", ReferralField.PERSON_NAME, "Jan Nowak"));

        assertThat(ids("wojcik willow")).containsExactly(id);
        assertThat(matched("wojcik willow")).containsExactly(Match.WARD, Match.PERSON);
        assertThat(find("wojcik nowak")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Wojick", "Woicik", "Wojc", "wojciik"})
    void aMisspeltOrShortenedNameIsFoundAndSaidToBeMerelyAlike(String typed) {
        CaseId id = told(Map.of(ReferralField.PERSON_NAME, "Zofia Wójcik"));

        assertThat(find(typed)).singleElement().satisfies(found -> {
            assertThat(found.caseId()).isEqualTo(id);
            assertThat(found.matched()).containsExactly(Match.PERSON);
            assertThat(found.exact()).isFalse();
        });
    }

    @Test
    void openCasesComeFirstThenWhatIsExactThenTheNewest() {
        CaseId closedExact = told(Map.of(ReferralField.PERSON_NAME, "Smith"));
        CaseId closedAlike = told(Map.of(ReferralField.PERSON_NAME, "Smyth"));
        CaseId oldExact = told(Map.of(ReferralField.PERSON_NAME, "Smith"));
        line.setTime("2026-11-24T10:30");
        CaseId newExact = told(Map.of(ReferralField.PERSON_NAME, "Smith"));
        CaseId alike = told(Map.of(ReferralField.PERSON_NAME, "Smyth"));
        close(closedExact);
        close(closedAlike);

        assertThat(ids("smith")).containsExactly(newExact, oldExact, alike, closedExact, closedAlike);
    }

    @Test
    void whatWasCorrectedIsStillFoundAndDoesNotOutrankWhatHolds() {
        CaseId holds = told(Map.of(ReferralField.WARD, "Cedar Ward"));
        line.setTime("2026-11-24T10:30");
        CaseId corrected = told(Map.of(ReferralField.WARD, "Cedar Ward"));
        tell(corrected, Map.of(ReferralField.WARD, "Willow Ward"));

        assertThat(ids("cedar")).containsExactly(holds, corrected);
        assertThat(find("cedar").get(1).matched()).containsExactly(Match.EARLIER);
        assertThat(ids("willow")).containsExactly(corrected);
        assertThat(find("ward")).allSatisfy(found -> assertThat(found.matched()).containsExactly(Match.WARD));
    }

    @Test
    void aMergedCaseLeadsToTheOneItGoesOnIn() {
        CaseId merged = told(Map.of(ReferralField.PERSON_NAME, "Zofia Wojcik"));
        CaseId into = desk.promised(WARD_PHONE, Desk.NOTHING);
        Reference reference = reference(merged);
        desk.run(handle -> desk.desks.merges().merge(handle, desk.edit(merged, asha), into, "the same person"));

        assertThat(List.of(reference.digits(), "wojcik", "wojzik"))
                .allSatisfy(typed -> assertThat(find(typed)).singleElement().satisfies(found -> {
                    assertThat(found.caseId()).isEqualTo(into);
                    assertThat(found.status()).isEqualTo(CaseStatus.OPEN);
                    assertThat(found.mergedFrom()).contains(reference);
                }));
    }

    @Test
    void aMergedCaseIsAsOpenAsTheOneItGoesOnIn() {
        CaseId merged = told(Map.of(ReferralField.PERSON_NAME, "Wojcik"));
        CaseId into = desk.promised();
        desk.run(handle -> desk.desks.merges().merge(handle, desk.edit(merged, asha), into, "the same person"));
        assertThat(openFor(merged)).isEqualTo("t");

        close(into);

        assertThat(openFor(merged)).isEqualTo("f");
        assertThat(find("wojcik")).singleElement().satisfies(found -> {
            assertThat(found.status()).isEqualTo(CaseStatus.CLOSED);
            assertThat(found.closedAt()).contains(line.time());
        });
    }

    @Test
    void whatIsForgottenIsFoundNoMoreNotEvenByAWordMuchLikeIt() {
        CaseId id = told(Map.of(ReferralField.PERSON_NAME, "Zofia Wojcik", ReferralField.WARD, "Willow Ward"));
        told(Map.of(ReferralField.WARD, "Willow Ward"));
        note(id, "Tribunal soon");

        desk.run(handle -> handle.attach(ForgetDao.class).forget(id));

        assertThat(List.of("wojcik", "wojick", "tribunal"))
                .allSatisfy(typed ->
                        assertThat(find(typed)).extracting(Found::caseId).doesNotContain(id));
        assertThat(desk.ask("SELECT string_agg(word, ' ' ORDER BY word) FROM search_word"))
                .isEqualTo("ward willow");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 4_095, 4_096, 8_192, 20_000, 65_536, 300_000, 1_010_000, 5_000_000})
    void everyCaseIsLookedAtOnceHoweverManyThereAre(long cases) {
        String looks = """
                SELECT string_agg(DISTINCT looks::text, ',')
                  FROM generate_series(1, CAST(? AS bigint), GREATEST(? / 997, 1)) AS id,
                       LATERAL (SELECT count(*) AS looks
                                  FROM search_walk(?) AS walk
                                 WHERE id < walk.below
                                   AND walk.open = ?
                                   AND search_blocks(id) || CASE WHEN walk.open THEN '{0}' ELSE '{}' END::integer[]
                                       @> walk.blocks) AS each
                """;

        assertThat(desk.ask(looks, cases, cases, cases, true)).isEqualTo("1");
        assertThat(desk.ask(looks, cases, cases, cases, false)).isEqualTo("1");
    }

    @Test
    void twoWhoWriteOnOneCaseAtTheSameMomentAreBothFound() {
        CaseId id = told(Map.of(ReferralField.WARD, "Willow Ward"));
        List<CompletableFuture<Void>> second = new ArrayList<>();

        desk.run(handle -> {
            desk.desks.cases().note(handle, id, desk.by(asha), "Asked about the tribunal");
            handle.execute("SET CONSTRAINTS ALL IMMEDIATE");
            second.add(CompletableFuture.runAsync(() -> note(id, "Asked about medication")));
            await().until(
                            () -> desk.ask("SELECT count(*) FROM pg_locks WHERE NOT granted"),
                            count -> !"0".equals(count));
        });
        second.get(0).join();

        assertThat(ids("tribunal")).containsExactly(id);
        assertThat(ids("medication")).containsExactly(id);
    }

    @Test
    void atMostFiftyAreFoundAndTheOpenOnesAreAmongThem() {
        CaseId open = told(Map.of(ReferralField.WARD, "Willow Ward"));
        desk.run(handle -> handle.execute("""
                WITH cases AS (
                    INSERT INTO case_record (reference, kind, status, urgency, due_at, outcome, opened_at, closed_at)
                    SELECT (SELECT reference FROM case_record), 'general', 'closed', 'U3', at, 'no-request', at, at
                      FROM generate_series(1, 80), CAST(? AS timestamptz) AS at
                    RETURNING id, opened_at
                )
                INSERT INTO case_fact (case_id, name, value, noted_at)
                SELECT id, 'ward-name', 'Willow Ward', opened_at FROM cases
                """, line.time()));

        assertThat(find("willow"))
                .hasSize(Search.MOST)
                .first()
                .satisfies(found -> assertThat(found.caseId()).isEqualTo(open));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a",
                "?",
                "%",
                "_",
                "%%%",
                "'",
                "''",
                "\"",
                "\\",
                "&",
                "|",
                "!",
                "a & !b",
                "(((",
                "<->",
                ":*",
                "'); DROP TABLE case_record; --",
                "the",
                "the and of",
                "+",
                "+44",
                "0",
                "123",
                "0000000",
                "١٢٣٤٥",
                "\0\0",
                "\uD83D",
                "😀",
                "ward:*",
                "=willow",
                "-willow",
                "$$",
                "{}",
                "-- ",
                "1e5",
                "12345678901234567890"
            })
    void whateverIsTypedIsNeverAnErrorAndFindsNothingThatWasNotMeant(String typed) {
        told(Map.of(ReferralField.PERSON_NAME, "Zofia Wojcik"));

        assertThat(find(typed)).isEmpty();
    }

    @Test
    void muchTypingIsReadByItsBeginning() {
        CaseId id = told(Map.of(ReferralField.PERSON_NAME, "Wojcik"));

        assertThat(ids("wojcik" + " ".repeat(5000) + "nobody")).containsExactly(id);
        assertThat(find("x".repeat(5000))).isEmpty();
        assertThat(find("y ".repeat(2500))).isEmpty();
        assertThat(find("1".repeat(5000))).isEmpty();
        assertThat(find("ß".repeat(5000))).isEmpty();
    }

    @Test
    void aVeryLongNoteOrNameDoesNotKeepAnybodyFromWritingIt() {
        CaseId id = told(Map.of(ReferralField.WARD, "x".repeat(500)));

        assertThatCode(() -> {
                    rawNote(id, "tribunal " + "word ".repeat(100_000));
                    rawNote(id, "z".repeat(1_500_000));
                })
                .doesNotThrowAnyException();
        assertThat(ids("tribunal")).containsExactly(id);
    }

    @Test
    void nothingOfWhatIsFoundPrints() {
        told(Map.of(ReferralField.PERSON_NAME, "Wojcik"));

        assertThat(find("wojcik").toString())
                .doesNotContainIgnoringCase("wojcik")
                .doesNotContain("PERSON");
        assertThat(desk.with(handle -> handle.attach(SearchDao.class).tokens("Wojcik"))
                        .toString())
                .doesNotContainIgnoringCase("wojcik");
    }

    private List<Found> find(String typed) {
        return desk.with(handle -> search.find(handle, typed));
    }

    private List<CaseId> ids(String typed) {
        return find(typed).stream().map(Found::caseId).toList();
    }

    private List<Match> matched(String typed) {
        return find(typed).get(0).matched();
    }

    private CaseId told(Map<ReferralField, String> facts) {
        CaseId id = desk.promised();
        tell(id, facts);
        return id;
    }

    private void tell(CaseId id, Map<ReferralField, String> facts) {
        desk.run(handle -> desk.desks.referrals().fill(handle, desk.edit(id, asha), facts));
    }

    private void note(CaseId id, String words) {
        desk.run(handle -> desk.desks.cases().note(handle, id, desk.by(asha), words));
    }

    /** Longer than anybody may write one now, as some were before. */
    private void rawNote(CaseId id, String words) {
        desk.run(handle -> handle.attach(NoteDao.class).add(id, desk.by(asha), words));
    }

    /** As if everything that was promised on it had been kept. */
    private void close(CaseId id) {
        desk.run(handle -> {
            handle.execute(
                    "UPDATE callback SET status = 'ended', outcome = 'spoke', ended_at = asked_at WHERE case_id = ?",
                    id.value());
            handle.attach(CaseStateDao.class).close(id, "helped-now", line.time());
        });
    }

    private Reference reference(CaseId id) {
        return new Reference(desk.ask("SELECT reference FROM case_record WHERE id = ?", id.value()));
    }

    private CaseId last() {
        return new CaseId(Long.parseLong(desk.ask("SELECT max(id) FROM case_record")));
    }

    private String openFor(CaseId id) {
        return desk.ask("SELECT 0 = ANY (blocks) FROM case_search WHERE case_id = ?", id.value());
    }
}
