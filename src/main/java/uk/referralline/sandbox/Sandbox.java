package uk.referralline.sandbox;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A Twilio of our own on loopback: numbers that can be called and texted, a REST API, and a phone page for people.
 * No real call or text ever leaves it.
 */
public final class Sandbox implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    /** A request that the REST API got, whatever it answered. */
    public record Request(String method, String path) {}

    private final Exchange exchange;
    private final Faults faults;
    private final Texts texts;
    private final InboundTexts inbound;
    private final RestApi rest;
    private final Javalin server;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "sandbox-callbacks");
        thread.setDaemon(true);
        return thread;
    });

    private Sandbox(Settings settings) {
        var sids = new Sids(settings.chance());
        var callbacks = new Callbacks();
        var problems = new Problems();
        faults = new Faults(callbacks);
        var webhooks = new Webhooks(new WebhookClient(settings, sids), faults, callbacks, problems);
        exchange = new Exchange(
                settings,
                sids,
                webhooks,
                new Media(settings.webhookLimit()),
                problems,
                new Calls(),
                new Recordings(sids),
                new Numbers(sids),
                () -> URI.create(url()));
        var optOuts = new OptOuts();
        texts = new Texts(exchange, faults);
        inbound = new InboundTexts(exchange, texts, optOuts);
        rest = new RestApi(settings, faults, webhooks, worker);
        server = Javalin.create(config -> configure(config, optOuts));
    }

    /** Starts on loopback and takes requests at once. */
    public static Sandbox start(Settings settings) {
        Sandbox sandbox = new Sandbox(settings);
        sandbox.server.start();
        return sandbox;
    }

    /** Where the REST API is: what replaces {@code https://api.twilio.com}. */
    public String url() {
        return "http://" + LOOPBACK + ":" + server.port();
    }

    /** Where a person finds the phone. */
    public String phoneUrl() {
        return "http://localhost:" + server.port() + "/";
    }

    public Settings settings() {
        return exchange.settings();
    }

    /** The number, in E.164, which the account owns from now on. */
    public OwnNumber number(String e164) {
        return exchange.numbers().own(e164);
    }

    /** Every number of the account, oldest first. */
    public List<OwnNumber> numbers() {
        return exchange.numbers().all();
    }

    /** A person calls the first number that has a VoiceUrl. */
    public SandboxCall callFrom(String from) {
        return call(from, exchange.numbers().firstWith("VoiceUrl").e164());
    }

    /**
     * A person calls a number of ours.
     *
     * @param from as Twilio gives it: E.164, {@code anonymous}, {@code +266696687} or nothing
     */
    public SandboxCall call(String from, String to) {
        OwnNumber number = owned(to);
        CallFacts facts = new CallFacts(exchange.sids().next("CA"), from, number.e164(), "inbound", Optional.empty());
        Reports reports =
                new Reports(number.url("StatusCallback"), number.method("StatusCallbackMethod"), Set.of("completed"));
        CallRun run = new CallRun(exchange, facts, reports);
        run.fallsBackTo(number.url("VoiceFallbackUrl"));
        SandboxCall call = new SandboxCall(run);
        exchange.calls().add(call);
        return call.does(() -> {
            run.caller(Line.Kind.CALLS, number.e164());
            number.url("VoiceUrl")
                    .ifPresentOrElse(
                            url -> run.fetch(run.request(url, number.method("VoiceMethod"), Map.of())),
                            () -> run.fail(Problem.SANDBOX, "the number has no VoiceUrl"));
        });
    }

    /** A person texts the first number that has an SmsUrl. */
    public SandboxText textFrom(String from, String body) {
        return text(from, exchange.numbers().firstWith("SmsUrl").e164(), body);
    }

    /** A person texts a number of ours. */
    public SandboxText text(String from, String to, String body) {
        return inbound.from(from, owned(to), body);
    }

    /** Every call and leg, oldest first. */
    public List<SandboxCall> calls() {
        return exchange.calls().all();
    }

    /** The calls and legs whose phones ring now, oldest first. */
    public List<SandboxCall> ringing() {
        return calls().stream()
                .filter(call -> !call.direction().equals("inbound") && call.status() == CallStatus.RINGING)
                .toList();
    }

    /** Every text in either direction, oldest first. */
    public List<SandboxText> texts() {
        return texts.all();
    }

    /** The texts that a phone got, oldest first. */
    public List<SandboxText> textsTo(String number) {
        return texts().stream().filter(text -> text.to().equals(number)).toList();
    }

    /** A text moves to another status, with a callback on this thread. */
    public void moves(SandboxText text, String status, int errorCode) {
        texts.becomes(text, new Life.Stage(status, errorCode));
        exchange.webhooks().deliverCallbacks();
    }

    /** A recording that was made before this start, and is here again. @param length of its sound, more than nothing */
    public void keeps(String sid, String callSid, Instant begun, Duration length) {
        var recording = new SandboxRecording(sid, callSid, begun);
        recording.ends(length, 0);
        exchange.recordings().keep(recording);
    }

    public List<SandboxRecording> recordings() {
        return exchange.recordings().all();
    }

    /** What was played lately at a URL, if anything was. */
    Optional<Media.Sound> played(String url) {
        return exchange.media().played(url);
    }

    /** What goes wrong on purpose. */
    public Faults faults() {
        return faults;
    }

    /** What Twilio would have in its debugger: failed webhooks and callbacks, TwiML it would warn about. */
    public List<Problem> problems() {
        return exchange.problems().all();
    }

    /** Every request that the REST API got, in order, also those it let down. */
    public List<Request> requests() {
        return rest.requests();
    }

    /** How many texts the account tried to send: every POST to Messages, also those that were let down. */
    public long messagePosts() {
        return posts("/Messages.json");
    }

    /** How many calls the account tried to make. */
    public long callPosts() {
        return posts("/Calls.json");
    }

    /** Waits until everything that REST requests have caused so far is done. */
    public void settle() {
        try {
            worker.submit(() -> {}).get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        rest.close();
        server.stop();
        worker.shutdownNow();
    }

    private void configure(JavalinConfig config, OptOuts optOuts) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.jetty.host = LOOPBACK;
        config.jetty.port = exchange.settings().port();
        rest.messages(config.routes, new MessagesApi(exchange, texts, optOuts));
        rest.calls(config.routes, new CallsApi(exchange));
        rest.recordings(config.routes, new RecordingsApi(exchange));
        rest.numbers(config.routes, new NumbersApi(exchange));
        new PhonePage(this).routes(config.routes);
    }

    private OwnNumber owned(String e164) {
        return exchange.numbers()
                .find(e164)
                .orElseThrow(() -> new IllegalArgumentException("The sandbox does not own that number"));
    }

    private long posts(String resource) {
        return requests().stream()
                .filter(request ->
                        request.method().equals("POST") && request.path().endsWith(resource))
                .count();
    }
}
