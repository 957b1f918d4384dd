package uk.referralline.ivr;

import java.util.List;

/** The last words. A call never ends without any. */
record End(List<String> says) implements Step {

    @Override
    public Move arrive(Scene scene, CallState here) {
        return Move.end(here).saying(says.stream().map(Prompt::of).toList());
    }

    @Override
    public ScriptMap.Sketch sketch() {
        return new ScriptMap.Sketch(ScriptMap.Kind.ENDS, List.of(), List.of());
    }

    @Override
    public List<String> targets() {
        return List.of();
    }

    @Override
    public List<String> prompts() {
        return says;
    }
}
