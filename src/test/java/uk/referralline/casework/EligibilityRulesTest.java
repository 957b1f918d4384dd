package uk.referralline.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import uk.referralline.duty.OpeningHours;
import uk.referralline.yaml.Entry;
import uk.referralline.yaml.Fault;
import uk.referralline.yaml.Faults;

/** Who qualifies by the shipped rules, and how a wrong file is refused. */
class EligibilityRulesTest {
    private static final Path FOLDER = Path.of("ivr-scripts");
    private static final Instant TODAY = london("2026-11-24T10:15");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            person-status: detained-or-order                                          | STATUTORY
            person-status: detained-or-order, place: other-hospital                   | STATUTORY
            person-status: detained-or-order, area: elsewhere                         | OTHER_AREA
            person-status: short-hold-or-not-sure, treatment: s57                     | STATUTORY
            person-status: informal-in-hospital, treatment: s57, area: elsewhere      | STATUTORY
            person-status: informal-in-hospital, treatment: s58A, under-18: yes       | STATUTORY
            person-status: informal-in-hospital, treatment: s58A, under-18: no        | LOCAL_EXTENDED
            person-status: detained-or-order, treatment: s58                          | STATUTORY
            treatment: s58                                                            | UNKNOWN
            person-status: informal-in-hospital                                       | LOCAL_EXTENDED
            person-status: informal-in-hospital, in-hospital: yes, place: st-michaels | LOCAL_EXTENDED
            person-status: informal-in-hospital, place: other-hospital                | UNKNOWN
            person-status: in-the-community                                           | LOCAL_EXTENDED
            person-status: short-hold-or-not-sure                                     | NOT_YET
            in-hospital: yes, area: elsewhere                                         | OTHER_AREA
            person-status: informal-in-hospital, area: elsewhere                      | OTHER_AREA
            in-hospital: yes, place: caludon-centre                                   | UNKNOWN
            in-hospital: no                                                           | UNKNOWN
            person-status: a-word-of-an-older-script                                  | UNKNOWN
            number: +447700900123                                                     | UNKNOWN
            """)
    void whatACallToldIsJudged(String facts, Eligibility result) {
        assertThat(shippedRules().judge(facts(facts), TODAY)).isEqualTo(result);
    }

    @Test
    void nothingToldIsUnknown() {
        assertThat(shippedRules().judge(Map.of(), TODAY)).isEqualTo(Eligibility.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "2009-03-31T12:00, detained-or-order, UNKNOWN",
        "2009-04-01T00:00, detained-or-order, STATUTORY",
        "2018-07-01T23:59:59, in-the-community, UNKNOWN",
        "2018-07-02T00:00, in-the-community, LOCAL_EXTENDED",
    })
    void aTableBeginsAtMidnightInEngland(LocalDateTime at, String status, Eligibility result) {
        assertThat(shippedRules().judge(Map.of("person-status", status), london(at)))
                .isEqualTo(result);
    }

    @Test
    void aTableThatBeginsTomorrowDoesNotApplyToday() {
        EligibilityRules rules = rules(shipped() + """
                  - from: 2026-11-25
                    rules:
                      - {result: STATUTORY, if: {person-status: informal-in-hospital}, source: s130CA}
                """);
        Map<String, String> informal = Map.of("person-status", "informal-in-hospital");

        assertThat(rules.judge(informal, london("2026-11-24T23:59:59"))).isEqualTo(Eligibility.LOCAL_EXTENDED);
        assertThat(rules.judge(informal, london("2026-11-25T00:00"))).isEqualTo(Eligibility.STATUTORY);
    }

    @Test
    void aLaterTableStandsAlone() {
        EligibilityRules rules = rules(shipped() + "  - {from: 2026-11-24, rules: []}\n");

        assertThat(rules.judge(Map.of("person-status", "detained-or-order"), TODAY))
                .isEqualTo(Eligibility.UNKNOWN);
    }

    @Test
    void thePreparedTableIsReadyForItsDay() {
        String prepared = Pattern.compile("(?m)^  # ( *- |  rules:)")
                .matcher(shipped())
                .replaceAll("  $1")
                .replace("YEAR-MONTH-DAY", "2028-04-01");
        EligibilityRules rules = rules(prepared);
        Map<String, String> informal = Map.of("person-status", "informal-in-hospital");

        assertThat(rules.judge(informal, london("2028-03-31T12:00"))).isEqualTo(Eligibility.LOCAL_EXTENDED);
        assertThat(rules.judge(informal, london("2028-04-01T12:00"))).isEqualTo(Eligibility.STATUTORY);
    }

    @Test
    void everyFaultOfTheFileIsReportedAtOnceWithItsLine() {
        List<String> faults = faults("""
                owner: Service manager
                reviewed: 2027-01-31
                fields:
                  person-status: [detained-or-order, in-the-community]
                  area: []
                tables:
                  - from: soon
                    rules:
                      - {result: REFUSED, if: {person-status: detained-or-order}, source: s130C(2)}
                      - {result: STATUTORY, if: {persons-status: detained-or-order}, source: s130C(2)}
                      - {result: STATUTORY, if: {person-status: detained-or-ordered}, source: s130C(2)}
                      - {result: STATUTORY, if: {person-status: detained-or-order}}
                      - {result: STATUTORY, if: {}, source: s130C(2)}
                      - {result: STATUTORY, if: {person-status: []}, source: s130C(2)}
                      - {if: {person-status: in-the-community}, source: ""}
                """);

        assertThat(faults)
                .containsExactly(
                        "eligibility.yaml:1: \"review\" is missing.",
                        "eligibility.yaml:2: \"reviewed\" is not known here; did you mean \"review\"?",
                        "eligibility.yaml:5 (fields): \"area\" has no answers; write them, or take it out.",
                        "eligibility.yaml:7: Expected a date such as 2027-05-31, not \"soon\".",
                        "eligibility.yaml:9: \"REFUSED\" is not known here; it can be LOCAL_EXTENDED, NOT_YET, OTHER_AREA, STATUTORY, UNKNOWN.",
                        "eligibility.yaml:10: \"persons-status\" is not known here; did you mean \"person-status\"?",
                        "eligibility.yaml:11: \"detained-or-ordered\" is not known here; did you mean \"detained-or-order\"?",
                        "eligibility.yaml:12: \"source\" is missing.",
                        "eligibility.yaml:13: This rule fits everybody; name the answers it is for, such as {person-status: …}.",
                        "eligibility.yaml:14: Write at least one answer here, or take this field out.",
                        "eligibility.yaml:15: Expected the section of the Act, or the contract, not \"\".",
                        "eligibility.yaml:15: \"result\" is missing.");
    }

    @Test
    void aRuleThatIsNeverReachedIsAFault() {
        assertThat(faults(shipped() + """
                  - from: 2030-01-01
                    rules:
                      - {result: STATUTORY, if: {under-18: [yes, no]}, source: first}
                      - {result: NOT_YET, if: {under-18: yes, area: coventry}, source: second}
                """))
                .singleElement()
                .asString()
                .contains("This is never reached: the rule on line");
    }

    @Test
    void theOldestTableComesFirst() {
        assertThat(faults(shipped() + "  - {from: 2018-07-02, rules: []}\n"))
                .singleElement()
                .asString()
                .endsWith("write the oldest first.");
    }

    @Test
    void aFileWithoutATableIsAFault() {
        assertThat(faults("{owner: A, review: 2027-01-31, fields: {area: [here]}, tables: []}"))
                .singleElement()
                .asString()
                .contains("There is no table");
    }

    @Test
    void theFieldsHaveTheAnswersThatTheCallScriptAsksFor() {
        Map<String, Entry> asked = fields("line.yaml");
        Map<String, Entry> ruled = fields("eligibility.yaml");

        assertThat(ruled.keySet()).contains("person-status", "in-hospital", "place");
        ruled.forEach((name, words) -> {
            if (asked.containsKey(name)) {
                List<String> answers = asked.get(name).texts();
                assertThat(words.texts())
                        .describedAs(name)
                        .isEqualTo(answers.equals(List.of("yes-no")) ? List.of("yes", "no") : answers);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyResultSaysWhatComesNextAndRefusesNobody(Eligibility eligibility) {
        assertThat(eligibility.next()).endsWith(".").doesNotContainIgnoringCase("refuse", "reject", "not eligible");
        assertThat(Eligibility.ofWord(eligibility.word())).isEqualTo(eligibility);
    }

    private static Map<String, Entry> fields(String file) {
        return Entry.read(file, text(file), new Faults())
                .flatMap(root -> root.child("fields"))
                .orElseThrow()
                .children();
    }

    private static Map<String, String> facts(String facts) {
        return Arrays.stream(facts.split(", "))
                .map(fact -> fact.split(": "))
                .collect(Collectors.toMap(fact -> fact[0], fact -> fact[1]));
    }

    private static EligibilityRules shippedRules() {
        return rules(shipped());
    }

    private static EligibilityRules rules(String text) {
        var faults = new Faults();
        var rules = EligibilityRules.read(text, faults::add);
        faults.throwIfAny();
        return rules.orElseThrow();
    }

    private static List<String> faults(String text) {
        var faults = new Faults();
        assertThat(EligibilityRules.read(text, faults::add)).isEmpty();
        return faults.sorted().stream().map(Fault::toString).toList();
    }

    private static Instant london(String at) {
        return london(LocalDateTime.parse(at));
    }

    private static Instant london(LocalDateTime at) {
        return at.atZone(OpeningHours.LONDON).toInstant();
    }

    private static String shipped() {
        return text("eligibility.yaml");
    }

    private static String text(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException gone) {
            throw new AssertionError(gone);
        }
    }
}
