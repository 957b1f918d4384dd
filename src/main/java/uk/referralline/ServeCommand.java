package uk.referralline;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the line until it is stopped. */
@Command(name = "serve", description = "Run the line (the default).", mixinStandardHelpOptions = true)
class ServeCommand implements Callable<Integer> {
    /** Where the embedded database is. */
    static final Path DATA = Path.of(".data");

    @Option(names = "--demo", description = "Fill an empty sandbox with an invented week, to look at.")
    private boolean demo;

    @Override
    public Integer call() throws InterruptedException {
        Config config = Config.of(System.getenv());
        var stopped = new CountDownLatch(1);
        Service service = demo
                ? Service.startWithSampleWeek(config, DATA, System.out::println)
                : Service.start(config, DATA, System.out::println);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            service.close();
            stopped.countDown();
        }));
        stopped.await();
        return 0;
    }
}
