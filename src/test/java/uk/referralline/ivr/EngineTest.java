package uk.referralline.ivr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.referralline.ivr.Input.TransferEnded.Outcome;

class EngineTest {
    private static final String MENU = """
            hello: {say: hello, then: menu}
            menu: {ask: menu, keep: own-phone, choices: {1: yes, 2: no}, then: number}
            number: {key-in: number, keep: number, read-back: read-back, skip: bye, then: book}
            book: {do: request-callback, then: promise}
            promise: {end: due}
            """;

    private static final Script RINGS = ScriptReader.read(SmallScripts.files(SmallScripts.withSteps("""
            hello: {transfer: trying, to: duty, seconds: 20, still: still, whisper: whisper, then: bye, otherwise: person}
            """)));

    private final Engine engine = new Engine(SmallScripts.KEYPAD);
    private final Script script = ScriptReader.read(SmallScripts.files(SmallScripts.withSteps(MENU)));

    @Test
    void aCallBeginsWithTheFirstWordsAndWaitsForOneKey() {
        Turn turn = begin();

        assertThat(said(turn)).containsExactly("Hello.", "For one, press 1.");
        assertThat(turn.reply().next()).isEqualTo(new Next.Gather(1, Duration.ofSeconds(12)));
        assertThat(turn.state().step()).isEqualTo("menu");
    }

    @Test
    void aChoiceFillsItsFieldAndLeadsOn() {
        Turn turn = after("1");

        assertThat(turn.state().answer("own-phone")).contains("yes");
        assertThat(turn.reply().next()).isEqualTo(new Next.Gather(0, Duration.ofSeconds(20)));
    }

    @Test
    void aWrongKeyIsAMissAndTheSimplerWordsAreSaid() {
        Turn turn = after("7");

        assertThat(said(turn)).containsExactly("Sorry, not a choice.", "Press 1.");
        assertThat(turn.state().misses()).isEqualTo(1);
    }

    @Test
    void silenceIsAMissWithoutReproach() {
        assertThat(said(take(begin().state(), new Input.Silence()))).containsExactly("Press 1.");
    }

    @Test
    void aSecondMissLeadsToAMessageForAPerson() {
        Turn turn = take(after("7").state(), new Input.Silence());

        assertThat(said(turn)).containsExactly("Speak after the tone.");
        assertThat(turn.reply().next()).isInstanceOf(Next.Record.class);
    }

    @Test
    void zeroLeadsToAPersonEverywhereAlsoAmongTheKeysOfANumber() {
        assertThat(after("0").state().step()).isEqualTo("person");
        assertThat(after("1", "0").state().step()).isEqualTo("person");
    }

    @Test
    void starRepeatsAndIsNoMiss() {
        Turn turn = after("*", "*", "*");

        assertThat(said(turn)).containsExactly("For one, press 1.");
        assertThat(turn.state().misses()).isZero();
    }

    @Test
    void aKeyedNumberIsReadBackAndKeptOnlyWhenItIsRight() {
        Turn readBack = after("1", "0123456");
        Turn right = take(readBack.state(), new Input.Digits("1"));

        assertThat(said(readBack)).containsExactly("0 1 2 3 4 5 6. Right?");
        assertThat(readBack.state().answer("number")).isEmpty();
        assertThat(right.state().answer("number")).contains("+44123456");
    }

    @Test
    void aStarAmongDigitsBeginsTheNumberAnew() {
        assertThat(said(after("1", "0999*0123456"))).containsExactly("0 1 2 3 4 5 6. Right?");
    }

    @Test
    void anUnusableNumberIsToldAndAskedAgain() {
        assertThat(said(after("1", "55"))).containsExactly("Sorry, not a number.", "The number again.");
    }

    @Test
    void twoWrongReadBacksLeadToAPerson() {
        assertThat(after("1", "0123456", "2", "0123456", "2").state().step()).isEqualTo("person");
    }

    @Test
    void aHashAloneSkips() {
        assertThat(said(after("1", "#"))).containsExactly("Goodbye.");
    }

    @Test
    void anEffectIsDecidedBeforeItIsSpokenOf() {
        Turn turn = after("1", "0123456", "1");

        var permissions = new Effect.Permissions(true, false, false);
        assertThat(turn.effects()).containsExactly(new Effect.RequestCallback("+44123456", permissions, "U3"));
        assertThat(turn.reply().next()).isEqualTo(new Next.HangUp());
        assertThat(turn.state().over()).isTrue();
    }

    @Test
    void aRecordingIsKeptByItsIdAndSilenceLeadsOn() {
        Turn recorded = take(after("0").state(), new Input.Recorded(SmallScripts.RECORDING, 4));
        Turn silent = take(after("0").state(), new Input.Silence());

        assertThat(recorded.effects()).containsExactly(new Effect.KeepRecording("message", SmallScripts.RECORDING, 4));
        assertThat(recorded.state().answer("message")).contains(SmallScripts.RECORDING);
        assertThat(silent.effects()).isEmpty();
        assertThat(said(silent)).containsExactly("Goodbye.");
    }

    @Test
    void aTransferIsTriedAndKnowsNoNumber() {
        Turn turn = ringing();

        assertThat(said(turn)).containsExactly("We will try.");
        assertThat(turn.reply().next())
                .isEqualTo(new Next.Transfer("duty", Duration.ofSeconds(20), Prompt.of("whisper")));
        assertThat(RINGS.whisper(turn.state())).contains(Prompt.of("whisper"));
        assertThat(turn.state().answer(Facts.TRANSFER)).contains(Facts.RINGING);
    }

    @Test
    void aConversationLeadsOneWayAndEveryOtherEndAnother() {
        for (Outcome outcome : Outcome.values()) {
            Turn turn = ended(ringing(), outcome);

            assertThat(said(turn))
                    .as("%s", outcome)
                    .containsExactly(
                            switch (outcome) {
                                case TALKED -> "Goodbye.";
                                case OTHERS_LEFT -> "We are still trying.";
                                default -> "Speak after the tone.";
                            });
        }
    }

    @Test
    void othersAreRungTwiceMoreAndThenTheCallGoesOn() {
        Turn third = ended(ended(ringing(), Outcome.OTHERS_LEFT), Outcome.OTHERS_LEFT);

        assertThat(third.reply().next()).isInstanceOf(Next.Transfer.class);
        assertThat(said(ended(third, Outcome.OTHERS_LEFT))).containsExactly("Speak after the tone.");
    }

    @Test
    void aTransferThatEndsInNoWayThatWeKnowWasNotTaken() {
        Turn turn = engine.advance(RINGS, ringing().state(), new Input.Silence());

        assertThat(said(turn)).containsExactly("Speak after the tone.");
        assertThat(turn.state().answer(Facts.TRANSFER)).contains(Facts.NOT_TAKEN);
    }

    @Test
    void theSameTurnTwiceIsTheSameTurn() {
        CallState state = after("1").state();

        assertThat(take(state, new Input.Digits("0123456"))).isEqualTo(take(state, new Input.Digits("0123456")));
    }

    @Test
    void nothingIsSaidAfterTheCallIsOver() {
        Turn turn = take(after("1", "#").state(), new Input.Digits("1"));

        assertThat(turn.reply()).isEqualTo(new Reply(List.of(), new Next.HangUp()));
        assertThat(turn.effects()).isEmpty();
    }

    @Test
    void answersAreNeverPrinted() {
        CallState state = after("1", "0123456", "1").state();

        assertThat(state.toString()).contains("number").doesNotContain("123456");
        assertThat(new Input.Digits("0123456").toString()).doesNotContain("123456");
    }

    @Test
    void aDueTimeIsSaidInEnglishTime() {
        CallState due = begin().state().knowing(Map.of(Facts.DUE, "2026-06-03T16:00:00Z"));

        assertThat(engine.say(script, due, Prompt.of("due")).text()).isEqualTo("By 5pm on Wednesday 3 June.");
    }

    @Test
    void keysThatNoPhoneHasAreRefused() {
        assertThatThrownBy(() -> new Input.Digits("hello")).isInstanceOf(IllegalArgumentException.class);
    }

    private Turn ringing() {
        return engine.advance(RINGS, CallState.fresh(), new Input.Begun(Map.of()));
    }

    private Turn ended(Turn before, Outcome outcome) {
        return engine.advance(RINGS, before.state(), new Input.TransferEnded(outcome));
    }

    private Turn begin() {
        return take(CallState.fresh(), new Input.Begun(Map.of()));
    }

    private Turn after(String... keys) {
        Turn turn = begin();
        for (String pressed : keys) {
            turn = take(turn.state(), new Input.Digits(pressed));
        }
        return turn;
    }

    private Turn take(CallState state, Input input) {
        return engine.advance(script, state, input);
    }

    private List<String> said(Turn turn) {
        return turn.reply().prompts().stream()
                .map(prompt -> engine.say(script, turn.state(), prompt).text())
                .toList();
    }
}
