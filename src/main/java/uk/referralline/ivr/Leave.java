package uk.referralline.ivr;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The caller says something after the tone, which fills a recording field. What is in it is settled later, by the
 * recording callback. It is kept at once, so that a hang-up loses nothing; with {@code review} the caller may then hear it
 * again, or erase it and begin anew.
 *
 * @param ways where it goes on
 */
record Leave(String prompt, String keep, Optional<String> review, Duration longest, Ways ways) implements Step {
    private static final String SEND = "1";
    private static final String HEAR = "2";
    private static final String ANEW = "3";

    /** @param silent where it goes on when nothing was said */
    record Ways(String then, String silent) {}

    @Override
    public Move arrive(Scene scene, CallState here) {
        if (here.confirming()) {
            return Move.await(here, oneKey(scene, here)).saying(Prompt.of(review.orElseThrow()));
        }
        return Move.await(here, scene.script().waits().message(scene, here, longest))
                .saying(Prompt.of(prompt));
    }

    @Override
    public Move hear(Scene scene, CallState here, Input input) {
        if (here.confirming()) {
            return decide(scene, here, input instanceof Input.Digits digits ? digits.keys() : "");
        }
        if (!(input instanceof Input.Recorded recorded)) {
            return Move.to(here, ways.silent());
        }
        CallState kept = here.answered(keep, recorded.sid());
        Move next = review.isPresent() ? arrive(scene, kept.drafting(recorded.sid())) : Move.to(kept, ways.then());
        return next.doing(List.of(new Effect.KeepRecording(keep, recorded.sid(), recorded.seconds())));
    }

    /** Silence, and a second wrong key, send it: whoever is done has put the phone down or waits. */
    private Move decide(Scene scene, CallState here, String keys) {
        return switch (keys) {
            case SEND, "" -> Move.to(here, ways.then());
            case HEAR ->
                Move.await(here, oneKey(scene, here)).saying(Prompt.ownMessage(), Prompt.again(review.orElseThrow()));
            case ANEW ->
                arrive(scene, here.drafting("").without(keep)).doing(List.of(new Effect.EraseRecording(here.draft())));
            default ->
                here.misses() > 0
                        ? Move.to(here, ways.then())
                        : Move.await(here.missed().drafting(here.draft()), oneKey(scene, here))
                                .saying(Prompt.of(Script.WRONG_KEY), Prompt.again(review.orElseThrow()));
        };
    }

    private static Next oneKey(Scene scene, CallState here) {
        return scene.script().waits().key(scene, here);
    }

    @Override
    public ScriptMap.Sketch sketch() {
        List<ScriptMap.Way> all = new ArrayList<>(List.of(ScriptMap.Way.on(ways.then())));
        if (!ways.silent().equals(ways.then())) {
            all.add(ScriptMap.Way.missed("nothing said", ways.silent()));
        }
        return new ScriptMap.Sketch(ScriptMap.Kind.RECORDS, List.of(keep), all);
    }

    @Override
    public List<String> targets() {
        return List.of(ways.then(), ways.silent());
    }

    @Override
    public List<String> prompts() {
        List<String> prompts = new ArrayList<>(List.of(prompt));
        review.ifPresent(prompts::add);
        return prompts;
    }

    @Override
    public boolean waits() {
        return true;
    }

    @Override
    public List<String> unanswered() {
        return List.of(ways.silent());
    }

    @Override
    public Set<String> mayFill() {
        return Set.of(keep);
    }

    @Override
    public Set<String> certain(String target, Set<String> known) {
        return target.equals(ways.silent()) ? Set.of() : Set.of(keep);
    }
}
