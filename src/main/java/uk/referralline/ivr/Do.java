package uk.referralline.ivr;

import java.util.List;

/** Decides something, to be kept before the next word is said. */
record Do(List<Deed> deeds, String then) implements Step {

    Do {
        deeds = List.copyOf(deeds);
    }

    @Override
    public Move arrive(Scene scene, CallState here) {
        List<Effect> effects =
                deeds.stream().map(deed -> deed.effect(scene, here)).toList();
        return Move.to(here, then).doing(effects);
    }

    @Override
    public List<String> targets() {
        return List.of(then);
    }

    @Override
    public List<String> prompts() {
        return List.of();
    }
}
