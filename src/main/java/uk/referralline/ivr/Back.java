package uk.referralline.ivr;

import java.util.List;

/** Back to where the caller was when they asked for another language; otherwise, where they had not been anywhere. */
record Back(String otherwise) implements Step {

    @Override
    public Move arrive(Scene scene, CallState here) {
        String target = here.answer(Facts.BACK).orElse(otherwise);
        return Move.to(here.without(Facts.BACK), target);
    }

    @Override
    public ScriptMap.Sketch sketch() {
        List<String> details = List.of("back to where 9 was pressed");
        return new ScriptMap.Sketch(ScriptMap.Kind.DECIDES, details, List.of(ScriptMap.Way.on(otherwise)));
    }

    @Override
    public List<String> targets() {
        return List.of(otherwise);
    }

    @Override
    public List<String> prompts() {
        return List.of();
    }
}
