package uk.referralline.play;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import uk.referralline.ivr.Prompt;
import uk.referralline.ivr.Words;

/** Writes down the way to a moment as a conversation. */
final class Transcript {
    private static final int FIRST_WORDS = 8;

    private Transcript() {}

    static Conversation of(String title, Moment moment, Lab lab) {
        List<Conversation.Part> talk = new ArrayList<>();
        for (Moment each : moment.way()) {
            each.act().ifPresent(act -> talk.add(new Conversation.Part(false, act.words(), 0)));
            firstWords(each, lab).ifPresent(words -> talk.add(new Conversation.Part(true, words, 0)));
        }
        var nothing = new Conversation.Ends(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        Start start = moment.start();
        boolean staffed = moment.way().stream().anyMatch(Moment::rings);
        String named = start.isFirstLanguage() ? title : title + " (" + start.language() + ")";
        return new Conversation(named, start.written(), ConversationWriter.instant(start.at()), staffed, talk, nothing);
    }

    /** The first words of the last prompt, up to the first pause or place: those are the same on every such call. */
    private static Optional<String> firstWords(Moment moment, Lab lab) {
        List<Prompt> prompts = moment.turn().reply().prompts();
        if (prompts.isEmpty()) {
            return Optional.empty();
        }
        String written = lab.written(moment, prompts.get(prompts.size() - 1));
        String[] words = written.split("\\{|" + java.util.regex.Pattern.quote(Words.PAUSE), 2)[0]
                .strip()
                .split(" ");
        String first = String.join(" ", Arrays.asList(words).subList(0, Math.min(FIRST_WORDS, words.length)));
        return Optional.of(first).filter(some -> !some.isBlank());
    }
}
