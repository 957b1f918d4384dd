package uk.referralline.draw;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.referralline.ivr.Script;

/** Draws the call script into a file. */
@Command(
        name = "draw",
        description = "Draw the call script: a picture to print on A3 and read.",
        mixinStandardHelpOptions = true)
public final class DrawCommand implements Callable<Integer> {
    private final Function<Optional<Path>, Script> scripts;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", description = "A folder in place of the packaged ivr-scripts/.")
    private Path folder;

    @Option(names = "--to", defaultValue = "call-script.svg", description = "The file to write: .svg or .dot.")
    private Path out;

    /** @param scripts reads the script of a folder, or the packaged one */
    public DrawCommand(Function<Optional<Path>, Script> scripts) {
        this.scripts = scripts;
    }

    @Override
    public Integer call() throws IOException {
        Function<Diagram, String> form = form(out.toString());
        draw(scripts.apply(Optional.ofNullable(folder)), out, form);
        spec.commandLine().getOut().println("The call script is drawn in " + out + ".");
        return CommandLine.ExitCode.OK;
    }

    /** Writes a drawing, such as {@code Diagram::svg}, into a file. */
    static void draw(Script script, Path out, Function<Diagram, String> form) throws IOException {
        Files.writeString(out, form.apply(Diagram.of(script)));
    }

    private Function<Diagram, String> form(String name) {
        if (name.endsWith(".svg")) {
            return Diagram::svg;
        }
        if (name.endsWith(".dot")) {
            return Diagram::dot;
        }
        throw new CommandLine.ParameterException(
                spec.commandLine(), "The drawing can be a .svg or a .dot file, not " + out + ".");
    }
}
