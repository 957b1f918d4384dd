package uk.referralline.ivr;

import java.util.List;

/** The outcome of one input: where the call now is, what must be kept, and what is said once it has been kept. */
public record Turn(CallState state, List<Effect> effects, Reply reply) {

    public Turn {
        effects = List.copyOf(effects);
    }
}
