package uk.referralline.sandbox;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the phone page shows, as JSON. */
final class PhoneState {

    private final Sandbox sandbox;

    PhoneState(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /**
     * @param sid of the call on the phone, if there is one
     * @param phone whose texts are shown, in E.164
     */
    Map<String, Object> of(String sid, String phone) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put(
                "line",
                sandbox.numbers().stream().map(OwnNumber::e164).findFirst().orElse(""));
        state.put(
                "call",
                sandbox.calls().stream()
                        .filter(call -> call.sid().equals(sid))
                        .findFirst()
                        .map(PhoneState::call)
                        .orElse(null));
        state.put("phones", phones());
        state.put("texts", texts(phone));
        return state;
    }

    /** The phones that the line has called and that ring or are picked up. */
    private List<Map<String, Object>> phones() {
        return sandbox.calls().stream()
                .filter(call -> !call.direction().equals("inbound") && !call.hasEnded())
                .filter(call -> call.status() != CallStatus.QUEUED)
                .map(PhoneState::call)
                .toList();
    }

    private List<Map<String, Object>> texts(String phone) {
        return sandbox.texts().stream()
                .filter(text -> text.to().equals(phone) || text.from().equals(phone))
                .map(text -> Map.<String, Object>of(
                        "sid", text.sid(),
                        "mine", text.from().equals(phone),
                        "from", text.from(),
                        "body", text.body(),
                        "status", text.status()))
                .toList();
    }

    private static Map<String, Object> call(SandboxCall call) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("sid", call.sid());
        json.put("to", call.to());
        json.put("ended", call.hasEnded());
        json.put("waiting", waiting(call.waitingFor()));
        json.put("lines", call.transcript().stream().map(PhoneState::line).toList());
        json.put("failure", call.failure().orElse(""));
        return json;
    }

    private static Map<String, Object> line(Line line) {
        return Map.of(
                "kind", line.kind().name().toLowerCase(Locale.ROOT),
                "text", line.text(),
                "language", line.language(),
                "line", line.fromTheLine());
    }

    private static Map<String, Object> waiting(Waiting waiting) {
        String kind = waiting.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        if (waiting instanceof Waiting.Keys keys) {
            return Map.of(
                    "kind", kind,
                    "keys", keys.numDigits(),
                    "timeout", seconds(keys.timeout()),
                    "finish", keys.finishOnKey());
        }
        if (waiting instanceof Waiting.Recording recording) {
            return Map.of(
                    "kind", kind,
                    "longest", seconds(recording.maxLength()),
                    "timeout", seconds(recording.timeout()),
                    "finish", recording.finishOnKey());
        }
        return Map.of("kind", kind);
    }

    private static long seconds(Duration time) {
        return time.toSeconds();
    }
}
