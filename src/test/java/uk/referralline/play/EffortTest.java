package uk.referralline.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.referralline.ivr.ScriptFiles;
import uk.referralline.ivr.ScriptReader;

class EffortTest {
    private final List<Effort> shipped = Effort.of(ScriptReader.read(ScriptFiles.packaged()), BrokenScripts.KEYPAD);

    @Test
    void everyGoalCanBeReached() {
        assertThat(shipped).extracting(Effort::goal).containsOnly(Goal.values());
    }

    @Test
    void aProfessionalHearsLessThanTwoAndAHalfMinutes() {
        assertThat(of(Goal.STAFF_REFERRAL).seconds()).isLessThan(150);
    }

    @Test
    void aCallbackOnTheOwnMobileNeedsOneKeyAQuestion() {
        Heard own = of(Goal.OWN_MOBILE);

        assertThat(own.presses()).isLessThan(own.prompts());
        assertThat(own.seconds()).isLessThan(120);
    }

    @Test
    void dangerIsHeardWithinTwentySecondsOnEveryCall() {
        assertThat(shipped)
                .allMatch(
                        effort -> effort.heard().danger() > 0 && effort.heard().danger() < 20);
    }

    @Test
    void secondsAreWordsAndPauses() {
        assertThat(VoiceRate.seconds("To leave a message, [pause] press 0.", "en-GB"))
                .isCloseTo(6 * 0.4 + 0.5, within(0.001));
    }

    private Heard of(Goal goal) {
        return shipped.stream()
                .filter(effort -> effort.goal() == goal)
                .findFirst()
                .orElseThrow()
                .heard();
    }
}
