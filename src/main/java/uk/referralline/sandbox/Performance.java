package uk.referralline.sandbox;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Performs one verb of a call's document. */
final class Performance {

    private static final Duration A_LETTER_SPOKEN = Duration.ofMillis(65);
    private static final Duration A_RECORDED_PROMPT = Duration.ofSeconds(5);
    private static final int MOST_REPEATS = 10;
    private static final Set<String> SPOKEN = Set.of("Say", "Play", "Pause");
    private static final Set<String> NOT_HERE =
            Set.of("Enqueue", "Leave", "Sms", "Queue", "Connect", "Start", "Stop", "Pay", "Prompt", "Refer");

    private final CallRun run;

    Performance(CallRun run) {
        this.run = run;
    }

    void perform(Verb verb) {
        try {
            answer(verb);
            act(verb);
        } catch (IllegalArgumentException wrong) {
            run.fail(11100, "<" + verb.name() + "> has a URL that is none: " + wrong.getMessage());
        }
    }

    private void answer(Verb verb) {
        boolean notYet = Set.of("Reject", "Redirect").contains(verb.name())
                || verb.name().equals("Dial") && verb.flag("answerOnBridge", false);
        if (!notYet) {
            run.answered();
        }
    }

    private void act(Verb verb) {
        switch (verb.name()) {
            case "Say", "Play", "Pause" -> speak(verb);
            case "Gather" -> gather(verb);
            case "Record" -> record(verb);
            case "Dial" -> dial(verb);
            case "Redirect" -> redirect(verb);
            case "Hangup" -> run.end(CallStatus.COMPLETED);
            case "Reject" -> reject(verb);
            default -> unknown(verb);
        }
    }

    private void speak(Verb verb) {
        switch (verb.name()) {
            case "Say" -> say(verb);
            case "Play" -> play(verb);
            default -> pause(verb);
        }
    }

    /** What cannot be fetched or is no sound ends the call: nobody must take a silent phone for a working one. */
    private void play(Verb verb) {
        URI url = run.resolve(verb.text());
        try {
            fetch(url);
            repeated(verb, Line.of(Line.Kind.PLAYS, url.toString()), A_RECORDED_PROMPT);
        } catch (WebhookFailed silent) {
            run.fail(silent.code(), silent.getMessage());
        }
    }

    /** The account's own recordings are fetched at home. */
    private void fetch(URI url) throws WebhookFailed {
        String own = run.exchange().resource("Recordings/");
        if (!url.toString().startsWith(own)) {
            run.exchange().media().fetch(url);
            return;
        }
        String sid = url.toString().substring(own.length()).split("[.?]")[0];
        SandboxRecording recording = run.exchange()
                .recordings()
                .find(sid)
                .filter(one -> !one.status().equals("absent"))
                .orElseThrow(() -> new WebhookFailed(Problem.HTTP_FAILURE, "<Play> of a recording that is not there"));
        var sound = new Media.Sound("audio/wav", Tone.wav(recording.length()));
        run.exchange().media().remember(url.toString(), sound);
    }

    private void say(Verb verb) {
        var line = new Line(
                Line.Kind.SAYS,
                verb.text(),
                verb.attribute("language").orElse(""),
                verb.attribute("voice").orElse(""));
        repeated(verb, line, A_LETTER_SPOKEN.multipliedBy(verb.text().length()));
        breaks(verb);
    }

    private void breaks(Verb verb) {
        for (Verb child : verb.children()) {
            if (child.name().equals("break")) {
                String time = child.attribute("time")
                        .orElse(child.attribute("strength").orElse("medium"));
                run.transcript().line(Line.Kind.PAUSES, "a break of " + time + " within");
            }
            breaks(child);
        }
    }

    private void repeated(Verb verb, Line line, Duration each) {
        int times = Math.min(verb.number("loop", 1), MOST_REPEATS);
        for (int i = 0; i < Math.max(1, times); i++) {
            run.transcript().line(line);
            run.passes(each);
        }
    }

    private void pause(Verb verb) {
        int seconds = verb.number("length", 1);
        run.transcript().line(Line.Kind.PAUSES, "a pause of " + seconds + " s");
        run.passes(Duration.ofSeconds(seconds));
    }

    private void gather(Verb verb) {
        if (verb.attribute("input").map(input -> !input.contains("dtmf")).orElse(false)) {
            run.fail(Problem.SANDBOX, "the sandbox does not understand speech");
            return;
        }
        for (Verb child : verb.children()) {
            if (SPOKEN.contains(child.name()) && !run.status().isFinal()) {
                speak(child);
            }
        }
        if (!run.status().isFinal()) {
            run.waitsFor(new Gathering(run, verb));
        }
    }

    private void record(Verb verb) {
        if (verb.flag("playBeep", true)) {
            run.transcript().line(Line.Kind.BEEPS, "a beep");
        }
        run.waitsFor(Recorded.by(run, verb));
    }

    private void dial(Verb verb) {
        if (run.facts().parent().isPresent()) {
            run.fail(Problem.SCHEMA_WARNING, "a <Number>'s document may not contain <Dial>");
            return;
        }
        Dialled.begin(run, verb);
    }

    private void redirect(Verb verb) {
        URI url = run.resolve(verb.text());
        run.fetch(run.request(url, verb.attribute("method").orElse("POST"), Map.of()));
    }

    private void reject(Verb verb) {
        if (run.status() == CallStatus.IN_PROGRESS) {
            run.warn("<Reject> comes too late: the call is answered");
            run.end(CallStatus.COMPLETED);
            return;
        }
        boolean busy = verb.attribute("reason").map("busy"::equals).orElse(false);
        run.end(busy ? CallStatus.BUSY : CallStatus.NO_ANSWER);
    }

    private void unknown(Verb verb) {
        // Twilio skips what it does not know; what it knows and we do not must not pass for working
        if (NOT_HERE.contains(verb.name())) {
            run.fail(Problem.SANDBOX, "the sandbox cannot do <" + verb.name() + ">");
        }
    }
}
