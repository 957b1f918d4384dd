package uk.referralline.sandbox;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One call leg as it runs: its document, what it waits for, what was heard. It never waits itself: it runs until it
 * needs somebody, and its time is the time that things would have taken. Guarded by its call's lock.
 */
final class CallRun {

    /** How Twilio excuses itself. */
    static final String SORRY = "We're sorry, an application error has occurred. Goodbye.";

    private static final int MOST_DOCUMENTS = 100;

    /** What happens to a leg at its ends, where legs differ. */
    interface Ending {
        void documentRunsOut();

        void legEnds();
    }

    private final Exchange exchange;
    private final CallFacts facts;
    private final Reports reports;
    private final Transcript transcript = new Transcript();
    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private final Deque<Verb> rest = new ArrayDeque<>();
    private final Ending ending;
    private final Instant begun;
    private final ReentrantLock lock;
    private volatile CallStatus status = CallStatus.RINGING;
    private volatile Optional<Pending> pending = Optional.empty();
    private volatile Optional<String> failure = Optional.empty();
    private volatile Optional<URI> fallback = Optional.empty();
    private volatile Optional<Instant> ended = Optional.empty();
    private volatile Duration elapsed = Duration.ZERO;
    private Optional<WebhookRequest> document = Optional.empty();
    private int documents;
    private int sequence;

    CallRun(Exchange exchange, CallFacts facts, Reports reports) {
        this.exchange = exchange;
        this.facts = facts;
        this.reports = reports;
        this.begun = exchange.now();
        this.lock = new ReentrantLock();
        this.ending = new Ending() {
            @Override
            public void documentRunsOut() {
                end(CallStatus.COMPLETED);
            }

            @Override
            public void legEnds() {}
        };
    }

    /** A leg that another one dials, which decides what its ends mean. */
    CallRun(CallRun parent, CallFacts facts, Reports reports, Ending ending) {
        this.exchange = parent.exchange;
        this.facts = facts;
        this.reports = reports;
        this.begun = exchange.now();
        this.lock = parent.lock;
        this.ending = ending;
    }

    /** Runs verbs until the call waits for somebody or is over. */
    void proceed() {
        while (pending.isEmpty()) {
            if (rest.isEmpty()) {
                answered();
                ending.documentRunsOut();
            } else {
                new Performance(this).perform(rest.poll());
            }
        }
    }

    void fallsBackTo(Optional<URI> url) {
        fallback = url;
    }

    /** Asks for a document and runs it instead of the present one. */
    void fetch(WebhookRequest wanted) {
        rest.clear();
        pending = Optional.empty();
        documents++;
        if (documents > MOST_DOCUMENTS) {
            fail(Problem.SANDBOX, "runs in a circle without the caller");
            return;
        }
        try {
            Answer answer = exchange.webhooks().askForTwiml(wanted);
            document = Optional.of(new WebhookRequest(wanted.url(), wanted.method(), Map.of()));
            rest.addAll(Twiml.read(answer, Vocabulary.VOICE, this::warn));
        } catch (WebhookFailed failed) {
            fallBack(wanted, failed);
        }
    }

    /** Asks as when the call is over: what is answered matters to nobody. */
    void tell(WebhookRequest wanted) {
        try {
            exchange.webhooks().askForTwiml(wanted);
        } catch (WebhookFailed failed) {
            exchange.problems().add(failed.code(), facts.sid(), failed.getMessage());
        }
    }

    /** Runs a document that was given instead of asked for. */
    void run(String xml) {
        rest.clear();
        pending = Optional.empty();
        try {
            rest.addAll(Twiml.read(xml, Vocabulary.VOICE, this::warn));
        } catch (WebhookFailed failed) {
            fail(failed.code(), failed.getMessage());
        }
    }

    /** The request of a verb's action, or of the present document when it has none. */
    WebhookRequest action(Verb verb, Map<String, String> more) {
        Optional<URI> url = verb.attribute("action").map(this::resolve);
        String method = verb.attribute("method").orElse("POST");
        if (url.isPresent()) {
            return request(url.get(), method, more);
        }
        WebhookRequest again = document.orElseThrow(() -> new IllegalStateException("no document to ask for again"));
        return request(again.url(), again.method(), more);
    }

    WebhookRequest request(URI url, String method, Map<String, String> more) {
        Map<String, String> form = facts.parameters(exchange.settings().accountSid(), status);
        form.putAll(more);
        return new WebhookRequest(url, method, form);
    }

    /** A URL of the present document. */
    URI resolve(String url) {
        URI wanted = URI.create(url.strip());
        return document.map(here -> here.url().resolve(wanted)).orElse(wanted);
    }

    /** The first thing that is done on a call answers it. */
    void answered() {
        if (status == CallStatus.QUEUED || status == CallStatus.RINGING) {
            status = CallStatus.IN_PROGRESS;
            report("answered");
        }
    }

    void end(CallStatus how) {
        if (status.isFinal()) {
            return;
        }
        status = how;
        rest.clear();
        pending = Optional.of(new Over());
        ended = Optional.of(exchange.now());
        transcript.line(Line.Kind.ENDS, how.word());
        report("completed");
        ending.legEnds();
    }

    void fail(int code, String what) {
        exchange.problems().add(code, facts.sid(), what);
        failure = Optional.of(code + " " + what);
        answered();
        transcript.line(Line.Kind.SAYS, SORRY);
        end(CallStatus.COMPLETED);
    }

    /** Puts a callback about this leg's state on its way, when its event was asked for. */
    void report(String event) {
        if (reports.url().isEmpty() || !reports.events().contains(event)) {
            return;
        }
        WebhookRequest request = request(reports.url().get(), reports.method(), Map.of());
        Map<String, String> form = new HashMap<>(request.form());
        form.put("CallbackSource", "call-progress-events");
        form.put("SequenceNumber", String.valueOf(sequence++));
        form.put("Timestamp", Dates.text(exchange.now()));
        if (event.equals("completed")) {
            form.put("CallDuration", String.valueOf(elapsed.toSeconds()));
            form.put("Duration", String.valueOf((elapsed.toSeconds() + 59) / 60));
        }
        exchange.webhooks().later(new WebhookRequest(request.url(), request.method(), form), facts.sid());
    }

    private void fallBack(WebhookRequest wanted, WebhookFailed failed) {
        boolean again = fallback.isPresent() && fallback.get().equals(wanted.url());
        if (fallback.isEmpty() || again) {
            fail(failed.code(), failed.getMessage());
            return;
        }
        exchange.problems().add(failed.code(), facts.sid(), failed.getMessage());
        Map<String, String> why = Map.of("ErrorCode", String.valueOf(failed.code()), "ErrorUrl", wanted.wireUrl());
        fetch(request(fallback.get(), "POST", why));
    }

    void warn(String warning) {
        warnings.add(warning);
        exchange.problems().add(Problem.SCHEMA_WARNING, facts.sid(), warning);
    }

    void waitsFor(Pending next) {
        pending = Optional.of(next);
    }

    /** What the call waited for is done, and the document goes on. */
    void goesOn() {
        pending = Optional.empty();
    }

    /** Somebody did something: a circle begins anew. */
    void caller(Line.Kind kind, String text) {
        documents = 0;
        transcript.caller(kind, text);
    }

    void passes(Duration time) {
        elapsed = elapsed.plus(time);
    }

    /** A leg that was not yet rung is put in the queue, or taken from it. */
    void becomes(CallStatus next) {
        status = next;
    }

    Pending pending() {
        return pending.orElseThrow(() -> new IllegalStateException("The call has not begun"));
    }

    /** Held by whoever does something on this call; its legs share it. */
    ReentrantLock lock() {
        return lock;
    }

    Exchange exchange() {
        return exchange;
    }

    CallFacts facts() {
        return facts;
    }

    Transcript transcript() {
        return transcript;
    }

    CallStatus status() {
        return status;
    }

    Duration elapsed() {
        return elapsed;
    }

    Instant begun() {
        return begun;
    }

    Optional<Instant> ended() {
        return ended;
    }

    Optional<String> failure() {
        return failure;
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** Nobody can do anything any more. */
    private static final class Over implements Pending {
        @Override
        public Waiting waiting() {
            return new Waiting.Ended();
        }

        @Override
        public void hangUp() {}
    }
}
