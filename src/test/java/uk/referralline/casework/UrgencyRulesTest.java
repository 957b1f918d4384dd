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
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.referralline.duty.OpeningHours;
import uk.referralline.yaml.Entry;
import uk.referralline.yaml.Fault;
import uk.referralline.yaml.Faults;

/** How urgent a case is by the shipped rules, and how a wrong file is refused. */
class UrgencyRulesTest {
    private static final Path FOLDER = Path.of("ivr-scripts");
    private static final Instant TODAY = london("2026-11-24T10:15");

    private static final String FRAME = """
            owner: Service manager
            review: 2027-01-31
            fields: {seclusion: [yes, no], tribunal-date-days: number}
            tables:
              - from: 2018-07-02
                rules:
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tribunal-date-days: 0                                       | U1
            tribunal-date-days: 3                                       | U1
            tribunal-date-days: 4                                       | U2
            tribunal-date-days: 7                                       | U2
            tribunal-date-days: 8                                       | U3
            tribunal-date-days: -1                                      | U3
            tribunal-date-days: soon                                    | U3
            meeting-soon: yes                                           | U1
            meeting-soon: not-sure, in-hospital: yes                    | U2
            meeting-soon: not-sure, in-hospital: no                     | U3
            urgent-date: yes, person-status: detained-or-order          | U1
            treatment: s57                                              | U1
            treatment: s58A                                             | U1
            treatment: second-opinion                                   | U1
            treatment: s62                                              | U1
            treatment: s58                                              | U3
            seclusion: yes                                              | U1
            status: section-2                                           | U2
            status: section-2, section-2-day: 1                         | U2
            status: section-2, section-2-day: 9                         | U2
            status: section-2, section-2-day: 10                        | U1
            status: section-2, section-2-day: 28                        | U1
            status: section-3, section-2-day: 12                        | U3
            under-18: yes, adult-ward: yes                              | U1
            under-18: yes, adult-ward: no                               | U3
            under-18: yes                                               | U3
            in-hospital: yes, status: not-known                         | U2
            in-hospital: yes, status: section-3                         | U3
            in-hospital: yes                                            | U3
            person-status: short-hold-or-not-sure                       | U2
            complaint: restraint-or-safety                              | U2
            complaint: restraint-or-safety, seclusion: yes              | U1
            status: section-2, tribunal-date-days: 2                    | U1
            """)
    void whatIsKnownOfACaseSaysHowUrgentItIs(String facts, Urgency urgency) {
        assertThat(shippedRules().judge(facts(facts), TODAY).urgency()).isEqualTo(urgency);
    }

    @Test
    void everyLevelComesWithItsReason() {
        assertThat(shippedRules().judge(Map.of("seclusion", "yes"), TODAY))
                .isEqualTo(new Judged(Urgency.U1, "The person is in seclusion or segregation now."));
    }

    @Test
    void nothingKnownIsStandard() {
        assertThat(shippedRules().judge(Map.of(), TODAY)).isEqualTo(new Judged(Urgency.U3, "standard"));
        assertThat(shippedRules().judge(Map.of("seclusion", "yes"), london("2018-07-01T23:59:59")))
                .isEqualTo(new Judged(Urgency.U3, "standard"));
    }

    @Test
    void aTableThatBeginsTomorrowDoesNotApplyToday() {
        UrgencyRules rules = rules(
                shipped() + "  - {from: 2026-11-25, rules: [{level: U2, if: {seclusion: yes}, why: Seclusion.}]}\n");
        Map<String, String> secluded = Map.of("seclusion", "yes");

        assertThat(rules.judge(secluded, london("2026-11-24T23:59:59")).urgency())
                .isEqualTo(Urgency.U1);
        assertThat(rules.judge(secluded, london("2026-11-25T00:00")).urgency()).isEqualTo(Urgency.U2);
    }

    @Test
    void everyFaultOfTheFileIsReportedAtOnceWithItsLine() {
        assertThat(faults(FRAME + """
                      - {level: U4, if: {seclusion: yes}, why: Alone.}
                      - {level: U1, if: {seclusions: yes}, why: Alone.}
                      - {level: U1, if: {seclusion: often}, why: Alone.}
                      - {level: U1, if: {seclusion: yes}}
                      - {level: U1, if: {}, why: Everybody.}
                      - {level: U1, if: {tribunal-date-days: under 3}, why: Soon.}
                      - {level: U1, if: {tribunal-date-days: 7 to 4}, why: Soon.}
                      - {level: U1, if: {tribunal-date-days: [1, 2]}, why: Soon.}
                      - {if: {seclusion: yes}, source: s130C, why: ""}
                """))
                .containsExactly(
                        "urgency.yaml:7: \"U4\" is not known here; did you mean \"U1\"?",
                        "urgency.yaml:8: \"seclusions\" is not known here; did you mean \"seclusion\"?",
                        "urgency.yaml:9: \"often\" is not known here; it can be no, yes.",
                        "urgency.yaml:10: \"why\" is missing.",
                        "urgency.yaml:11: This rule fits everybody; name the answers it is for, such as {person-status: …}.",
                        "urgency.yaml:12: Expected a number such as 5, \"3 or fewer\", \"4 to 7\" or \"10 or more\", not \"under 3\".",
                        "urgency.yaml:13: Expected a number such as 5, \"3 or fewer\", \"4 to 7\" or \"10 or more\", not \"7 to 4\".",
                        "urgency.yaml:14: Expected a number such as 5, \"3 or fewer\", \"4 to 7\" or \"10 or more\", not \"\".",
                        "urgency.yaml:15: \"source\" is not known here; it can be if, level, why.",
                        "urgency.yaml:15: Expected a sentence that an advocate reads, not \"\".",
                        "urgency.yaml:15: \"level\" is missing.");
    }

    @Test
    void aRuleThatAnEarlierOneHidesIsAFault() {
        assertThat(faults(FRAME + """
                      - {level: U1, if: {tribunal-date-days: 7 or fewer}, why: Soon.}
                      - {level: U1, if: {tribunal-date-days: 4 to 7, seclusion: yes}, why: Soon.}
                      - {level: U2, if: {tribunal-date-days: 5 or more}, why: Later.}
                """))
                .containsExactly(
                        "urgency.yaml:8: This is never reached: the rule on line 7 fits first; move this before it.");
    }

    @Test
    void aMoreUrgentRuleStandsBeforeALessUrgentOne() {
        assertThat(faults(FRAME + """
                      - {level: U2, if: {tribunal-date-days: 7 or fewer}, why: Soon.}
                      - {level: U1, if: {seclusion: yes}, why: Alone.}
                """))
                .containsExactly("urgency.yaml:8: This must stand before the rule on line 7; move it up.");
    }

    /** A question of the call is spelt as the call spells it, or its rules would never fit. */
    @Test
    void theAnswersAreThoseOfTheCall() {
        Map<String, Entry> asked = fields("line.yaml");
        Map<String, Entry> judged = fields(UrgencyRules.FILE);

        assertThat(judged).containsKeys("meeting-soon", "urgent-date", "in-hospital", "person-status");
        judged.keySet().stream().filter(asked::containsKey).forEach(name -> {
            List<String> words = asked.get(name).texts();
            assertThat(judged.get(name).texts())
                    .as(name)
                    .containsExactlyElementsOf(words.equals(List.of("yes-no")) ? List.of("yes", "no") : words);
        });
    }

    private static Map<String, Entry> fields(String file) {
        return Entry.read(file, text(file), new Faults())
                .flatMap(entry -> entry.child("fields"))
                .orElseThrow()
                .children();
    }

    private static List<String> faults(String text) {
        var found = new Faults();
        assertThat(UrgencyRules.read(text, found::add)).isEmpty();
        return found.sorted().stream().map(Fault::toString).toList();
    }

    private static UrgencyRules shippedRules() {
        return rules(shipped());
    }

    private static UrgencyRules rules(String text) {
        var faults = new Faults();
        var rules = UrgencyRules.read(text, faults::add);
        faults.throwIfAny();
        return rules.orElseThrow();
    }

    private static Map<String, String> facts(String written) {
        return Arrays.stream(written.split(", "))
                .map(fact -> fact.split(": "))
                .collect(Collectors.toMap(fact -> fact[0], fact -> fact[1]));
    }

    private static String shipped() {
        return text(UrgencyRules.FILE);
    }

    private static String text(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException gone) {
            throw new AssertionError(gone);
        }
    }

    private static Instant london(String at) {
        return LocalDateTime.parse(at).atZone(OpeningHours.LONDON).toInstant();
    }
}
