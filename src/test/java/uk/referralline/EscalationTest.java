package uk.referralline;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.referralline.DutyWorld.ASHA;
import static uk.referralline.DutyWorld.BEN;
import static uk.referralline.DutyWorld.MAYA;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.referralline.duty.CallOrder;

/**
 * What nobody takes is told to one person after another. Asha is first on duty on every working day, Ben second, and Maya
 * is the manager. A call at a quarter past ten with a meeting in the next days is due at 5pm, and near due at 4pm.
 */
class EscalationTest {

    @RegisterExtension
    final TestLine line = new TestLine();

    private DutyWorld duty;

    @BeforeEach
    void people() {
        duty = new DutyWorld(line);
    }

    @Test
    void whatNobodyTakesIsToldToTheFirstTheSecondAndTheManagerOnceEach() {
        duty.everyWorkingDay(duty.asha, CallOrder.FIRST);
        duty.everyWorkingDay(duty.ben, CallOrder.SECOND);
        duty.urgentCall();

        assertThat(duty.toldAt("15:59")).isEmpty();
        assertThat(duty.toldAt("16:00")).containsExactly(ASHA);
        assertThat(duty.toldAt("16:01")).containsExactly(ASHA);
        assertThat(duty.toldAt("16:14")).containsExactly(ASHA);
        assertThat(duty.toldAt("16:15")).containsExactly(ASHA, BEN);
        assertThat(duty.toldAt("16:29")).containsExactly(ASHA, BEN);
        assertThat(duty.toldAt("16:30")).containsExactly(ASHA, BEN, MAYA);
        assertThat(duty.toldAt("16:59")).containsExactly(ASHA, BEN, MAYA);

        assertThat(line.values("SELECT kind || ' ' || step || ' ' || status FROM duty_alert"
                        + " JOIN alert_text ON alert_id = duty_alert.id ORDER BY raised_at"))
                .containsExactly("near-due 1 delivered", "near-due 2 delivered", "near-due 3 delivered");
    }

    @Test
    void onceSomebodyHasTakenItNobodyElseIsTold() {
        duty.everyWorkingDay(duty.asha, CallOrder.FIRST);
        duty.everyWorkingDay(duty.ben, CallOrder.SECOND);
        duty.urgentCall();
        duty.toldAt("16:00");
        line.setTime("2026-11-24T16:05");
        duty.claim("2026-11-24T17:30");

        assertThat(duty.toldAt("16:59")).containsExactly(ASHA);
    }

    @Test
    void whatWasTakenAndLetGoIsToldOn() {
        duty.everyWorkingDay(duty.asha, CallOrder.FIRST);
        duty.everyWorkingDay(duty.ben, CallOrder.SECOND);
        duty.urgentCall();
        line.setTime("2026-11-24T15:50");
        duty.claim("2026-11-24T16:20");
        assertThat(duty.toldAt("16:19")).isEmpty();

        assertThat(duty.toldAt("16:20")).containsExactly(ASHA);
    }

    @Test
    void whatWasTakenAfterEverybodyWasToldAndLetLieIsToldFromTheFirstStepAgain() {
        duty.everyWorkingDay(duty.asha, CallOrder.FIRST);
        duty.everyWorkingDay(duty.ben, CallOrder.SECOND);
        duty.urgentCall();
        duty.toldAt("16:00");
        duty.toldAt("16:15");
        duty.toldAt("16:30");
        line.setTime("2026-11-24T16:31");
        duty.claim("2026-11-24T16:40");
        assertThat(duty.toldAt("16:39")).containsExactly(ASHA, BEN, MAYA);

        assertThat(duty.toldAt("16:40")).containsExactly(ASHA, BEN, MAYA, ASHA);
        assertThat(duty.toldAt("16:54")).containsExactly(ASHA, BEN, MAYA, ASHA);
        assertThat(duty.toldAt("16:55")).containsExactly(ASHA, BEN, MAYA, ASHA, BEN);
    }

    @Test
    void whoTakesItAndLetsItLieDoesNotKeepTheNextFromBeingTold() {
        duty.everyWorkingDay(duty.asha, CallOrder.FIRST);
        duty.everyWorkingDay(duty.ben, CallOrder.SECOND);
        duty.urgentCall();
        duty.toldAt("16:00");
        line.setTime("2026-11-24T16:05");
        duty.claim("2026-11-24T16:20");
        assertThat(duty.toldAt("16:19")).containsExactly(ASHA);

        assertThat(duty.toldAt("16:20")).containsExactly(ASHA, BEN);
        assertThat(duty.toldAt("16:35")).containsExactly(ASHA, BEN, MAYA);
        assertThat(duty.toldAt("16:50")).as("nobody took it since").containsExactly(ASHA, BEN, MAYA);
    }

    @Test
    void whoIsThereAloneIsToldAgainOfWhatTheyTookAndLetLie() {
        duty.everyWorkingDay(duty.asha, CallOrder.FIRST);
        duty.urgentCall();
        duty.toldAt("16:00");
        duty.toldAt("16:30");
        List<String> everybody = duty.toldAt("16:45");
        line.setTime("2026-11-24T16:46");
        duty.claim("2026-11-24T16:50");

        assertThat(duty.toldAt("16:51"))
                .startsWith(everybody.toArray(String[]::new))
                .hasSize(everybody.size() + 1);
        assertThat(duty.toldAt("16:51")).endsWith(ASHA);
    }

    @Test
    void aClosedCaseIsNotTold() {
        duty.everyWorkingDay(duty.asha, CallOrder.FIRST);
        duty.urgentCall();
        line.jdbi().useTransaction(handle -> {
            handle.execute("UPDATE callback SET status = 'ended', outcome = 'spoke', ended_at = ?", line.time());
            handle.execute(
                    "UPDATE case_record SET status = 'closed', outcome = 'helped-now', closed_at = ?", line.time());
        });

        assertThat(duty.toldAt("16:30")).isEmpty();
    }

    @Test
    void whatIsOverdueIsToldFromTheFirstStepAgainWhenTheLineOpens() {
        duty.everyWorkingDay(duty.asha, CallOrder.FIRST);
        duty.everyWorkingDay(duty.ben, CallOrder.SECOND);
        duty.urgentCall();
        duty.toldAt("16:00");
        duty.toldAt("16:15");
        duty.toldAt("16:30");
        int before = duty.told().size();

        assertThat(duty.toldOn("2026-11-24T17:00")).hasSize(before);
        assertThat(duty.toldOn("2026-11-25T03:00")).hasSize(before);
        assertThat(duty.toldOn("2026-11-25T08:59")).hasSize(before);
        assertThat(duty.toldOn("2026-11-25T09:00")).hasSize(before + 1).endsWith(ASHA);
        assertThat(duty.toldOn("2026-11-25T09:15")).hasSize(before + 2).endsWith(BEN);
        assertThat(duty.toldOn("2026-11-25T09:30")).hasSize(before + 3).endsWith(MAYA);
        assertThat(duty.toldOn("2026-11-25T16:30")).hasSize(before + 3);
        assertThat(duty.bodyTo(BEN)).contains(" was due by 5pm on Tuesday 24 November.");
    }

    @Test
    void anUrgentCallAtNightIsToldAtTheMinuteOfOpening() {
        duty.everyWorkingDay(duty.asha, CallOrder.FIRST);
        line.setTime("2026-11-24T20:00");
        duty.urgentCall();

        assertThat(duty.toldOn("2026-11-24T20:01")).isEmpty();
        assertThat(duty.toldOn("2026-11-25T08:59")).isEmpty();
        assertThat(duty.toldOn("2026-11-25T09:00")).containsExactly(ASHA);
        assertThat(duty.bodyTo(ASHA)).contains(" is due by 10am on Wednesday 25 November.");
    }

    @Test
    void stepsWaitInOpeningTimeOverNight() {
        duty.everyWorkingDay(duty.asha, CallOrder.FIRST);
        duty.everyWorkingDay(duty.ben, CallOrder.SECOND);
        duty.urgentCall();
        duty.dueAt("2026-11-25T09:30");

        assertThat(duty.toldOn("2026-11-24T16:55")).containsExactly(ASHA);
        assertThat(duty.toldOn("2026-11-25T09:09")).containsExactly(ASHA);
        assertThat(duty.toldOn("2026-11-25T09:10")).containsExactly(ASHA, BEN);
    }

    @ParameterizedTest
    @CsvSource({
        // The clocks go back in the night to Sunday 25 October 2026, and forward in the night to Sunday 29 March 2026.
        "2026-10-23T16:10, 2026-10-23T16:59, 2026-10-26T09:00, Monday 26 October",
        "2026-03-27T16:10, 2026-03-27T16:59, 2026-03-30T09:00, Monday 30 March",
    })
    void overAClockChangeTheFirstOnDutyIsToldAtNine(String called, String before, String opening, String day) {
        line.setTime(called);
        duty.everyWorkingDay(duty.asha, CallOrder.FIRST);
        duty.urgentCall();
        line.setTime(called.substring(0, 11) + "16:58");
        assertThat(duty.toldOn(before)).isEmpty();

        assertThat(duty.toldOn(opening.replace("09:00", "08:59"))).isEmpty();
        assertThat(duty.toldOn(opening)).containsExactly(ASHA);
        assertThat(duty.bodyTo(ASHA)).contains(" is due by 10am on " + day + ".");
    }

    @Test
    void twoNodesTellEachStepOnce() throws InterruptedException {
        duty.everyWorkingDay(duty.asha, CallOrder.FIRST);
        duty.everyWorkingDay(duty.ben, CallOrder.SECOND);
        duty.urgentCall();
        try (Line other = line.anotherNode()) {
            for (String time : List.of("16:00", "16:00", "16:15", "16:30")) {
                line.setTime("2026-11-24T" + time);
                var one = new Thread(() -> looksAndSends(line.node()));
                var two = new Thread(() -> looksAndSends(other));
                one.start();
                two.start();
                one.join();
                two.join();
            }
        }

        assertThat(duty.told()).containsExactly(ASHA, BEN, MAYA);
        assertThat(line.values("SELECT step FROM duty_alert ORDER BY step")).containsExactly("1", "2", "3");
    }

    @Test
    void aRestartForgetsNoStepAndRepeatsNone() {
        duty.everyWorkingDay(duty.asha, CallOrder.FIRST);
        duty.everyWorkingDay(duty.ben, CallOrder.SECOND);
        duty.urgentCall();
        duty.toldAt("16:00");
        line.restart();

        assertThat(duty.toldAt("16:05")).containsExactly(ASHA);
        assertThat(duty.toldAt("16:15")).containsExactly(ASHA, BEN);
    }

    @Test
    void aStepWithNobodyToTellIsLeftOut() {
        duty.everyWorkingDay(duty.asha, CallOrder.FIRST);
        duty.urgentCall();

        assertThat(duty.toldAt("16:00")).containsExactly(ASHA);
        assertThat(duty.toldAt("16:15")).containsExactly(ASHA, MAYA);
        assertThat(duty.toldAt("16:59")).containsExactly(ASHA, MAYA);
    }

    @Test
    void whoeverComesOnDutyLaterIsTheNextToBeTold() {
        duty.shift(duty.asha, "13:00", "16:10");
        duty.shift(duty.ben, "16:10", "17:00");
        duty.urgentCall();

        assertThat(duty.toldAt("16:00")).contains(ASHA).doesNotContain(BEN);
        assertThat(duty.toldAt("16:15")).contains(BEN);
    }

    @Test
    void whenNobodyIsOnDutyTheManagerIsToldOnceAndThenEverybody() {
        assertThat(duty.toldOn("2026-11-25T08:59")).isEmpty();
        assertThat(duty.toldOn("2026-11-25T09:00")).containsExactly(MAYA, MAYA);
        assertThat(duty.bodiesTo(MAYA))
                .containsExactlyInAnyOrder(
                        "Duty: nobody is on duty from 9am on Wednesday 25 November. Open the rota to see it."
                                + " Please do not reply to this text.",
                        "Duty: nobody is on duty from 9am on Thursday 26 November. Open the rota to see it."
                                + " Please do not reply to this text.");
        assertThat(duty.toldOn("2026-11-25T09:29")).hasSize(2);
        assertThat(duty.toldOn("2026-11-25T09:30")).containsExactlyInAnyOrder(MAYA, MAYA, ASHA, BEN);
        assertThat(duty.toldOn("2026-11-25T16:59")).hasSize(4);
    }

    @Test
    void aGapLaterInTheDayIsToldWhenTheLineOpens() {
        line.setTime("2026-11-23T08:00");
        duty.everyWorkingDay(duty.asha, CallOrder.FIRST, "13:00");
        duty.everyWorkingDay(duty.ben, CallOrder.FIRST, "09:00", "12:00");

        assertThat(duty.toldOn("2026-11-24T09:00")).containsExactly(MAYA, MAYA);
        assertThat(duty.bodiesTo(MAYA).get(0)).contains("from midday on Tuesday 24 November");
        assertThat(duty.toldOn("2026-11-24T11:59")).hasSize(2);
        assertThat(duty.toldOn("2026-11-24T12:00")).containsExactly(MAYA, MAYA, MAYA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-12-25T10:00", "2026-11-28T10:00", "2026-11-24T17:00", "2026-11-24T00:00"})
    void whileTheLineIsClosedNobodyIsMissedAndNobodyIsTold(String at) {
        assertThat(duty.toldOn(at)).isEmpty();
    }

    @Test
    void whoeverCannotBeTextedIsPassedOver() {
        duty.everyWorkingDay(duty.asha, CallOrder.FIRST);
        duty.everyWorkingDay(duty.ben, CallOrder.SECOND);
        line.jdbi().useHandle(handle -> handle.execute("UPDATE advocate SET mobile = NULL WHERE sign_in = 'asha'"));
        duty.urgentCall();

        assertThat(duty.toldAt("16:00")).containsExactly(BEN);
    }

    private static void looksAndSends(Line node) {
        node.escalate();
        node.runDue();
    }
}
