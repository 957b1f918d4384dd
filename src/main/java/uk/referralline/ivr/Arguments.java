package uk.referralline.ivr;

import java.util.List;
import java.util.function.BiConsumer;

/** Effects that lack the word which says what of it, or that have one and take none. */
final class Arguments implements Check {

    @Override
    public void look(Subject subject) {
        for (String name : subject.names()) {
            look(subject.step(name).deeds(), (message, suggestion) -> subject.error(name, message, suggestion));
        }
        List<Script.HangUpRule> rules = subject.script().rules().hangUp();
        for (int number = 0; number < rules.size(); number++) {
            int rule = number;
            look(rules.get(rule).deeds(), (message, suggestion) -> subject.hangUpError(rule, message, suggestion));
        }
    }

    private static void look(List<Deed> deeds, BiConsumer<String, String> tell) {
        for (Deed deed : deeds) {
            String word = deed.kind().word();
            if (deed.kind().takesArgument() && deed.argument().isBlank()) {
                tell.accept("\"%s\" does not say what.".formatted(word), "Write {%s: …}.".formatted(word));
            }
            if (!deed.kind().takesArgument() && !deed.argument().isBlank()) {
                tell.accept(
                        "\"%s\" takes no \"%s\".".formatted(word, deed.argument()), "Write %s alone.".formatted(word));
            }
        }
    }
}
