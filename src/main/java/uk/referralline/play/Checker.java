package uk.referralline.play;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.referralline.ivr.Finding;
import uk.referralline.ivr.Keypad;
import uk.referralline.ivr.Script;
import uk.referralline.ivr.ScriptCheck;
import uk.referralline.ivr.ScriptFiles;
import uk.referralline.ivr.ScriptReader;
import uk.referralline.ivr.Terms;
import uk.referralline.number.NumberKind;
import uk.referralline.yaml.FaultyFiles;

/**
 * Says whether a call script may answer the phone.
 *
 * @param keypad must know Ofcom's drama numbers, which the callers of the exploration key in
 * @param templates names of the texts that can be sent
 */
public record Checker(Keypad keypad, Set<String> templates) {

    public Checker {
        templates = Set.copyOf(templates);
    }

    private Terms terms() {
        Set<String> kinds =
                Arrays.stream(NumberKind.values()).map(NumberKind::word).collect(Collectors.toSet());
        return new Terms(templates, kinds);
    }

    /** Reads the files and looks at the script without walking it. */
    public CheckReport look(ScriptFiles files) {
        try {
            return new CheckReport(
                    ScriptCheck.of(ScriptReader.read(files), files, terms()), Optional.empty(), List.of());
        } catch (FaultyFiles unread) {
            return unread(unread);
        }
    }

    /**
     * Reads the files, looks at the script, and then walks all of it. Each only if the one before found no error: faults
     * that follow from others are not told.
     */
    public CheckReport check(ScriptFiles files) {
        try {
            Script script = ScriptReader.read(files);
            List<Finding> findings = ScriptCheck.of(script, files, terms());
            if (findings.stream().anyMatch(Finding::isError)) {
                return new CheckReport(findings, Optional.empty(), List.of());
            }
            return new CheckReport(findings, Optional.of(Explorer.explore(script, keypad)), Effort.of(script, keypad));
        } catch (FaultyFiles unread) {
            return unread(unread);
        }
    }

    private static CheckReport unread(FaultyFiles unread) {
        List<Finding> findings = unread.faults().stream().map(Finding::of).toList();
        return new CheckReport(findings, Optional.empty(), List.of());
    }
}
