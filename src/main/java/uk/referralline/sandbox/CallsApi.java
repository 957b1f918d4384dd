package uk.referralline.sandbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The Calls resource. */
final class CallsApi {

    private final Exchange exchange;
    private final OutboundCall outbound;

    CallsApi(Exchange exchange) {
        this.exchange = exchange;
        this.outbound = new OutboundCall(exchange);
    }

    RestAnswer create(RestRequest request) {
        SandboxCall call = outbound.from(request);
        return RestAnswer.json(201, json(call)).then(() -> OutboundCall.ring(call));
    }

    RestAnswer fetch(RestRequest request) {
        return RestAnswer.json(200, json(find(request)));
    }

    /** Newest first, as Twilio lists. */
    RestAnswer list(RestRequest request) {
        List<SandboxCall> newestFirst = new ArrayList<>(exchange.calls().all());
        Collections.reverse(newestFirst);
        Stream<SandboxCall> wanted = newestFirst.stream()
                .filter(call -> request.query("To").map(call.to()::equals).orElse(true))
                .filter(call -> request.query("From").map(call.from()::equals).orElse(true))
                .filter(call -> request.query("Status")
                        .map(call.status().word()::equals)
                        .orElse(true))
                .filter(call -> request.query("ParentCallSid").equals(call.parent())
                        || request.query("ParentCallSid").isEmpty());
        return RestAnswer.json(
                200, RestPage.of(request, "calls", wanted.map(this::json).toList()));
    }

    /** Ends a call, or takes it to another document; either happens when the answer is out. */
    RestAnswer update(RestRequest request) {
        SandboxCall call = find(request);
        if (call.hasEnded()) {
            throw RestError.wrong(21220, "Call is not in-progress. Cannot redirect.");
        }
        Runnable change = change(request, call);
        return RestAnswer.json(200, json(call)).then(change);
    }

    private static Runnable change(RestRequest request, SandboxCall call) {
        Optional<String> status = request.given("Status");
        if (status.isPresent()) {
            CallStatus end = end(status.get());
            return () -> call.isEnded(call.status() == CallStatus.IN_PROGRESS ? CallStatus.COMPLETED : end);
        }
        var url = request.url("Url", 21205);
        if (url.isPresent()) {
            String method = request.given("Method").orElse("POST").toUpperCase(Locale.ROOT);
            return () -> call.isTakenTo(url.get(), method);
        }
        String twiml = OutboundCall.twiml(request)
                .orElseThrow(() -> RestError.wrong(21218, "A 'Status', 'Url' or 'Twiml' is required"));
        return () -> call.isTakenTo(twiml);
    }

    private static CallStatus end(String status) {
        return switch (status) {
            case "completed", "canceled" -> CallStatus.CANCELED;
            default -> throw RestError.wrong(20001, "Status can only become completed or canceled");
        };
    }

    private SandboxCall find(RestRequest request) {
        return exchange.calls().find(request.sid()).orElseThrow(() -> RestError.notFound(request.path()));
    }

    private Map<String, Object> json(SandboxCall call) {
        String account = exchange.settings().accountSid();
        String uri = "/2010-04-01/Accounts/" + account + "/Calls/" + call.sid();
        String begun = Dates.text(call.run().begun());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("account_sid", account);
        json.put("answered_by", null);
        json.put("api_version", "2010-04-01");
        json.put("date_created", begun);
        json.put("date_updated", call.run().ended().map(Dates::text).orElse(begun));
        json.put("direction", call.direction());
        json.put("duration", call.hasEnded() ? String.valueOf(call.duration().toSeconds()) : null);
        json.put("end_time", Dates.text(call.run().ended()));
        json.put("from", call.from());
        json.put("from_formatted", call.from());
        json.put("parent_call_sid", call.parent().orElse(null));
        json.put(
                "phone_number_sid",
                exchange.numbers().find(call.to()).map(OwnNumber::sid).orElse(null));
        json.put("price", null);
        json.put("price_unit", "USD");
        json.put("queue_time", "0");
        json.put("sid", call.sid());
        json.put("start_time", begun);
        json.put("status", call.status().word());
        json.put("subresource_uris", Map.of("recordings", uri + "/Recordings.json"));
        json.put("to", call.to());
        json.put("to_formatted", call.to());
        json.put("uri", uri + ".json");
        return json;
    }
}
