package uk.referralline;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import uk.referralline.call.UkKeypad;
import uk.referralline.escalation.AlertKind;
import uk.referralline.ivr.Finding;
import uk.referralline.number.NumberPlan;
import uk.referralline.play.CheckReport;
import uk.referralline.play.Checker;
import uk.referralline.yaml.Fault;
import uk.referralline.yaml.FaultyFiles;

/**
 * What a check of a whole folder came to.
 *
 * @param beside faults in the texts, hours, holidays, due times and who qualifies
 * @param script what the checker says of the call script, and warnings of what goes with it
 */
record FolderReport(List<Fault> beside, CheckReport script) {

    FolderReport {
        beside = List.copyOf(beside);
    }

    /** Everything that can be checked, every way through the script included: some seconds' work. */
    static FolderReport full(FolderFiles files, String line, LocalDate today) {
        CheckReport script = checker(files, line).check(files.script());
        return new FolderReport(beside(files, line), script.and(Upkeeps.due(files, today)));
    }

    /** What can be seen without walking the script: enough for one that was walked before. */
    static FolderReport quick(FolderFiles files, String line, LocalDate today) {
        CheckReport script = checker(files, line).look(files.script());
        return new FolderReport(beside(files, line), script.and(Upkeeps.due(files, today)));
    }

    private static List<Fault> beside(FolderFiles files, String line) {
        try {
            ScriptFolder.of(files, line);
            return List.of();
        } catch (FaultyFiles faulty) {
            return faulty.faults();
        }
    }

    /** The callers of the exploration key in drama numbers, whatever the line itself allows. */
    private static Checker checker(FolderFiles files, String line) {
        Set<String> texts =
                new TreeSet<>(ScriptFolder.texts(files.script(), line).english().names());
        // These are for those who work here: no caller is ever sent one.
        texts.removeAll(AlertKind.templates());
        return new Checker(new UkKeypad(new NumberPlan(true)), texts);
    }

    /** Whether the line may go by this folder, as far as it was looked at. */
    boolean clean() {
        return beside.isEmpty() && script.clean();
    }

    /** Each in one line. */
    List<String> warnings() {
        return script.warnings().stream().map(Finding::toString).toList();
    }

    /** For a shell: 0 when the line may go by this folder, 1 when not. */
    int exitCode() {
        return clean() ? 0 : 1;
    }

    /** As a person reads it; ends with a line break. */
    String text() {
        if (beside.isEmpty()) {
            return script.text();
        }
        String faults = beside.stream().map(fault -> "  " + fault + "\n").collect(Collectors.joining());
        return "Errors beside the call script: the line does not use this folder.\n" + faults + "\n" + script.text();
    }
}
