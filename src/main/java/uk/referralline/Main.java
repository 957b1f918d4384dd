package uk.referralline;

import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.time.InstantSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import uk.referralline.draw.DrawCommand;
import uk.referralline.play.PlayCommand;
import uk.referralline.store.StartFailure;
import uk.referralline.yaml.FaultyFiles;

/** The commands. Without one, the line is served. */
@Command(
        name = "referral-line",
        mixinStandardHelpOptions = true,
        version = "referral-line 1.0",
        description = "A phone and text-message service for an advocacy referral line.")
public final class Main extends ServeCommand {

    public static void main(String[] args) {
        int code = commands().execute(args);
        if (code != 0) {
            System.exit(code);
        }
    }

    static CommandLine commands() {
        return commands(InstantSource.system());
    }

    static CommandLine commands(InstantSource clock) {
        var keyboard = new InputStreamReader(System.in, Charset.defaultCharset());
        return new CommandLine(new Main())
                .addSubcommand(new ServeCommand())
                .addSubcommand(new CheckCommand(clock))
                .addSubcommand(
                        new DrawCommand(folder -> ScriptFolder.read(folder).read()))
                .addSubcommand(
                        new PlayCommand(folder -> ScriptFolder.read(folder).stage(), clock::instant, keyboard))
                .addSubcommand(new ScriptsCommand())
                .addSubcommand(new SettingsCommand(InstantSource.system()))
                .addSubcommand(new ProvisionCommand())
                .addSubcommand(new UserCommand(UserCommand::open))
                .addSubcommand(new RotaCommand(clock))
                .addSubcommand(new AuditCommand())
                .addSubcommand(new MigrateCommand())
                .setExecutionExceptionHandler((wrong, command, parsed) -> {
                    command.getErr().println(sentence(wrong));
                    return CommandLine.ExitCode.SOFTWARE;
                });
    }

    /** What went wrong, for the person at the terminal. */
    private static String sentence(Exception wrong) {
        if (wrong instanceof Config.WrongSetting
                || wrong instanceof StartFailure
                || wrong instanceof FaultyFiles
                || wrong instanceof RefusedFolder) {
            return wrong.getMessage();
        }
        return "The line cannot start: " + wrong;
    }
}
