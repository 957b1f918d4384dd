package uk.referralline.sandbox;

import java.time.Duration;
import java.util.Map;

/** A Record that waits for speech, and for its end. */
final class Recorded implements Pending {

    private static final String ANY_KEY = "1234567890*#";
    private static final int TOO_SHORT = 16101;
    private static final int SILENT = 16102;

    private final CallRun run;
    private final Verb record;
    private final SandboxRecording recording;
    private final RecordingReports reports;
    private Duration spoken = Duration.ZERO;

    private Recorded(CallRun run, Verb record) {
        this.run = run;
        this.record = record;
        this.recording =
                run.exchange().recordings().begin(run.facts(), run.exchange().now());
        this.reports = new RecordingReports(run, record, recording);
    }

    static Recorded by(CallRun run, Verb record) {
        Recorded recorded = new Recorded(run, record);
        recorded.reports.report("in-progress");
        return recorded;
    }

    @Override
    public Waiting waiting() {
        return new Waiting.Recording(longest(), timeout(), finishOnKey());
    }

    @Override
    public void keys(String keys) {
        run.caller(Line.Kind.PRESSES, keys);
        for (char key : keys.toCharArray()) {
            if (finishOnKey().indexOf(key) >= 0) {
                finish(String.valueOf(key));
                return;
            }
        }
    }

    @Override
    public void silence() {
        run.caller(Line.Kind.STAYS_SILENT, "");
        Duration silence = timeout().isZero() ? longest() : timeout();
        run.passes(silence);
        if (spoken.isZero()) {
            run.goesOn();
            end(SILENT);
            return;
        }
        if (record.attribute("trim").map("do-not-trim"::equals).orElse(false)) {
            spoken = shorter(spoken.plus(silence), longest());
        }
        finish("");
    }

    @Override
    public void speech(Duration length) {
        run.caller(Line.Kind.SPEAKS, "speaks for " + length.toSeconds() + " s");
        Duration most = longest().minus(spoken);
        run.passes(shorter(length, most));
        spoken = spoken.plus(shorter(length, most));
        if (spoken.equals(longest())) {
            finish("");
        }
    }

    @Override
    public void hangUp() {
        run.end(CallStatus.COMPLETED);
        // Twilio asks the action all the same, and nobody hears the answer
        run.tell(run.action(record, result("hangup")));
        end(SILENT);
    }

    @Override
    public void abandon() {
        end(SILENT);
    }

    private void finish(String key) {
        // the recording is ready only after the action was asked: it takes time to process
        run.fetch(run.action(record, result(key)));
        end(TOO_SHORT);
    }

    private void end(int errorWhenEmpty) {
        recording.ends(spoken, spoken.isZero() ? errorWhenEmpty : 0);
        reports.report(recording.status());
    }

    private Map<String, String> result(String digits) {
        return Map.of(
                "RecordingSid", recording.sid(),
                "RecordingUrl", run.exchange().resource("Recordings/" + recording.sid()),
                "RecordingDuration", String.valueOf(spoken.toSeconds()),
                "Digits", digits);
    }

    private Duration longest() {
        return Duration.ofSeconds(record.number("maxLength", 3600));
    }

    private Duration timeout() {
        return Duration.ofSeconds(record.number("timeout", 5));
    }

    private String finishOnKey() {
        return record.attribute("finishOnKey").orElse(ANY_KEY);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
