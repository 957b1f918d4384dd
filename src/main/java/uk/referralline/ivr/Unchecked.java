package uk.referralline.ivr;

/** Translations that no native speaker has read. They are used: words with a mistake are better than none. */
final class Unchecked implements Check {

    @Override
    public void look(Subject subject) {
        subject.script().languages().values().stream()
                .filter(words -> !words.checked())
                .forEach(words -> subject.languageWarning(
                        words,
                        "These words wait for the check of a native speaker.",
                        "Write that person's name behind \"checked-by\" once it is done."));
    }
}
