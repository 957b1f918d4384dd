package uk.referralline;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.referralline.duty.OpeningHours;
import uk.referralline.settings.Change;
import uk.referralline.settings.Settings;

/** The settings files in use: who keeps each, whether it should have been read again, and what changed last. */
@Command(
        name = "settings",
        description = "List the settings files in use: their owners, review dates and last changes.",
        mixinStandardHelpOptions = true)
final class SettingsCommand implements Callable<Integer> {
    private final InstantSource clock;

    @Spec
    private CommandSpec command;

    SettingsCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        return withSettings(settings -> {
            print(SettingTexts.list(settings.all(), LocalDate.ofInstant(clock.instant(), OpeningHours.LONDON)));
            return 0;
        });
    }

    @Command(name = "diff", description = "Show the last change of a file.", mixinStandardHelpOptions = true)
    int diff(@Parameters(paramLabel = "FILE", description = "Such as due-times.yaml.") String file) {
        return withSettings(settings -> {
            Optional<Change> change = settings.lastChange(file);
            if (change.isEmpty()) {
                err().println("There is no settings file " + file + "; \"settings\" lists those there are.");
                return 1;
            }
            print(SettingTexts.diff(change.get()));
            return 0;
        });
    }

    private int withSettings(ToIntFunction<Settings> show) {
        return KeptDatabase.show(err(), database -> show.applyAsInt(new Settings(database.jdbi())));
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
