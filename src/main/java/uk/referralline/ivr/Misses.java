package uk.referralline.ivr;

import java.util.ArrayList;
import java.util.List;

/**
 * What happens when nothing usable comes back: the simpler wording, and after {@code tries} misses another way on. A caller
 * who is silent or lost is never hung up on here.
 */
record Misses(int tries, String otherwise) {

    Move miss(CallState here, Next wait, List<String> prompts, List<Prompt> excuse) {
        if (here.misses() + 1 >= tries) {
            return Move.to(here, otherwise);
        }
        List<Prompt> said = new ArrayList<>(excuse);
        prompts.forEach(prompt -> said.add(Prompt.again(prompt)));
        return Move.await(here.missed(), wait).saying(said);
    }

    /** The excuse that fits: a wrong key is told so, silence is not reproached. */
    static List<Prompt> excuse(Input input, String wrong) {
        return input instanceof Input.Silence ? List.of() : List.of(Prompt.of(wrong));
    }

    /** As it is drawn. */
    ScriptMap.Way way() {
        return ScriptMap.Way.missed("no answer", otherwise);
    }
}
