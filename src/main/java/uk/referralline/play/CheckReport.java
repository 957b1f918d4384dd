package uk.referralline.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.referralline.ivr.Finding;

/**
 * What a check of a script came to.
 *
 * @param findings errors and warnings
 * @param exploration empty when there are errors
 * @param effort what it costs to get what callers come for; empty when there are errors
 */
public record CheckReport(List<Finding> findings, Optional<Exploration> exploration, List<Effort> effort) {

    public CheckReport {
        findings = List.copyOf(findings);
        effort = List.copyOf(effort);
    }

    /** The same, with what was found beside the call script. */
    public CheckReport and(List<Finding> beside) {
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(beside);
        return new CheckReport(all, exploration, effort);
    }

    /** Each of them keeps the line from starting. */
    public List<Finding> errors() {
        return findings.stream().filter(Finding::isError).toList();
    }

    public List<Finding> warnings() {
        return findings.stream().filter(finding -> !finding.isError()).toList();
    }

    /** Whether the script may answer the phone. */
    public boolean passes() {
        return errors().isEmpty()
                && exploration.map(walked -> walked.broken().isEmpty()).orElse(false);
    }

    /** Whether nothing was found that keeps the line from starting, as far as it was looked for. */
    public boolean clean() {
        return errors().isEmpty()
                && exploration.map(walked -> walked.broken().isEmpty()).orElse(true);
    }

    /** For a shell: 0 when the script passes, 1 when not. */
    public int exitCode() {
        return passes() ? 0 : 1;
    }

    /** The report as a person reads it; ends with a line break. */
    public String text() {
        var text = new StringBuilder();
        section(text, "Errors: the line does not use this folder.", errors());
        section(text, "Warnings.", warnings());
        exploration.ifPresent(walked -> claims(text, walked));
        if (!effort.isEmpty()) {
            line(text, "What it takes to get there. Every prompt is heard to its end; no question is asked twice.");
            line(text, "Seconds are of listening, up to where a promise begins, and with the promise.");
            line(text, "  " + Effort.head());
            effort.forEach(row -> line(text, "  " + row));
            line(text, "");
        }
        section(text, "Longer than we aim for:", Aim.missed(effort));
        return text.toString();
    }

    private static void section(StringBuilder text, String title, List<?> rows) {
        if (!rows.isEmpty()) {
            line(text, title);
            rows.forEach(row -> line(text, "  " + row));
            line(text, "");
        }
    }

    private static void claims(StringBuilder text, Exploration walked) {
        walked.broken().forEach((claim, call) -> {
            line(text, "Not true: " + claim.words() + " The shortest call that shows it:");
            line(text, "");
            line(text, ConversationWriter.write(call).indent(2));
        });
        String title =
                "True of every call: %d different moments, %d turns.".formatted(walked.moments(), walked.turns());
        section(text, title, walked.proven().stream().map(Claim::words).toList());
    }

    private static void line(StringBuilder text, String line) {
        text.append(line.stripTrailing()).append('\n');
    }
}
