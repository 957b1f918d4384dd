package uk.referralline;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.referralline.duty.OpeningHours;
import uk.referralline.yaml.Fault;

/** Reads everything that shapes a call, and tells every fault; then walks every call that the script can lead to. */
@Command(
        name = "check",
        description = "Check the call script and all that goes with it; the exit code is 1 when something is wrong.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    private final InstantSource clock;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", description = "A folder in place of the packaged ivr-scripts/.")
    private Path folder;

    CheckCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        if (folder != null && !Files.isDirectory(folder)) {
            spec.commandLine().getErr().println("There is no folder \"%s\".".formatted(folder));
            return 1;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), OpeningHours.LONDON);
        FolderFiles files = FolderFiles.read(Optional.ofNullable(folder));
        FolderReport report = FolderReport.full(files, ScriptFolder.LONGEST_NUMBER, today);
        spec.commandLine().getOut().print(report.text());
        if (report.clean()) {
            spec.commandLine().getOut().println("The script may answer the phone.");
        }
        boolean asRehearsed = !report.clean() || folder == null || rehearse(files);
        spec.commandLine().getOut().flush();
        return asRehearsed ? report.exitCode() : 1;
    }

    /** The folder's own example calls: whether they all go as they are written. */
    private boolean rehearse(FolderFiles files) {
        ExampleCalls calls = ExampleCalls.in(folder);
        List<Fault> otherwise = calls.otherwise(
                ScriptFolder.of(files, ScriptFolder.LONGEST_NUMBER).stage());
        PrintWriter out = spec.commandLine().getOut();
        if (otherwise.isEmpty() && calls.count() > 0) {
            out.println("Example calls that go as they are written: %d.".formatted(calls.count()));
        }
        if (!otherwise.isEmpty()) {
            out.println("\nExample calls that go otherwise than they are written. Mend the script, or the example.");
            otherwise.forEach(fault -> out.println("  " + fault));
        }
        return otherwise.isEmpty();
    }
}
