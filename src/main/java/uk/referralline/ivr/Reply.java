package uk.referralline.ivr;

import java.util.List;

/** What the line says, and what the phone does then. There is exactly one {@link Next}, so a reply cannot leave dead air. */
public record Reply(List<Prompt> prompts, Next next) {

    public Reply {
        prompts = List.copyOf(prompts);
    }
}
