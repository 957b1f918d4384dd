package uk.referralline.sandbox;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Tells a Record's callback how its recording goes, as far as that was asked for. */
final class RecordingReports {

    private final CallRun run;
    private final Verb record;
    private final SandboxRecording recording;
    private final Optional<URI> url;

    RecordingReports(CallRun run, Verb record, SandboxRecording recording) {
        this.run = run;
        this.record = record;
        this.recording = recording;
        // now, while its document is still the present one
        this.url = record.attribute("recordingStatusCallback").map(run::resolve);
    }

    /**
     * @param status in-progress, completed or absent
     */
    void report(String status) {
        String asked = record.attribute("recordingStatusCallbackEvent").orElse("completed");
        if (url.isEmpty() || !Arrays.asList(asked.split(" ")).contains(status)) {
            return;
        }
        String method = record.attribute("recordingStatusCallbackMethod").orElse("POST");
        var request = new WebhookRequest(url.get(), method, form(status));
        run.exchange().webhooks().later(request, recording.sid());
    }

    private Map<String, String> form(String status) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("AccountSid", run.exchange().settings().accountSid());
        form.put("CallSid", recording.callSid());
        form.put("RecordingSid", recording.sid());
        form.put("RecordingUrl", run.exchange().resource("Recordings/" + recording.sid()));
        form.put("RecordingStatus", status);
        form.put("RecordingDuration", recording.isFinal() ? String.valueOf(recording.seconds()) : "-1");
        form.put("RecordingChannels", "1");
        form.put("RecordingSource", "RecordVerb");
        form.put("RecordingStartTime", Dates.text(recording.begun()));
        if (recording.errorCode() != 0) {
            form.put("ErrorCode", String.valueOf(recording.errorCode()));
        }
        return form;
    }
}
