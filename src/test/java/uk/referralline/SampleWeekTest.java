package uk.referralline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.referralline.casework.Queue;
import uk.referralline.console.signin.Demo;
import uk.referralline.duty.OpeningHours;
import uk.referralline.duty.Rotas;
import uk.referralline.duty.Span;
import uk.referralline.recording.RecordingSid;
import uk.referralline.sandbox.Sandbox;
import uk.referralline.sandbox.Settings;
import uk.referralline.store.Database;
import uk.referralline.store.TestDatabase;
import uk.referralline.twilio.RestAccount;
import uk.referralline.twilio.TwilioRecordings;

/** The week that a newcomer looks at. */
class SampleWeekTest {
    private static final Demo PEOPLE = new Demo("kettle");
    private static final Instant TUESDAY = at("2026-11-24T10:15");
    private static final Pattern NUMBER =
            Pattern.compile("\\+[1-9][0-9]{8,14}|(?<![0-9A-Za-z])0[1-9][0-9]{8,9}(?![0-9A-Za-z])");
    private static final String DRAMA = "(\\+44|0)(7700900|1632960|3069990)[0-9]{3}";

    @TempDir
    private Path data;

    private final Database database = ValueTypes.open(TestDatabase.fresh());

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-24T10:15", "2026-10-25T01:30", "2026-12-29T23:50"})
    void theQueueIsAliveAtAnyHour(String local) {
        Instant now = at(local);

        SampleWeek.fill(database, PEOPLE, now);

        Queue.Counts counts = database.jdbi().withHandle(handle -> new Queue().count(handle, now));
        assertThat(counts.open()).isBetween(20, 30);
        assertThat(counts.overdue()).isBetween(3, 8);
        assertThat(counts.soon()).isBetween(3, 8);
        assertThat(number("SELECT count(*) FROM case_record")).isBetween(60, 85);
        assertThat(number("SELECT count(*) FROM case_record WHERE status = 'open'"
                        + " AND (due_at IS NULL OR owner_id IS NULL AND queue IS NULL)"))
                .isZero();
        assertThat(values("SELECT status FROM case_record")).contains("open", "closed", "merged");
        assertThat(values("SELECT DISTINCT status FROM text_message"))
                .isNotEmpty()
                .containsOnly("delivered");
        assertThat(number("SELECT count(*) FROM call WHERE began_at > '" + now + "'"))
                .isZero();
    }

    @Test
    void everythingThatAnAdvocateMeetsIsInIt() {
        SampleWeek.fill(database, PEOPLE, TUESDAY);

        assertThat(values("SELECT DISTINCT kind FROM case_record"))
                .contains("self-referral", "professional-referral", "family-or-friend", "general");
        assertThat(values("SELECT DISTINCT disposition FROM callback_attempt"))
                .contains("spoke", "no-answer", "not-in", "wrong-number");
        assertThat(number("SELECT count(*) FROM claim WHERE until > '" + TUESDAY + "'"))
                .isGreaterThanOrEqualTo(2);
        for (String table : List.of(
                "case_note",
                "contact_alert",
                "incident",
                "number_block",
                "case_link",
                "case_merge",
                "case_need",
                "suppression",
                "text_received",
                "hand_over_note",
                "recording")) {
            assertThat(number("SELECT count(*) FROM " + table)).as(table).isPositive();
        }
        assertThat(number("SELECT count(*) FROM referral WHERE completed_at IS NOT NULL"))
                .isPositive();
        assertThat(number("SELECT count(*) FROM referral WHERE completed_at IS NULL"))
                .isPositive();
        assertThat(values("SELECT name FROM advocate WHERE sign_in LIKE '%sample%'"))
                .isNotEmpty()
                .allMatch(name -> name.endsWith("(sample)"));
    }

    @Test
    void theRotaHasASwapAndAGapThatSomebodyShouldFill() {
        SampleWeek.fill(database, PEOPLE, TUESDAY);

        OpeningHours hours = ScriptFolder.read(Optional.empty()).hours();
        var week = Span.between(TUESDAY, TUESDAY.plus(Duration.ofDays(7))).orElseThrow();
        List<Span> gaps = database.jdbi()
                .withHandle(handle -> new Rotas().read(handle, TUESDAY).gaps(week, hours));
        assertThat(gaps).containsExactly(new Span(at("2026-11-27T13:00"), at("2026-11-27T17:00")));
        assertThat(number("SELECT count(*) FROM duty_swap WHERE agreed_by IS NOT NULL"))
                .isEqualTo(1);
        assertThat(number("SELECT count(*) FROM duty_swap JOIN advocate ON advocate.id = taken_by"
                        + " WHERE agreed_by IS NULL AND sign_in = 'demo-duty-advocate'"))
                .as("one for the newcomer to answer")
                .isEqualTo(1);
    }

    @Test
    void nobodyHasAnyOfItsNumbers() {
        SampleWeek.fill(database, PEOPLE, TUESDAY);

        List<String> tables = values("SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN"
                + " ('script_version', 'setting_version', 'flyway_schema_history')");
        Stream<String> numbers = tables.stream()
                .flatMap(table -> values("SELECT each::text FROM " + table + " each").stream())
                .flatMap(row -> NUMBER.matcher(row).results().map(MatchResult::group));
        assertThat(numbers).hasSizeGreaterThan(100).allMatch(number -> number.matches(DRAMA));
    }

    @Test
    void aDatabaseWithCasesIsLeftAsItIs() {
        SampleWeek.fill(database, PEOPLE, TUESDAY);
        int before = number("SELECT count(*) FROM case_record");

        String said = SampleWeek.fill(database, PEOPLE, TUESDAY.plusSeconds(60));

        assertThat(said).isEqualTo("The database has cases already, so no sample week is added.");
        assertThat(number("SELECT count(*) FROM case_record")).isEqualTo(before);
    }

    @Test
    void theWeekLooksTheSameEachTime() {
        SampleWeek.fill(database, PEOPLE, TUESDAY);
        try (Database other = ValueTypes.open(TestDatabase.fresh())) {
            SampleWeek.fill(other, PEOPLE, TUESDAY);

            String cases =
                    "SELECT concat_ws(' ', reference, kind, status, outcome, due_at) FROM case_record ORDER BY id";
            assertThat(values(other, cases)).isEqualTo(values(cases));
        }
    }

    @Test
    void theMessagesLeftInItCanBeHeard() {
        SampleWeek.fill(database, PEOPLE, TUESDAY);
        try (Sandbox sandbox =
                Sandbox.start(Settings.of(TestLine.SID, TestLine.TOKEN).with(() -> TUESDAY, new SplittableRandom(7)))) {
            SampleWeek.keepSounds(database.jdbi(), sandbox);

            var rest = new RestAccount(TestLine.SID, TestLine.SID, TestLine.TOKEN, sandbox.url());
            var sid = new RecordingSid(values("SELECT sid FROM recording").get(0));
            assertThat(new TwilioRecordings(rest).sound(sid)).isPresent();
        }
    }

    @ParameterizedTest
    @MethodSource("notOurOwn")
    void itIsRefusedWhereAnythingIsReal(Map<String, String> settings) {
        Config config = Config.of(settings);

        assertThatThrownBy(() -> Service.startWithSampleWeek(config, data, line -> {}))
                .isInstanceOf(Config.WrongSetting.class)
                .hasMessage("--demo invents cases, so it is refused where TWILIO_ACCOUNT_SID or DATABASE_URL is set.");
        assertThat(data).isEmptyDirectory();
    }

    static Stream<Map<String, String>> notOurOwn() {
        Map<String, String> account = Map.of(
                "TWILIO_ACCOUNT_SID", TestLine.SID,
                "TWILIO_AUTH_TOKEN", TestLine.TOKEN,
                "LINE_NUMBER", TestLine.LINE,
                "SMS_SENDER", TestLine.SENDER,
                "PUBLIC_URL", "https://line.example.org",
                "TEST_NUMBERS", "allow");
        return Stream.of(account, Map.of("DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/none"));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(OpeningHours.LONDON).toInstant();
    }

    private int number(String sql) {
        return Integer.parseInt(values(sql).get(0));
    }

    private List<String> values(String sql) {
        return values(database, sql);
    }

    private static List<String> values(Database database, String sql) {
        return database.jdbi()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
