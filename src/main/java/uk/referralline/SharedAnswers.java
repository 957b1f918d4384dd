package uk.referralline;

import java.util.List;
import java.util.Optional;
import uk.referralline.casework.EligibilityRules;
import uk.referralline.casework.UrgencyRules;
import uk.referralline.ivr.ScriptFiles;
import uk.referralline.yaml.Entry;
import uk.referralline.yaml.Fault;
import uk.referralline.yaml.Faults;

/**
 * The answers that callers give in {@code line.yaml} and that the rules of other files ask about: an answer that is renamed in
 * one of them alone would be judged by no rule, and nobody would see it.
 */
final class SharedAnswers {
    private static final List<String> RULES = List.of(EligibilityRules.FILE, UrgencyRules.FILE);
    private static final String YES_NO = "yes-no";

    private SharedAnswers() {}

    /** Notes each answer of the call script that a file with rules about its field does not know. */
    static void check(FolderFiles files, Faults faults) {
        String line = files.script().texts().getOrDefault(ScriptFiles.LINE, "");
        Optional<Entry> asked = fields(ScriptFiles.LINE, line);
        for (String rules : RULES) {
            fields(rules, files.calendar().getOrDefault(rules, ""))
                    .ifPresent(known -> known.children()
                            .forEach((field, answers) -> asked.flatMap(all -> all.child(field))
                                    .ifPresent(script -> compare(field, script, answers, rules, faults))));
        }
    }

    /** A file that cannot be read is told by its own reader. */
    private static Optional<Entry> fields(String file, String text) {
        return Entry.read(file, text, new Faults()).flatMap(top -> top.child("fields"));
    }

    private static void compare(String field, Entry script, Entry known, String rules, Faults faults) {
        boolean yesNo = script.isText() && script.text().equals(YES_NO);
        List<String> given = yesNo ? List.of("yes", "no") : script.isText() ? List.of() : script.texts();
        given.stream()
                .filter(answer -> !known.texts().contains(answer))
                .forEach(answer -> faults.add(new Fault(
                        ScriptFiles.LINE,
                        script.line(),
                        field,
                        "The rules of %s do not know the answer \"%s\"; they know %s. Add it there, and the rules for it."
                                .formatted(rules, answer, String.join(", ", known.texts())))));
    }
}
