package uk.referralline.ivr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one step did: where the call goes, what it says and decides on the way, and whether it now waits. */
record Move(CallState state, List<Prompt> prompts, List<Effect> effects, Optional<Next> next) {

    Move {
        prompts = List.copyOf(prompts);
        effects = List.copyOf(effects);
    }

    /** On to another step, without waiting. */
    static Move to(CallState here, String step) {
        return new Move(here.at(step), List.of(), List.of(), Optional.empty());
    }

    /** Stay here and wait. */
    static Move await(CallState here, Next next) {
        return new Move(here, List.of(), List.of(), Optional.of(next));
    }

    static Move end(CallState here) {
        return new Move(here.ended(), List.of(), List.of(), Optional.of(new Next.HangUp()));
    }

    Move saying(Prompt... more) {
        return saying(List.of(more));
    }

    Move saying(List<Prompt> more) {
        List<Prompt> all = new ArrayList<>(prompts);
        all.addAll(more);
        return new Move(state, all, effects, next);
    }

    Move doing(List<Effect> more) {
        List<Effect> all = new ArrayList<>(effects);
        all.addAll(more);
        return new Move(state, prompts, all, next);
    }

    /** This, and then that. */
    Move then(Move later) {
        return new Move(later.state, prompts, effects, later.next)
                .saying(later.prompts)
                .doing(later.effects);
    }
}
