package uk.referralline;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import uk.referralline.ivr.ScriptReader;
import uk.referralline.store.StartFailure;
import uk.referralline.yaml.FaultyFiles;

/** The commands. Without one, the line is served. */
@Command(
        name = "referral-line",
        mixinStandardHelpOptions = true,
        version = "referral-line 1.0",
        description = "A phone and text-message service for an advocacy referral line.",
        subcommands = {Main.Serve.class, Main.Check.class})
public final class Main implements Callable<Integer> {

    public static void main(String[] args) {
        int code = run(args);
        if (code != 0) {
            System.exit(code);
        }
    }

    static int run(String... args) {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler((wrong, command, parsed) -> {
                    command.getErr().println(sentence(wrong));
                    return 1;
                })
                .execute(args);
    }

    /** What went wrong, for the person at the terminal. */
    private static String sentence(Exception wrong) {
        if (wrong instanceof Config.WrongSetting || wrong instanceof StartFailure || wrong instanceof FaultyFiles) {
            return wrong.getMessage();
        }
        return "The line cannot start: " + wrong;
    }

    @Override
    public Integer call() throws Exception {
        return new Serve().call();
    }

    /** Runs the line until it is stopped. */
    @Command(name = "serve", description = "Run the line (the default).", mixinStandardHelpOptions = true)
    static final class Serve implements Callable<Integer> {
        private static final Path DATA = Path.of(".data");

        @Override
        public Integer call() throws InterruptedException {
            Config config = Config.of(System.getenv());
            var stopped = new CountDownLatch(1);
            var service = Service.start(config, DATA);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                service.close();
                stopped.countDown();
            }));
            service.greeting().forEach(System.out::println);
            stopped.await();
            return 0;
        }
    }

    /** Reads the call script and tells every fault. */
    @Command(
            name = "check",
            description = "Check the call script and all that goes with it.",
            mixinStandardHelpOptions = true)
    static final class Check implements Callable<Integer> {
        private static final String LONGEST_NUMBER = "0300 000 0000";

        @CommandLine.Parameters(arity = "0..1", description = "A folder in place of the packaged ivr-scripts/.")
        private Path folder;

        @Override
        public Integer call() {
            ScriptReader.read(ScriptFolder.read(Optional.ofNullable(folder), LONGEST_NUMBER)
                    .script());
            System.out.println("Everything in the call script is right.");
            return 0;
        }
    }
}
