package uk.referralline.ivr;

/**
 * Whispers that do not say how the call is taken, or that say something of the caller: whoever picks up may be a mailbox or
 * the wrong person.
 */
final class Whispers implements Check {
    private static final String TAKE = "1";

    @Override
    public void look(Subject subject) {
        for (String name : subject.names()) {
            if (subject.step(name) instanceof Transfer transfer) {
                subject.script()
                        .languages()
                        .values()
                        .forEach(words -> look(subject, words, transfer.said().whisper()));
            }
        }
    }

    private static void look(Subject subject, Words words, String key) {
        if (!Hearing.keys(words.prompts().get(key).say()).contains(TAKE)) {
            subject.promptError(
                    words, key, "The key that takes the call is not offered.", "Say \"to take the call, press 1\".");
        }
        if (Words.PLACEHOLDER.matcher(words.all(key)).find()) {
            subject.promptError(words, key, "A mailbox may hear this.", "Say nothing of the caller or their case.");
        }
    }
}
