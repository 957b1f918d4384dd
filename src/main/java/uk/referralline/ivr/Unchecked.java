package uk.referralline.ivr;

import uk.referralline.yaml.NativeCheck;

/** Translations that no native speaker has read. They are used: words with a mistake are better than none. */
final class Unchecked implements Check {

    @Override
    public void look(Subject subject) {
        subject.script().languages().values().stream()
                .filter(words -> !words.checked())
                .forEach(words -> subject.languageWarning(words, NativeCheck.WAITS, NativeCheck.SUGGESTION));
    }
}
