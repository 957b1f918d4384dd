package uk.referralline.ivr;

import java.time.Duration;
import java.util.List;

/**
 * The caller says something after the tone, which fills a recording field. What is in it is settled later, by the
 * recording callback.
 *
 * @param silent where it goes on when nothing was said
 */
record Leave(String prompt, String keep, Duration longest, String then, String silent) implements Step {

    @Override
    public Move arrive(Scene scene, CallState here) {
        Next record = new Next.Record(longest, scene.script().waits().silence());
        return Move.await(here, record).saying(Prompt.of(prompt));
    }

    @Override
    public Move hear(Scene scene, CallState here, Input input) {
        if (!(input instanceof Input.Recorded recorded)) {
            return Move.to(here, silent);
        }
        Effect keepIt = new Effect.KeepRecording(keep, recorded.sid(), recorded.seconds());
        return Move.to(here.answered(keep, recorded.sid()), then).doing(List.of(keepIt));
    }

    @Override
    public List<String> targets() {
        return List.of(then, silent);
    }

    @Override
    public List<String> prompts() {
        return List.of(prompt);
    }

    @Override
    public boolean waits() {
        return true;
    }
}
