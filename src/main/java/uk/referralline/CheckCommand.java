package uk.referralline;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.referralline.duty.OpeningHours;

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
        LocalDate today = LocalDate.ofInstant(clock.instant(), OpeningHours.LONDON);
        FolderFiles files = FolderFiles.read(Optional.ofNullable(folder));
        FolderReport report = FolderReport.full(files, ScriptFolder.LONGEST_NUMBER, today);
        spec.commandLine().getOut().print(report.text());
        if (report.clean()) {
            spec.commandLine().getOut().println("The script may answer the phone.");
        }
        spec.commandLine().getOut().flush();
        return report.exitCode();
    }
}
