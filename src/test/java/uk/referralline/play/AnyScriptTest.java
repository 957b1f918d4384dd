package uk.referralline.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import uk.referralline.ivr.CallState;
import uk.referralline.ivr.Engine;
import uk.referralline.ivr.Finding;
import uk.referralline.ivr.Input;
import uk.referralline.ivr.Input.TransferEnded.Outcome;
import uk.referralline.ivr.Script;
import uk.referralline.ivr.ScriptCheck;
import uk.referralline.ivr.ScriptFiles;
import uk.referralline.ivr.ScriptReader;
import uk.referralline.ivr.Terms;
import uk.referralline.ivr.Turn;

/** What holds for whatever script the checker accepts, and whatever a caller does. Give -Dseed= to see a failure again. */
class AnyScriptTest {
    private static final int SCRIPTS = 500;
    private static final Terms TERMS = new Terms(Set.of(), Set.of("mobile", "landline"));
    private static final int CALLS = 10;
    private static final int TURNS = 40;
    private static final int SILENCES = 60;

    private final Engine engine = new Engine(BrokenScripts.KEYPAD);

    @Test
    void anyAcceptedScriptAnswersWhateverTheCallerDoes() {
        long seed = Long.getLong("seed", RandomGenerator.getDefault().nextLong());
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int accepted = 0;
        for (int n = 0; n < SCRIPTS; n++) {
            ScriptFiles files = GeneratedScript.by(random);
            Optional<Script> script = accepted(files);
            if (script.isPresent()) {
                accepted++;
                try {
                    calls(script.get(), random);
                } catch (RuntimeException | AssertionError wrong) {
                    throw new AssertionError(
                            "-Dseed=" + seed + "\n" + files.texts().get("line.yaml"), wrong);
                }
            }
        }
        assertThat(accepted)
                .as("scripts accepted of %d with -Dseed=%d", SCRIPTS, seed)
                .isGreaterThan(SCRIPTS / 50);
    }

    private static Optional<Script> accepted(ScriptFiles files) {
        Script script = ScriptReader.read(files);
        boolean wrong = ScriptCheck.of(script, files, TERMS).stream().anyMatch(Finding::isError);
        return Optional.of(script).filter(right -> !wrong);
    }

    private void calls(Script script, RandomGenerator random) {
        for (Start start : Start.all(script)) {
            for (int n = 0; n < CALLS; n++) {
                call(script, start, random);
            }
        }
        Exploration walked = Explorer.explore(script, BrokenScripts.KEYPAD);
        assertThat(walked.broken())
                .doesNotContainKeys(Claim.WORDS, Claim.SILENCE_ENDS, Claim.SAID_ONLY_IF_KEPT, Claim.SAME_TWICE);
    }

    private void call(Script script, Start start, RandomGenerator random) {
        CallState state = CallState.fresh();
        Input input = start.begun(random.nextBoolean());
        for (int n = 0; n < TURNS && !state.over(); n++) {
            Turn turn = engine.advance(script, state, input);
            assertThat(engine.advance(script, state, input)).isEqualTo(turn);
            assertThat(turn.reply().prompts()).isNotEmpty();
            state = turn.state();
            assertThat(engine.advance(script, state, new Input.HungUp()).state().over())
                    .isTrue();
            input = any(random);
        }
        falls(script, state);
    }

    /** However a caller has gone on, falling silent leads to the last words. */
    private void falls(Script script, CallState from) {
        CallState state = from;
        for (int n = 0; n < SILENCES && !state.over(); n++) {
            state = engine.advance(script, state, new Input.Silence()).state();
        }
        assertThat(state.over()).as("the call ends").isTrue();
    }

    private static Input any(RandomGenerator random) {
        return switch (random.nextInt(9)) {
            case 0 -> new Input.Silence();
            case 1 -> new Input.Recorded("RE" + "0".repeat(32), random.nextInt(9));
            case 2 -> new Input.Digits("07700900126");
            case 3 -> new Input.Digits(keys(random));
            case 4 -> new Input.Digits("2703949");
            case 5 -> new Input.TransferEnded(Outcome.values()[random.nextInt(Outcome.values().length)]);
            default -> new Input.Digits(String.valueOf(1 + random.nextInt(3)));
        };
    }

    private static String keys(RandomGenerator random) {
        var keys = new StringBuilder();
        for (int n = 1 + random.nextInt(12); n > 0; n--) {
            keys.append("0123456789*#".charAt(random.nextInt(12)));
        }
        return keys.toString();
    }
}
