package uk.referralline;

import io.javalin.util.JavalinBindException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import uk.referralline.console.signin.Demo;
import uk.referralline.duty.DutyPhones;
import uk.referralline.number.PhoneNumber;
import uk.referralline.sandbox.OwnNumber;
import uk.referralline.sandbox.Sandbox;
import uk.referralline.sandbox.Settings;
import uk.referralline.store.EmbeddedDatabase;
import uk.referralline.store.StartFailure;
import uk.referralline.twilio.TwilioUrls;

/** The line with whatever it was not given: an embedded database, and a sandbox in place of Twilio. */
final class Service implements AutoCloseable {
    private static final String SANDBOX_LINE = "+443069990100";
    private static final String SANDBOX_SENDER = "+447700900999";
    private static final String SANDBOX_ADVOCATE = "+447700900801";

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Consumer<String> terminal;
    private Optional<CompletableFuture<EmbeddedDatabase>> embedded = Optional.empty();
    private Optional<Sandbox> sandbox = Optional.empty();
    private boolean sampleWeek;

    private Service(Consumer<String> terminal) {
        this.terminal = terminal;
    }

    /**
     * Starts everything; what has started is stopped again if something cannot.
     *
     * @param data the folder of the embedded database
     * @param terminal is told, line by line, what a person may do now
     * @throws StartFailure with one sentence
     */
    static Service start(Config config, Path data, Consumer<String> terminal) {
        var service = new Service(terminal);
        return started(service, config, data);
    }

    private static Service started(Service service, Config config, Path data) {
        try {
            service.begin(config, data);
            return service;
        } catch (RuntimeException wrong) {
            service.close();
            throw wrong;
        }
    }

    /**
     * The same with an invented week in it, where everything is our own and nothing is in it yet.
     *
     * @throws Config.WrongSetting with one sentence, when there is an account or a database that is not ours
     */
    static Service startWithSampleWeek(Config config, Path data, Consumer<String> terminal) {
        if (!allOurOwn(config)) {
            throw new Config.WrongSetting(
                    "--demo", "invents cases, so it is refused where TWILIO_ACCOUNT_SID or DATABASE_URL is set.");
        }
        var service = new Service(terminal);
        service.sampleWeek = true;
        return started(service, config, data);
    }

    private void begin(Config config, Path data) {
        // The database takes longest, so everything else is made ready beside it.
        if (config.databaseUrl().isEmpty()) {
            embedded = Optional.of(CompletableFuture.supplyAsync(() -> EmbeddedDatabase.in(data)));
        }
        Config.Account account = config.twilio().orElseGet(() -> sandbox(config));
        Warmth.warmUp();
        String url = config.databaseUrl()
                .orElseGet(() -> joined(embedded.orElseThrow()).url());
        Config whole = config.with(url, account);
        var machine = new Line.Machine(InstantSource.system(), new SecureRandom(), true, duty(config));
        Optional<Demo> demo = demo(config);
        if (sampleWeek) {
            terminal.accept(SampleWeek.fill(
                    joined(embedded.orElseThrow()),
                    sandbox.orElseThrow(),
                    demo.orElseThrow(),
                    machine.clock().instant()));
        }
        parts.push(bound("PORT", config.port(), () -> Line.start(whole, machine, demo)));
        terminal.accept("The line listens on " + config.host() + ":" + config.port() + ". Stop it with Ctrl-C.");
        demo.ifPresent(each -> terminal.accept("The console is at " + config.publicUrl() + "/ – sign in as "
                + String.join(", ", Demo.signInNames()) + ", all with the password " + each.password()));
    }

    /** Only beside the sandbox, and only on a database that is nobody else's: not on one that holds people's cases. */
    private static Optional<Demo> demo(Config config) {
        return allOurOwn(config) ? Optional.of(Demo.random(new SecureRandom())) : Optional.empty();
    }

    private static boolean allOurOwn(Config config) {
        return config.twilio().isEmpty() && config.databaseUrl().isEmpty();
    }

    /** In the sandbox one phone is always on duty, and rings on the phone page. */
    private static DutyPhones duty(Config config) {
        var advocate = new PhoneNumber(SANDBOX_ADVOCATE);
        return config.twilio().isPresent() ? DutyPhones.NONE : at -> List.of(advocate);
    }

    private static EmbeddedDatabase joined(CompletableFuture<EmbeddedDatabase> starting) {
        try {
            return starting.join();
        } catch (CompletionException wrapped) {
            throw wrapped.getCause() instanceof RuntimeException cause ? cause : wrapped;
        }
    }

    /** A Twilio of our own on the next port, on loopback only. */
    private Config.Account sandbox(Config config) {
        var chance = new SecureRandom();
        String sid = "AC" + hex(chance);
        String token = hex(chance);
        int port = config.port() == 0 ? 0 : config.port() + 1;
        Sandbox sandbox = bound(
                "PORT + 1, the sandbox's,",
                port,
                () -> Sandbox.start(Settings.of(sid, token).onPort(port)));
        parts.push(sandbox);
        this.sandbox = Optional.of(sandbox);
        var urls = TwilioUrls.of(config.publicUrl(), sandbox.url(), sid);
        OwnNumber line = sandbox.number(SANDBOX_LINE);
        line.voiceUrl(urls.incoming()).voiceFallbackUrl(urls.fallback()).statusCallback(urls.callStatus());
        sandbox.number(SANDBOX_SENDER).smsUrl(urls.incomingText());
        terminal.accept("The phone is at " + sandbox.phoneUrl() + " (a sandbox: nothing leaves this machine)."
                + " The line is being made ready; Ctrl-C stops everything.");
        return new Config.Account(sid, List.of(token), sid, token, sandbox.url(), SANDBOX_LINE, SANDBOX_SENDER);
    }

    private static String hex(SecureRandom chance) {
        byte[] bytes = new byte[16];
        chance.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static <T> T bound(String setting, int port, Supplier<T> start) {
        try {
            return start.get();
        } catch (JavalinBindException taken) {
            throw new StartFailure(
                    setting + " " + port + " is already in use on this machine; choose another PORT.", taken);
        }
    }

    /** Stops the newest part first, and the database last, also one that was still starting. */
    @Override
    public void close() {
        while (!parts.isEmpty()) {
            quietly(parts.pop());
        }
        embedded.ifPresent(starting -> starting.handle((database, neverStarted) -> Optional.ofNullable(database))
                .thenAccept(database -> database.ifPresent(Service::quietly))
                .join());
    }

    private static void quietly(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception ignored) {
            // Stopping goes on: the rest must end too.
        }
    }
}
