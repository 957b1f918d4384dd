package uk.referralline;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.referralline.DutyWorld.ASHA;
import static uk.referralline.DutyWorld.BEN;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.referralline.duty.CallOrder;
import uk.referralline.sandbox.RestFault;

/** Law L5 for texts to those who work here; they go to their own UK mobile, while what they say is so, and nowhere else. */
class AlertSendingTest {

    @RegisterExtension
    final TestLine line = new TestLine();

    private DutyWorld duty;

    @BeforeEach
    void people() {
        duty = new DutyWorld(line);
    }

    @Test
    void aTextHoldsAReferenceAndATimeAndNothingElse() {
        duty.everyWorkingDay(duty.asha, CallOrder.FIRST);
        duty.urgentCall();
        duty.toldAt("16:00");

        String reference = line.value("SELECT reference FROM case_record").replaceAll("(..)(?=.)", "$1 ");
        assertThat(duty.bodyTo(ASHA))
                .isEqualTo("Duty: nobody has taken item " + reference + " yet. It is due by 5pm on Tuesday 24 November."
                        + " Open the duty list to see it. Please do not reply to this text.");
    }

    @Test
    void aTextThatWaitsIsNotSentOnceSomebodyHasTakenTheItem() {
        duty.everyWorkingDay(duty.asha, CallOrder.FIRST);
        duty.urgentCall();
        line.setTime("2026-11-24T16:00");
        line.node().escalate();
        duty.claim("2026-11-24T17:30");

        line.runDue();

        assertThat(duty.told()).isEmpty();
        assertThat(line.value("SELECT refusal FROM alert_text")).isEqualTo("no-longer-so");
    }

    @Test
    void aNodeThatStoppedBetweenTheStepAndTheTextLosesNeither() {
        duty.everyWorkingDay(duty.asha, CallOrder.FIRST);
        duty.urgentCall();
        line.setTime("2026-11-24T16:00");
        line.node().escalate();
        line.restart();

        line.runDue();

        assertThat(duty.told()).containsExactly(ASHA);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE advocate SET active = false WHERE sign_in = 'asha' | not-on-staff",
                "UPDATE advocate SET role = 'analyst' WHERE sign_in = 'asha' | not-on-staff",
                "UPDATE advocate SET mobile = NULL WHERE sign_in = 'asha' | not-a-uk-mobile",
                "UPDATE advocate SET mobile = '+441632960123' WHERE sign_in = 'asha' | not-a-uk-mobile",
                "UPDATE advocate SET mobile = '+447624900123' WHERE sign_in = 'asha' | not-a-uk-mobile",
                "UPDATE advocate SET mobile = '+33612345678' WHERE sign_in = 'asha' | not-a-uk-mobile",
            })
    void anAlertGoesOnlyToTheMobileOfSomebodyWhoWorksHereWhenItIsSent(String change, String why) {
        duty.everyWorkingDay(duty.asha, CallOrder.FIRST);
        duty.urgentCall();
        line.setTime("2026-11-24T16:00");
        line.node().escalate();
        line.jdbi().useHandle(handle -> handle.execute(change));

        line.runDue();

        assertThat(duty.told()).isEmpty();
        assertThat(line.value("SELECT status || ' ' || refusal FROM alert_text"))
                .isEqualTo("refused " + why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SERVER_ERROR", "CLOSES", "UNAVAILABLE"})
    void anUnclearAnswerIsNeverRepeatedAndTheNextStepIsTaken(RestFault fault) {
        duty.everyWorkingDay(duty.asha, CallOrder.FIRST);
        duty.everyWorkingDay(duty.ben, CallOrder.SECOND);
        duty.urgentCall();
        line.setTime("2026-11-24T16:00");
        long before = line.twilio().messagePosts();
        line.twilio().faults().nextRest(1, fault);
        line.escalate();
        assertThat(line.value("SELECT status FROM alert_text")).isEqualTo("unknown");

        duty.toldAt("16:02");
        duty.toldAt("16:10");

        assertThat(line.value("SELECT status FROM alert_text")).isEqualTo("lost");
        assertThat(line.twilio().messagePosts()).isEqualTo(before + 1);
        assertThat(duty.toldAt("16:15")).containsExactly(BEN);
    }

    @Test
    void aTextThatWasTakenInSpiteOfAnErrorIsFoundByAsking() {
        duty.everyWorkingDay(duty.asha, CallOrder.FIRST);
        duty.urgentCall();
        line.setTime("2026-11-24T16:00");
        line.twilio().faults().dropCallbacks();
        line.twilio().faults().nextRest(1, RestFault.TAKES_AND_SERVER_ERROR);
        line.escalate();
        assertThat(line.value("SELECT status FROM alert_text")).isEqualTo("unknown");

        assertThat(duty.toldAt("16:02")).containsExactly(ASHA);
        assertThat(line.value("SELECT status FROM alert_text")).isEqualTo("delivered");
    }

    @Test
    void anAlertThatWaitedUntilTheLineClosedIsNotSentInTheEvening() {
        duty.everyWorkingDay(duty.asha, CallOrder.FIRST);
        duty.urgentCall();
        duty.dueAt("2026-11-24T10:20");
        line.setTime("2026-11-24T16:59");
        line.node().escalate();

        assertThat(duty.toldOn("2026-11-24T17:00")).isEmpty();
        line.setTime("2026-11-25T09:00");
        line.runDue();
        assertThat(duty.told()).containsExactly(ASHA);
    }

    @Test
    void nothingOfAnAlertIsACallersText() {
        duty.everyWorkingDay(duty.asha, CallOrder.FIRST);
        duty.urgentCall();
        duty.toldAt("16:00");

        assertThat(line.values("SELECT template FROM text_message")).doesNotContain("duty-near-due");
    }

    @Test
    void noCallScriptSendsACallerWhatIsForThoseWhoWorkHere() {
        ScriptsForTest scripts = ScriptsForTest.copied();
        try {
            scripts.edit("line.yaml", "callback-booked", "duty-overdue");
            FolderFiles files = FolderFiles.read(Optional.of(scripts.folder()));

            FolderReport report = FolderReport.quick(files, ScriptFolder.LONGEST_NUMBER, LocalDate.of(2026, 11, 24));

            assertThat(report.clean()).isFalse();
            assertThat(report.text()).contains("duty-overdue");
        } finally {
            scripts.delete();
        }
    }
}
