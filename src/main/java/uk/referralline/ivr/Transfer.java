package uk.referralline.ivr;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * A person is rung, and the caller is put through to whoever takes the call. Which phones ring, and who may take it, is no
 * matter of the script. Whoever picks up and does not take it stops the others from ringing, so these are rung again.
 *
 * @param said what is said on the way
 * @param to who is rung, such as {@code duty}
 * @param ring how long
 */
record Transfer(Said said, String to, Duration ring, Ways ways) implements Step {
    /** Each round rings one phone less; more than so many keep a caller waiting too long. */
    private static final int MOST_ROUNDS = 3;

    /**
     * @param before to the caller, before it rings
     * @param still to the caller, before it rings once more for those who are left
     * @param whisper to whoever picks up
     */
    record Said(String before, String still, String whisper) {}

    /**
     * @param then where the call goes on after a conversation
     * @param otherwise where it goes on when nobody took it
     */
    record Ways(String then, String otherwise) {}

    @Override
    public Move arrive(Scene scene, CallState here) {
        return Move.await(here.answered(Facts.TRANSFER, Facts.RINGING), next()).saying(Prompt.of(said.before()));
    }

    @Override
    public Move hear(Scene scene, CallState here, Input input) {
        Input.TransferEnded.Outcome outcome =
                input instanceof Input.TransferEnded ended ? ended.outcome() : Input.TransferEnded.Outcome.NOT_ANSWERED;
        return switch (outcome) {
            case TALKED -> Move.to(here.answered(Facts.TRANSFER, Facts.TAKEN), ways.then());
            case OTHERS_LEFT ->
                here.misses() + 1 < MOST_ROUNDS
                        ? Move.await(here.missed(), next()).saying(Prompt.of(said.still()))
                        : notTaken(here);
            case NOT_ANSWERED, BUSY, FAILED, DECLINED -> notTaken(here);
        };
    }

    private Move notTaken(CallState here) {
        return Move.to(here.answered(Facts.TRANSFER, Facts.NOT_TAKEN), ways.otherwise());
    }

    private Next next() {
        return new Next.Transfer(to, ring, Prompt.of(said.whisper()));
    }

    @Override
    public ScriptMap.Sketch sketch() {
        List<ScriptMap.Way> all = List.of(
                ScriptMap.Way.when("after a conversation", ways.then()),
                ScriptMap.Way.missed("nobody takes it", ways.otherwise()));
        return new ScriptMap.Sketch(ScriptMap.Kind.TRANSFERS, List.of("rings " + to), all);
    }

    @Override
    public List<String> targets() {
        return List.of(ways.then(), ways.otherwise());
    }

    @Override
    public List<String> prompts() {
        return List.of(said.before(), said.still(), said.whisper());
    }

    @Override
    public List<String> drawn() {
        return List.of(said.before());
    }

    @Override
    public boolean waits() {
        return true;
    }

    @Override
    public List<String> unanswered() {
        return List.of(ways.otherwise());
    }

    @Override
    public Set<String> mayFill() {
        return Set.of(Facts.TRANSFER);
    }

    @Override
    public Set<String> certain(String target, Set<String> known) {
        if (ways.then().equals(ways.otherwise())) {
            return Set.of(Facts.TRANSFER);
        }
        String word = target.equals(ways.then()) ? Facts.TAKEN : Facts.NOT_TAKEN;
        return Set.of(Facts.TRANSFER, Facts.TRANSFER + "=" + word);
    }
}
