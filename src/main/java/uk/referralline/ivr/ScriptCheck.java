package uk.referralline.ivr;

import java.util.List;
import java.util.Set;

/** Everything that can be seen in a script without walking it. */
public final class ScriptCheck {
    private static final List<Check> CHECKS = List.of(
            new Unreachable(),
            new DeadEnds(),
            new Circles(),
            new Wordless(),
            new Assigned(),
            new Promised(),
            new Texting(),
            new NeverOrAlways(),
            new MenuShape(),
            new OptionWords(),
            new PromptLength(),
            new PromptUse(),
            new Languages(),
            new Placeholders());

    private ScriptCheck() {}

    /**
     * What is wrong with a script that its reader accepted, errors and warnings, by file and line.
     *
     * @param files those it was read from
     * @param templates names of the texts that can be sent
     */
    public static List<Finding> of(Script script, ScriptFiles files, Set<String> templates) {
        var subject = new Subject(script, files, templates);
        CHECKS.forEach(check -> check.look(subject));
        return subject.found();
    }
}
