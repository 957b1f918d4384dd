package uk.referralline.sandbox;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A call that the account makes through the REST API: it rings until somebody answers. */
final class OutboundCall {

    private static final String E164 = "\\+[1-9][0-9]{6,14}";
    private static final int LONGEST_TWIML = 4000;

    private static final Map<String, Integer> MAGIC_TO = Map.of(
            "+15005550001", 21217,
            "+15005550002", 21214,
            "+15005550003", 21215,
            "+15005550004", 21216);

    private final Exchange exchange;

    OutboundCall(Exchange exchange) {
        this.exchange = exchange;
    }

    /** Queues the call that a request asks for, or refuses it as Twilio does. */
    SandboxCall from(RestRequest request) {
        CallFacts facts = new CallFacts(
                exchange.sids().next("CA"), caller(request), called(request), "outbound-api", Optional.empty());
        CallRun run = new CallRun(exchange, facts, reports(request));
        run.fallsBackTo(request.url("FallbackUrl", 21205));
        run.becomes(CallStatus.QUEUED);
        Runnable begin = beginning(request, run);
        SandboxCall call = new SandboxCall(run);
        run.waitsFor(new Ringing(run, () -> {
            run.answered();
            begin.run();
        }));
        exchange.calls().add(call);
        return call;
    }

    /** The phone begins to ring, unless the call was taken back in the meantime. */
    static void ring(SandboxCall call) {
        if (call.status() != CallStatus.QUEUED) {
            return;
        }
        call.run().report("initiated");
        call.run().becomes(CallStatus.RINGING);
        call.run().report("ringing");
    }

    static Optional<String> twiml(RestRequest request) {
        Optional<String> twiml = request.given("Twiml");
        if (twiml.map(String::length).orElse(0) > LONGEST_TWIML) {
            throw RestError.wrong(32018, "Twiml is longer than 4000 characters");
        }
        return twiml;
    }

    private static Runnable beginning(RestRequest request, CallRun run) {
        Optional<URI> url = request.url("Url", 21205);
        if (url.isPresent()) {
            String method = request.given("Method").orElse("POST").toUpperCase(Locale.ROOT);
            return () -> run.fetch(run.request(url.get(), method, Map.of()));
        }
        String twiml = twiml(request).orElseThrow(() -> RestError.wrong(21205, "A 'Url' or 'Twiml' is required"));
        return () -> run.run(twiml);
    }

    private static Reports reports(RestRequest request) {
        return Reports.of(
                request.url("StatusCallback", 21609),
                request.given("StatusCallbackMethod").orElse("POST"),
                String.join(" ", request.all("StatusCallbackEvent")));
    }

    private static String called(RestRequest request) {
        String to = request.given("To").orElseThrow(() -> RestError.wrong(21201, "No 'To' number is specified"));
        if (!to.matches(E164)) {
            throw RestError.wrong(21211, "Invalid 'To' Phone Number");
        }
        if (MAGIC_TO.containsKey(to)) {
            throw RestError.wrong(MAGIC_TO.get(to), "This number is refused for tests");
        }
        return to;
    }

    private String caller(RestRequest request) {
        String from = request.given("From").orElseThrow(() -> RestError.wrong(21213, "No 'From' number is specified"));
        if (exchange.numbers().find(from).isEmpty() && !from.equals("+15005550006")) {
            throw RestError.wrong(21210, "The 'From' is not a number of this account or a verified caller ID");
        }
        return from;
    }
}
