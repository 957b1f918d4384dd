package uk.referralline.sandbox;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A call, as the person on the phone has it: what they hear, and what they do. Each deed runs the call until it needs
 * somebody again, delivers the callbacks that it caused, and returns; nothing waits for real time.
 */
public final class SandboxCall {

    private final CallRun run;

    SandboxCall(CallRun run) {
        this.run = run;
    }

    public String sid() {
        return run.facts().sid();
    }

    public String from() {
        return run.facts().from();
    }

    public String to() {
        return run.facts().to();
    }

    /** {@code inbound}, {@code outbound-api} or {@code outbound-dial}. */
    public String direction() {
        return run.facts().direction();
    }

    /** The SID of the leg that dialled this one. */
    public Optional<String> parent() {
        return run.facts().parent();
    }

    public CallStatus status() {
        return run.status();
    }

    /** What the call waits for now. */
    public Waiting waitingFor() {
        return run.pending().waiting();
    }

    public boolean hasEnded() {
        return run.status().isFinal();
    }

    /** The sentences heard since the person last did something; of a recorded prompt, its URL. */
    public List<String> heard() {
        return run.transcript().sinceTheCaller().stream()
                .filter(Line::spoken)
                .map(Line::text)
                .toList();
    }

    /** Everything since the person last did something: also languages, voices, beeps and pauses. */
    public List<Line> heardLines() {
        return run.transcript().sinceTheCaller();
    }

    /** Everything said and done from the beginning. */
    public List<Line> transcript() {
        return run.transcript().all();
    }

    /** What Twilio would warn about with 12200. */
    public List<String> warnings() {
        return run.warnings();
    }

    /** Why Twilio gave the call up, when it did: the error code and a sentence. */
    public Optional<String> failure() {
        return run.failure();
    }

    /** How long the call took, had it been real. */
    public Duration duration() {
        return run.elapsed();
    }

    /** Keys, one by one, after the prompt or into it; those left over when the Gather ends are lost. */
    public SandboxCall presses(String keys) {
        return does(() -> run.pending().keys(keys));
    }

    /** Keys while the line still speaks: as {@link #presses}, but lost where it may not be interrupted. */
    public SandboxCall interrupts(String keys) {
        return does(() -> run.pending().interrupt(keys));
    }

    /** Does nothing until the line's time-out. */
    public SandboxCall staysSilent() {
        return does(() -> run.pending().silence());
    }

    /** Speaks to a recording, or to the other person. */
    public SandboxCall speaks(Duration length) {
        return does(() -> run.pending().speech(length));
    }

    /** Puts the phone down; on a phone that rings, declines. */
    public SandboxCall hangsUp() {
        return does(() -> {
            run.caller(Line.Kind.HANGS_UP, "");
            run.pending().hangUp();
        });
    }

    /** Picks up this phone, which rings. */
    public SandboxCall answers() {
        return does(() -> run.pending().pickUp());
    }

    /**
     * A number that this call dials picks up.
     *
     * @return its leg, which hears its whisper, if there is one
     */
    public SandboxCall answers(String number) {
        does(() -> run.pending().answer(number));
        return legs().stream()
                .filter(leg -> leg.to().equals(number))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    /** A number that this call dials is engaged. */
    public SandboxCall isBusy(String number) {
        return does(() -> run.pending().engaged(number));
    }

    /** Nobody picks up until the ringing ends. */
    public SandboxCall nobodyAnswers() {
        Waiting waiting = waitingFor();
        if (!(waiting instanceof Waiting.Dialling || waiting instanceof Waiting.Ringing)) {
            throw new IllegalStateException("Nothing rings: the call waits for " + waiting);
        }
        return does(() -> run.pending().silence());
    }

    /** The legs that this call dialled, oldest first. */
    public List<SandboxCall> legs() {
        return run.exchange().calls().all().stream()
                .filter(call -> call.parent().equals(Optional.of(sid())))
                .toList();
    }

    /** The account ends the call through the REST API. */
    void isEnded(CallStatus how) {
        does(() -> {
            run.pending().abandon();
            run.end(how);
        });
    }

    /** The account takes the call to another document. */
    void isTakenTo(URI url, String method) {
        does(() -> {
            run.pending().abandon();
            run.fetch(run.request(url, method, Map.of()));
        });
    }

    /** The account takes the call to this document. */
    void isTakenTo(String xml) {
        does(() -> {
            run.pending().abandon();
            run.run(xml);
        });
    }

    CallRun run() {
        return run;
    }

    /** Does something on the call, and delivers what it caused. */
    SandboxCall does(Runnable deed) {
        run.lock().lock();
        try {
            if (hasEnded()) {
                throw new IllegalStateException(
                        "The call has ended" + failure().map(why -> ": " + why).orElse(""));
            }
            deed.run();
            run.proceed();
        } finally {
            run.lock().unlock();
        }
        run.exchange().webhooks().deliverCallbacks();
        return this;
    }

    @Override
    public String toString() {
        return "SandboxCall[" + sid() + ", " + status().word() + "]";
    }
}
