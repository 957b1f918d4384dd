package uk.referralline.ivr;

import java.util.List;

/** Everything that can be seen in a script without walking it. */
public final class ScriptCheck {
    private static final List<Check> CHECKS = List.of(
            new Unreachable(),
            new DeadEnds(),
            new Circles(),
            new Wordless(),
            new Assigned(),
            new Arguments(),
            new SetValues(),
            new ConditionWords(),
            new Promised(),
            new PersonThere(),
            new Whispers(),
            new Texting(),
            new NeverOrAlways(),
            new MenuShape(),
            new OptionWords(),
            new KeysInTranslation(),
            new PromptLength(),
            new PromptUse(),
            new Languages(),
            new Unchecked(),
            new Placeholders(),
            new CutWords(),
            new RecordedPrompts());

    private ScriptCheck() {}

    /**
     * What is wrong with a script that its reader accepted, errors and warnings, by file and line.
     *
     * @param files those it was read from
     */
    public static List<Finding> of(Script script, ScriptFiles files, Terms terms) {
        var subject = new Subject(script, files, terms);
        CHECKS.forEach(check -> check.look(subject));
        return subject.found();
    }
}
