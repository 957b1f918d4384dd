package uk.referralline.ivr;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** Prompts that nobody says, and languages that lack one. */
final class PromptUse implements Check {

    @Override
    public void look(Subject subject) {
        Set<String> used = new HashSet<>(WordsReader.ALWAYS);
        subject.script().steps().values().forEach(step -> used.addAll(step.prompts()));
        for (Words words : subject.script().languages().values()) {
            for (String key : new TreeSet<>(words.prompts().keySet())) {
                if (!used.contains(key)) {
                    subject.promptWarning(words, key, "No step says this prompt.", "Remove it, or say it somewhere.");
                }
            }
        }
    }
}
