package uk.referralline.ivr;

import java.util.List;

/** Words, and on. {@code firm} words are heard to the end even if a key is pressed. */
record Say(List<String> says, boolean firm, String then) implements Step {

    @Override
    public Move arrive(Scene scene, CallState here) {
        List<Prompt> said =
                says.stream().map(key -> new Prompt(key, false, firm)).toList();
        return Move.to(here, then).saying(said);
    }

    @Override
    public ScriptMap.Sketch sketch() {
        return new ScriptMap.Sketch(ScriptMap.Kind.SAYS, List.of(), List.of(ScriptMap.Way.on(then)));
    }

    @Override
    public List<String> targets() {
        return List.of(then);
    }

    @Override
    public List<String> prompts() {
        return says;
    }
}
