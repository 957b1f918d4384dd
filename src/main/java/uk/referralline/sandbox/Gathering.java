package uk.referralline.sandbox;

import java.time.Duration;
import java.util.Map;

/** A Gather that waits for keys. */
final class Gathering implements Pending {

    private final CallRun run;
    private final Verb gather;
    private final StringBuilder digits = new StringBuilder();
    private final String finishOnKey;

    Gathering(CallRun run, Verb gather) {
        this.run = run;
        this.gather = gather;
        this.finishOnKey = gather.attribute("finishOnKey").orElse("#");
    }

    @Override
    public Waiting waiting() {
        return new Waiting.Keys(gather.number("numDigits", 0), timeout(), finishOnKey);
    }

    @Override
    public void keys(String keys) {
        run.caller(Line.Kind.PRESSES, keys);
        for (char key : keys.toCharArray()) {
            if (finishOnKey.indexOf(key) >= 0) {
                submit(String.valueOf(key));
                return;
            }
            digits.append(key);
            if (digits.length() == gather.number("numDigits", 0)) {
                submit("");
                return;
            }
        }
    }

    @Override
    public void silence() {
        run.caller(Line.Kind.STAYS_SILENT, "");
        run.passes(timeout());
        if (digits.length() > 0 || gather.flag("actionOnEmptyResult", false)) {
            submit("");
        } else {
            run.goesOn();
        }
    }

    /** Keys pressed while the line still speaks; lost when it may not be interrupted. */
    @Override
    public void interrupt(String keys) {
        if (gather.flag("bargeIn", true) || gather.children().isEmpty()) {
            keys(keys);
        }
    }

    @Override
    public void hangUp() {
        run.end(CallStatus.COMPLETED);
    }

    private void submit(String finishedOn) {
        Map<String, String> result = Map.of("Digits", digits.toString(), "FinishedOnKey", finishedOn);
        run.fetch(run.action(gather, result));
    }

    private Duration timeout() {
        return Duration.ofSeconds(gather.number("timeout", 5));
    }
}
