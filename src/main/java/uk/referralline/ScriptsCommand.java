package uk.referralline;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.referralline.call.ScriptHistory;
import uk.referralline.ivr.ScriptFiles;

/** Every version of the call script that was in use, and what changed between two of them. */
@Command(
        name = "scripts",
        description = "List the versions of the call script that were in use.",
        mixinStandardHelpOptions = true)
final class ScriptsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        return withHistory(history -> {
            print(VersionTexts.list(history.uses()));
            return 0;
        });
    }

    @Command(
            name = "diff",
            description = "Show what changed from one version to another.",
            mixinStandardHelpOptions = true)
    int diff(
            @Parameters(paramLabel = "A", description = "The number of the earlier version.") long from,
            @Parameters(paramLabel = "B", description = "The number of the later version.") long to) {
        return withHistory(history -> {
            Optional<ScriptFiles> before = history.files(from);
            Optional<ScriptFiles> after = history.files(to);
            if (before.isEmpty() || after.isEmpty()) {
                err().println("There is no version " + (before.isEmpty() ? from : to)
                        + "; \"scripts\" lists those there are.");
                return 1;
            }
            print(VersionTexts.diff(before.get(), after.get()));
            return 0;
        });
    }

    private int withHistory(ToIntFunction<ScriptHistory> show) {
        return KeptDatabase.show(err(), database -> show.applyAsInt(new ScriptHistory(database.jdbi())));
    }

    private void print(String text) {
        PrintWriter out = command.commandLine().getOut();
        out.print(text);
        out.flush();
    }

    private PrintWriter err() {
        return command.commandLine().getErr();
    }
}
