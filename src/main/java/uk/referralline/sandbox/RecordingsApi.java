package uk.referralline.sandbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The Recordings resource, and the sound of each. */
final class RecordingsApi {

    private final Exchange exchange;

    RecordingsApi(Exchange exchange) {
        this.exchange = exchange;
    }

    /** Newest first, as Twilio lists. */
    RestAnswer list(RestRequest request) {
        List<SandboxRecording> newestFirst =
                new ArrayList<>(exchange.recordings().all());
        Collections.reverse(newestFirst);
        List<Map<String, Object>> wanted = newestFirst.stream()
                .filter(recording -> request.query("CallSid")
                        .map(recording.callSid()::equals)
                        .orElse(true))
                .map(this::json)
                .toList();
        return RestAnswer.json(200, RestPage.of(request, "recordings", wanted));
    }

    /** What is known of it for {@code .json}, its sound otherwise. */
    RestAnswer fetch(RestRequest request) {
        SandboxRecording recording = find(request);
        if (request.wantsJson()) {
            return RestAnswer.json(200, json(recording));
        }
        if (!recording.status().equals("completed")) {
            throw RestError.notFound(request.path());
        }
        return RestAnswer.sound(Tone.wav(recording.length()));
    }

    RestAnswer delete(RestRequest request) {
        exchange.recordings().delete(find(request).sid());
        return RestAnswer.nothing();
    }

    private SandboxRecording find(RestRequest request) {
        return exchange.recordings().find(request.sid()).orElseThrow(() -> RestError.notFound(request.path()));
    }

    private Map<String, Object> json(SandboxRecording recording) {
        String account = exchange.settings().accountSid();
        String uri = "/2010-04-01/Accounts/" + account + "/Recordings/" + recording.sid();
        String begun = Dates.text(recording.begun());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("account_sid", account);
        json.put("api_version", "2010-04-01");
        json.put("call_sid", recording.callSid());
        json.put("channels", 1);
        json.put("conference_sid", null);
        json.put("date_created", begun);
        json.put("date_updated", begun);
        json.put("duration", recording.isFinal() ? String.valueOf(recording.seconds()) : "-1");
        json.put("encryption_details", null);
        json.put("error_code", recording.errorCode() == 0 ? null : recording.errorCode());
        json.put("media_url", exchange.resource("Recordings/" + recording.sid()));
        json.put("price", null);
        json.put("price_unit", "USD");
        json.put("sid", recording.sid());
        json.put("source", "RecordVerb");
        json.put("start_time", begun);
        json.put("status", recording.status());
        json.put("subresource_uris", Map.of());
        json.put("uri", uri + ".json");
        return json;
    }
}
