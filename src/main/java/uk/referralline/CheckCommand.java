package uk.referralline;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.referralline.play.CheckReport;

/** Reads everything that shapes a call, and tells every fault; then walks every call that the script can lead to. */
@Command(
        name = "check",
        description = "Check the call script and all that goes with it; the exit code is 1 when something is wrong.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", description = "A folder in place of the packaged ivr-scripts/.")
    private Path folder;

    @Override
    public Integer call() {
        CheckReport report = ScriptFolder.read(Optional.ofNullable(folder)).check();
        spec.commandLine().getOut().print(report.text());
        spec.commandLine().getOut().println(report.passes() ? "The script may answer the phone." : "");
        spec.commandLine().getOut().flush();
        return report.exitCode();
    }
}
