package uk.referralline.ivr;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import uk.referralline.yaml.Fault;

/** A script under check, and what was found in it so far. */
final class Subject {
    private final Script script;
    private final ScriptFiles files;
    private final Places places;
    private final Terms terms;
    private final Known known;
    private final List<Finding> found = new ArrayList<>();

    Subject(Script script, ScriptFiles files, Terms terms) {
        this.script = script;
        this.files = files;
        this.places = Places.of(files);
        this.terms = terms;
        this.known = Known.in(script);
    }

    Script script() {
        return script;
    }

    ScriptFiles files() {
        return files;
    }

    Places places() {
        return places;
    }

    Terms terms() {
        return terms;
    }

    /** What is certain at each step. */
    Known known() {
        return known;
    }

    /** What was found so far, by file and line. */
    List<Finding> found() {
        return found.stream().sorted().toList();
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

    void warning(Fault fault, String suggestion) {
        add(Finding.Severity.WARNING, fault, suggestion);
    }

    void hangUpError(int rule, String message, String suggestion) {
        add(Finding.Severity.ERROR, new Fault(ScriptFiles.LINE, places.hangUp(rule), "hang-up", message), suggestion);
    }

    void urgencyError(int rule, String message, String suggestion) {
        add(Finding.Severity.ERROR, new Fault(ScriptFiles.LINE, places.urgency(rule), "urgency", message), suggestion);
    }

    void promptError(Words words, String key, String message, String suggestion) {
        add(Finding.Severity.ERROR, inPrompt(words, key, message), suggestion);
    }

    void promptWarning(Words words, String key, String message, String suggestion) {
        add(Finding.Severity.WARNING, inPrompt(words, key, message), suggestion);
    }

    void languageWarning(Words words, String message, String suggestion) {
        add(Finding.Severity.WARNING, new Fault(Places.file(words.language()), 0, "", message), suggestion);
    }

    /** About all recordings together. */
    void recordingsError(String message, String suggestion) {
        add(Finding.Severity.ERROR, new Fault(ScriptFiles.audio(""), 0, "", message), suggestion);
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
