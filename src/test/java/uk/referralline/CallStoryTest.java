package uk.referralline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.referralline.call.CallSid;
import uk.referralline.call.CallStory;
import uk.referralline.call.CallStory.By;
import uk.referralline.call.CallStory.Told;
import uk.referralline.call.Scripts;
import uk.referralline.number.NumberPlan;
import uk.referralline.sandbox.SandboxCall;

/** What can be read of a call after it. */
class CallStoryTest {

    @RegisterExtension
    final TestLine line = new TestLine();

    @Test
    void aCallIsToldAsItWent() {
        SandboxCall call = line.callFrom("+447700900123")
                .presses("1")
                .staysSilent()
                .presses("1")
                .hangsUp();

        List<Told> story = story(call);

        assertThat(by(By.CALLER, story)).containsExactly("called", "pressed 1", "said nothing", "pressed 1", "hung up");
        assertThat(by(By.LINE, story))
                .hasSize(4)
                .contains(
                        "Is this your own phone? Yes, press 1. No, press 2.",
                        "Your own phone? Yes, press 1. No, press 2.");
        assertThat(by(By.LINE, story).get(0))
                .startsWith("Hello. This is the advocacy line")
                .endsWith("press 3.");
        assertThat(story.get(0)).isEqualTo(new Told(By.CALLER, "called", line.time()));
    }

    @Test
    void whatWasKeyedInIsNeverTold() {
        SandboxCall call = line.callFrom("anonymous").presses("1").presses("2").presses("07700900123#");

        List<Told> story = story(call.presses("1"));

        assertThat(by(By.CALLER, story))
                .containsExactly("called", "pressed 1", "pressed 2", "keyed in a number", "pressed 1");
        assertThat(by(By.LINE, story)).contains("You gave us [the number]. Is that right? Yes, press 1. No, press 2.");
        assertThat(story.toString() + by(By.LINE, story)).doesNotContain("0 7 7", "077", "900123", "0, 7");
    }

    @Test
    void aMessageIsToldByItsLengthAndThePromiseInWords() {
        SandboxCall call = line.callFrom("anonymous")
                .presses("0")
                .speaks(Duration.ofSeconds(20))
                .presses("#");
        line.setTime("2026-11-25T09:00");

        List<Told> story = story(call.presses("1"));

        assertThat(by(By.CALLER, story)).contains("left a message of 20 seconds");
        assertThat(by(By.LINE, story).toString())
                .contains("by 5pm on Thursday 26 November")
                .contains("Goodbye.");
    }

    @Test
    void aCallInAnotherLanguageIsToldInEnglish() {
        SandboxCall call = line.callFrom("anonymous").presses("9").presses("1");

        assertThat(call.heard().toString()).doesNotContain("advocate for yourself");
        assertThat(by(By.LINE, story(call)).get(2)).contains("For an advocate for yourself");
    }

    @Test
    void aCallIsToldOnTheScriptItBeganWith() {
        SandboxCall call = line.callFrom("anonymous").presses("1");
        String before = by(By.LINE, story(call)).toString();
        line.restart();

        assertThat(by(By.LINE, story(call)).toString()).isEqualTo(before);
    }

    @Test
    void turnsWhoseContentIsDeletedAreToldByTheirQuestions() {
        SandboxCall call = line.callFrom("anonymous").presses("1").presses("2").presses("07700900123#");
        call.presses("1").hangsUp();
        for (String scrubbed : List.of(
                "before = jsonb_set(jsonb_set(before, '{answers}', '{}'), '{draft}', '\"\"')",
                "input = jsonb_build_object('what', input ->> 'what')",
                "input = '{}'")) {
            line.jdbi().useHandle(handle -> handle.execute("UPDATE call_turn SET " + scrubbed));

            List<Told> story = story(call);

            assertThat(by(By.CALLER, story)).as(scrubbed).hasSize(6);
            assertThat(by(By.LINE, story).get(1))
                    .as(scrubbed)
                    .isEqualTo("Is this your own phone? Yes, press 1. No, press 2.");
        }
    }

    @Test
    void nothingIsMadeUpForTurnsOfWhichNothingIsLeft() {
        SandboxCall call = line.callFrom("anonymous").presses("1").hangsUp();
        line.jdbi().useHandle(handle -> handle.execute("UPDATE call_turn SET before = '{}', kept = '{}'"));

        assertThat(by(By.CALLER, story(call))).containsExactly("called", "pressed 1", "hung up");
        assertThat(by(By.LINE, story(call))).isEmpty();
    }

    @Test
    void aReadBackIsToldWithoutTheDeletedNumber() {
        SandboxCall call = line.callFrom("anonymous").presses("1").presses("2").presses("07700900123#");
        call.presses("1").hangsUp();
        line.jdbi()
                .useHandle(
                        handle -> handle.execute("UPDATE call_turn SET before = jsonb_set(before, '{draft}', '\"\"'),"
                                + " input = CASE WHEN n = 3 THEN '{\"what\": \"digits\"}' ELSE input END"));

        List<Told> story = story(call);

        assertThat(by(By.CALLER, story)).contains("keyed in a number");
        assertThat(by(By.LINE, story)).contains("Are you in hospital now? Yes, press 1. No, press 2.");
    }

    @Test
    void thereIsNothingToTellOfAnUnknownCall() {
        assertThat(story(new CallSid("CA" + "0".repeat(32)))).isEmpty();
    }

    private List<Told> story(SandboxCall call) {
        return story(new CallSid(call.sid()));
    }

    private List<Told> story(CallSid sid) {
        var scripts = new Scripts(line.jdbi(), files -> ScriptFolder.texts(files, TestLine.LINE), line::time);
        var stories = new CallStory(scripts, new NumberPlan(true));
        return line.jdbi().withHandle(handle -> stories.of(handle, sid));
    }

    private static List<String> by(By by, List<Told> story) {
        return story.stream().filter(each -> each.by() == by).map(Told::text).toList();
    }
}
