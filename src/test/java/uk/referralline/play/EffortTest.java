package uk.referralline.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.referralline.ivr.ScriptFiles;
import uk.referralline.ivr.ScriptReader;

class EffortTest {
    private static final double SECONDS_A_WORD = 0.4;

    /** Up to the promise 40 words, and 8 more on the long way. */
    private static final ScriptFiles COUNTED = new ScriptFiles(Map.of("line.yaml", """
            start: greeting
            person: bye
            no-answer: bye
            fields: {number: phone, own-phone: yes-no, place: [one, two]}
            steps:
              greeting: {say: [hello, danger], firm: yes, then: own}
              own: {ask: own, keep: own-phone, choices: {1: yes, 2: no}, then: key-in}
              key-in: {key-in: key-in, keep: number, read-back: read-back, then: long}
              long: {ask: long, choices: {1: book, 2: which}}
              which: {ask: which, keep: place, choices: {1: one, 2: two}, then: book}
              book: {do: request-callback, then: promise}
              promise: {end: [promise, bye]}
              bye: {end: bye}
            """, "prompts/en-GB.yaml", """
            voice: Polly.Amy-Neural
            prompts:
              hello: Hello.
              danger: In danger, call 999. For urgent help, call 111.
              own: Is it your phone? Yes, press 1. No, press 2.
              key-in: Key in your number, then press hash.
              read-back: Right? Yes, press 1. No, press 2.
              long: Short, press 1. Long, press 2.
              which: Which ward? One, press 1. Two, press 2.
              promise: We call you by {due}.
              bye: Goodbye.
              wrong-key: Sorry.
              wrong-number: Sorry.
            """));

    private final List<Effort> shipped = Effort.of(ScriptReader.read(ScriptFiles.packaged()), BrokenScripts.KEYPAD);
    private final List<Effort> counted = Effort.of(ScriptReader.read(COUNTED), BrokenScripts.KEYPAD);

    @Test
    void everyGoalCanBeReached() {
        assertThat(shipped).extracting(Effort::goal).containsOnly(Goal.values());
    }

    @Test
    void theShippedScriptIsAsShortAsWeAimFor() {
        assertThat(Aim.missed(shipped)).isEmpty();
    }

    @Test
    void anAimThatIsMissedIsToldInASentence() {
        var slow = new Heard(20, 10, 200, 75.1, 80, 15.1);

        assertThat(Aim.missed(List.of(
                        new Effort("en-GB", Goal.OWN_MOBILE, Way.SHORTEST, slow),
                        new Effort("pl-PL", Goal.OWN_MOBILE, Way.SHORTEST, slow))))
                .containsExactly(
                        "en-GB: for a callback on the own mobile 10 keys are pressed; the aim is at most 9.",
                        "en-GB: a callback on the own mobile is promised after 76 seconds of listening;"
                                + " the aim is at most 75.",
                        "en-GB: 999 and 111 have been said after 16 seconds; the aim is at most 15.",
                        "pl-PL: 999 and 111 have been said after 16 seconds; the aim is at most 15.");
    }

    @Test
    void aProfessionalHearsLessThanTwoAndAHalfMinutes() {
        assertThat(heard(shipped, Goal.STAFF_REFERRAL, Way.LONGEST).promised()).isLessThan(150);
    }

    @Test
    void theShortestWayIsCountedUpToThePromise() {
        Heard heard = heard(counted, Goal.OWN_MOBILE, Way.SHORTEST);

        assertThat(heard.seconds()).isCloseTo(40 * SECONDS_A_WORD, within(0.001));
        assertThat(heard.presses()).isEqualTo("1".length() + "07700900126#".length() + "1".length() + "1".length());
    }

    @Test
    void theLongestWayGoesThroughEveryQuestionOnce() {
        Heard heard = heard(counted, Goal.OWN_MOBILE, Way.LONGEST);

        assertThat(heard.seconds()).isCloseTo(48 * SECONDS_A_WORD, within(0.001));
        assertThat(heard.presses())
                .isEqualTo(heard(counted, Goal.OWN_MOBILE, Way.SHORTEST).presses() + 1);
    }

    @Test
    void thePromiseIsCountedBesides() {
        Heard heard = heard(counted, Goal.OWN_MOBILE, Way.SHORTEST);

        // "We call you by 5pm on Wednesday 25 November."
        assertThat(heard.promised() - heard.seconds()).isCloseTo(9 * SECONDS_A_WORD, within(0.001));
    }

    @Test
    void secondsAreWordsAndPauses() {
        assertThat(VoiceRate.seconds("To leave a message, [pause] press 0.", "en-GB"))
                .isCloseTo(6 * SECONDS_A_WORD + 0.5, within(0.001));
    }

    private static Heard heard(List<Effort> all, Goal goal, Way way) {
        return all.stream()
                .filter(effort -> effort.goal() == goal && effort.way() == way)
                .findFirst()
                .orElseThrow()
                .heard();
    }
}
