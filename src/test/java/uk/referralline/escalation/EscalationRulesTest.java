package uk.referralline.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.referralline.casework.Urgency;
import uk.referralline.sms.SmsTemplates;
import uk.referralline.yaml.Fault;
import uk.referralline.yaml.Faults;

class EscalationRulesTest {
    private final Faults faults = new Faults();

    @Test
    void theShippedFileSaysWhenAndWho() throws IOException {
        EscalationRules rules =
                read(Files.readString(Path.of("ivr-scripts/escalation.yaml"))).orElseThrow();

        assertThat(rules.nearDue()).containsEntry(Urgency.U1, Duration.ofHours(1));
        assertThat(rules.steps(AlertKind.OVERDUE))
                .containsExactly(
                        new Step(Tell.NEXT_ON_DUTY, Duration.ZERO),
                        new Step(Tell.NEXT_ON_DUTY, Duration.ofMinutes(15)),
                        new Step(Tell.MANAGERS, Duration.ofMinutes(15)));
        assertThat(rules.steps(AlertKind.GAP_AHEAD)).containsExactly(new Step(Tell.MANAGERS, Duration.ZERO));
    }

    @Test
    void everyFaultOfTheFileIsReportedAtOnceWithItsLine() {
        Optional<EscalationRules> rules = read("""
                owner: Service manager
                review: soon
                near-due-minutes:
                  U1: 0
                  U2: 60
                not-taken:
                  - tell: next-on-duty
                    after-minutes: 5
                  - tell: the boss
                    after-minutes: 961
                  - tell: managers
                nobody-on-duty: []
                steps: 3
                """);

        assertThat(rules).isEmpty();
        assertThat(faults.sorted().stream().map(Fault::toString))
                .containsExactlyInAnyOrder(
                        "escalation.yaml:2: Expected a date such as 2027-05-31, not \"soon\".",
                        "escalation.yaml:4 (near-due-minutes): Expected a whole number from 1 to 960, not \"0\".",
                        "escalation.yaml:4 (near-due-minutes): \"U3\" is missing.",
                        "escalation.yaml:8 (not-taken): The first step waits for nothing; take this out.",
                        "escalation.yaml:9 (not-taken): \"the boss\" is not known here; it can be everybody, managers,"
                                + " next-on-duty.",
                        "escalation.yaml:10 (not-taken): Expected a whole number from 1 to 960, not \"961\".",
                        "escalation.yaml:11 (not-taken): \"after-minutes\" is missing.",
                        "escalation.yaml:12 (nobody-on-duty): There is no step here; write at least one.",
                        "escalation.yaml:13: \"steps\" is not known here; it can be near-due-minutes, nobody-on-duty,"
                                + " not-taken, owner, review.");
    }

    @Test
    void aFolderWithoutTheWordsOfAnAlertOrWithAGapThatNobodyFillsIsRefused() throws IOException {
        String shipped = Files.readString(Path.of("ivr-scripts/sms/en-GB.yaml"));

        assertThat(wordsOf(shipped)).isEmpty();
        assertThat(wordsOf(shipped.replace("  duty-overdue:", "  duty-late:")))
                .containsExactly("sms/en-GB.yaml (duty-overdue): Those on duty could not be told: there is no text"
                        + " called duty-overdue.");
        assertThat(wordsOf(shipped.replace("nobody is on duty from", "item {reference}, from")))
                .containsExactly("sms/en-GB.yaml (duty-nobody): Those on duty could not be told: the text duty-nobody"
                        + " needs a value for reference.");
    }

    private static List<String> wordsOf(String file) {
        var found = new Faults();
        AlertWords.check(SmsTemplates.read("sms/en-GB.yaml", file, "0306 999 0100", found), found::add);
        return found.sorted().stream().map(Fault::toString).toList();
    }

    private Optional<EscalationRules> read(String text) {
        return EscalationRules.read(text, faults::add);
    }
}
