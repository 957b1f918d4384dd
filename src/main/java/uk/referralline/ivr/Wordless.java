package uk.referralline.ivr;

/** Calls that would end without last words. */
final class Wordless implements Check {

    @Override
    public void look(Subject subject) {
        for (String name : subject.names()) {
            Step step = subject.step(name);
            if (step.targets().isEmpty() && step.prompts().isEmpty()) {
                subject.error(name, "The call ends here without a word.", "Name at least one prompt.");
            }
        }
    }
}
