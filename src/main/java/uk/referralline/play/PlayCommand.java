package uk.referralline.play;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import uk.referralline.ivr.Facts;
import uk.referralline.ivr.Input;

/** Plays a call in the terminal: the line's words are printed, and whoever types is the caller. */
@Command(
        name = "play",
        description = "Call the line without a phone: read what it says, type what the caller does.",
        mixinStandardHelpOptions = true)
public final class PlayCommand implements Callable<Integer> {
    private static final String FIRST_LANGUAGE = "en-GB";

    /** Tells an editor where it finds what may be written. */
    private static final String FOR_EDITORS = "# yaml-language-server: $schema=../schema/conversation.json\n";

    private final Function<Optional<Path>, Stage> stages;
    private final Supplier<Instant> now;
    private final Reader keyboard;

    @Spec
    private CommandSpec spec;

    @Option(names = "--script", description = "A folder in place of the packaged ivr-scripts/.")
    private Path folder;

    @Option(names = "--closed", description = "Call at a time when the line is closed.")
    private boolean closed;

    @Option(names = "--duty", description = "Somebody is on duty: 0 rings them, and you answer for them too.")
    private boolean duty;

    @Option(names = "--at", description = "Call at this time, such as \"2026-11-24 10:15\".")
    private String at;

    @Option(names = "--from", defaultValue = "07700 900123", description = "The caller's number, or withheld.")
    private String from;

    @Option(names = "--lang", defaultValue = FIRST_LANGUAGE, description = "The language, such as en-GB.")
    private String language;

    @Option(names = "--write", description = "Write the call down as a conversation that runs as a test.")
    private Path file;

    @Option(names = "--title", defaultValue = "A call played by hand", description = "The conversation's title.")
    private String title;

    /**
     * @param stages reads everything a call needs from a folder, or from the packaged one
     * @param keyboard where the caller's keys are read from; a terminal or a pipe
     */
    public PlayCommand(Function<Optional<Path>, Stage> stages, Supplier<Instant> now, Reader keyboard) {
        this.stages = stages;
        this.now = now;
        this.keyboard = keyboard;
    }

    @Override
    public Integer call() throws IOException {
        Stage stage = stages.apply(Optional.ofNullable(folder));
        Instant moment = moment(stage);
        Input.Begun begun = begun(stage, moment);
        var terminal =
                new Terminal(new BufferedReader(keyboard), spec.commandLine().getOut());
        Conversation played = terminal.play(stage.walk(moment), begun, new Terminal.Call(title, from, moment, duty));
        if (file != null) {
            Files.writeString(file, FOR_EDITORS + ConversationWriter.write(played));
            spec.commandLine().getOut().println("The call is written down in " + file + ".");
        }
        return CommandLine.ExitCode.OK;
    }

    private Instant moment(Stage stage) {
        if (at == null) {
            return stage.near(now.get(), !closed);
        }
        try {
            return ConversationWriter.instant(at);
        } catch (DateTimeException wrong) {
            throw refused("A time is like \"2026-11-24 10:15\".");
        }
    }

    private Input.Begun begun(Stage stage, Instant moment) {
        if (!stage.script().languages().containsKey(language)) {
            throw refused("There are no words in %s; there are %s."
                    .formatted(
                            language,
                            String.join(", ", stage.script().languages().keySet())));
        }
        if (file != null && !language.equals(FIRST_LANGUAGE)) {
            throw refused("A conversation begins in %s; choose the language by its key.".formatted(FIRST_LANGUAGE));
        }
        try {
            Map<String, String> facts =
                    new HashMap<>(stage.begin(from, moment, duty).facts());
            if (!language.equals(FIRST_LANGUAGE)) {
                facts.put(Facts.LANGUAGE, language);
            }
            return new Input.Begun(facts);
        } catch (IllegalArgumentException notNumber) {
            throw refused("--from is a phone number, such as \"07700 900123\", or withheld.");
        }
    }

    private ParameterException refused(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
