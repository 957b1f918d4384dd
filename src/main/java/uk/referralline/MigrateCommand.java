package uk.referralline;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Brings the database up to date, where the line itself serves with a user who may not. */
@Command(
        name = "migrate",
        description = "Bring the database up to date, with the user who owns its tables in DATABASE_URL.",
        mixinStandardHelpOptions = true)
final class MigrateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return KeptDatabase.show(spec.commandLine().getErr(), database -> {
            spec.commandLine().getOut().println("The database is up to date.");
            return 0;
        });
    }
}
