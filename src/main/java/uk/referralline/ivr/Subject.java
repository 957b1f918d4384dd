package uk.referralline.ivr;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import uk.referralline.yaml.Fault;

/**
 * A script under check, and what was found in it so far.
 *
 * @param templates the texts that can be sent
 */
record Subject(Script script, Places places, Set<String> templates, List<Finding> found) {

    static Subject of(Script script, ScriptFiles files, Set<String> templates) {
        return new Subject(script, Places.of(files), templates, new ArrayList<>());
    }

    /** Names of all steps, in the order of the alphabet, so that findings come in the same order every time. */
    Set<String> names() {
        return new TreeSet<>(script.steps().keySet());
    }

    Step step(String name) {
        return script.step(name);
    }

    void error(String step, String message, String suggestion) {
        add(Finding.Severity.ERROR, new Fault(ScriptFiles.LINE, places.step(step), step, message), suggestion);
    }

    void warning(String step, String message, String suggestion) {
        add(Finding.Severity.WARNING, new Fault(ScriptFiles.LINE, places.step(step), step, message), suggestion);
    }

    void hangUpError(int rule, String message, String suggestion) {
        add(Finding.Severity.ERROR, new Fault(ScriptFiles.LINE, places.hangUp(rule), "hang-up", message), suggestion);
    }

    void promptError(Words words, String key, String message, String suggestion) {
        add(Finding.Severity.ERROR, inPrompt(words, key, message), suggestion);
    }

    void promptWarning(Words words, String key, String message, String suggestion) {
        add(Finding.Severity.WARNING, inPrompt(words, key, message), suggestion);
    }

    private Fault inPrompt(Words words, String key, String message) {
        int line = places.prompt(words.language(), key);
        return new Fault(Places.file(words.language()), line, key, message);
    }

    private void add(Finding.Severity severity, Fault fault, String suggestion) {
        var finding = new Finding(severity, fault, suggestion);
        if (!found.contains(finding)) {
            found.add(finding);
        }
    }
}
