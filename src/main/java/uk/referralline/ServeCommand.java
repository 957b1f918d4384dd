package uk.referralline;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;

/** Runs the line until it is stopped. */
@Command(name = "serve", description = "Run the line (the default).", mixinStandardHelpOptions = true)
class ServeCommand implements Callable<Integer> {
    /** Where the embedded database is. */
    static final Path DATA = Path.of(".data");

    @Override
    public Integer call() throws InterruptedException {
        Config config = Config.of(System.getenv());
        var stopped = new CountDownLatch(1);
        Service service = Service.start(config, DATA, System.out::println);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            service.close();
            stopped.countDown();
        }));
        stopped.await();
        return 0;
    }
}
