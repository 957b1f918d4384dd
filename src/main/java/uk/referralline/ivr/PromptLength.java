package uk.referralline.ivr;

import java.util.TreeSet;

/**
 * Prompts too long to hold in mind. Between two rests at most 20 words, the longest sentence that the NHS style allows; in
 * all at most 50, which is 20 seconds: four options, the most that a menu has, of ten words each, and one sentence before.
 */
final class PromptLength implements Check {
    private static final int MOST_AT_A_STRETCH = 20;
    private static final int MOST = 50;

    @Override
    public void look(Subject subject) {
        for (Words words : subject.script().languages().values()) {
            for (String key : new TreeSet<>(words.prompts().keySet())) {
                Words.Wording wording = words.prompts().get(key);
                length(subject, words, key, wording.say());
                length(subject, words, key, wording.again());
                if (Hearing.words(wording.again()) > Hearing.words(wording.say())) {
                    subject.promptWarning(
                            words,
                            key,
                            "What is said again is longer than what was said first.",
                            "After a miss say it simpler and shorter.");
                }
            }
        }
    }

    private static void length(Subject subject, Words words, String key, String text) {
        int all = Hearing.words(text);
        if (all > MOST) {
            subject.promptError(
                    words,
                    key,
                    "%d words are too many to hold in mind; the most is %d.".formatted(all, MOST),
                    "Say less, or ask in two steps.");
        }
        int longest =
                Hearing.stretches(text).stream().mapToInt(Hearing::words).max().orElse(0);
        if (longest > MOST_AT_A_STRETCH) {
            subject.promptError(
                    words,
                    key,
                    "%d words come without a rest; the most is %d.".formatted(longest, MOST_AT_A_STRETCH),
                    "Make two sentences of it, or put a [pause].");
        }
    }
}
