package uk.referralline.sandbox;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A Dial: its numbers ring, the first to answer hears its whisper and is put through. */
final class Dialled implements Pending {

    private static final String E164 = "\\+[1-9][0-9]{6,14}";
    private static final int INVALID_CALLER_ID = 13214;
    private static final int INVALID_NUMBER = 13224;

    private final CallRun run;
    private final Verb dial;
    private final Map<String, SandboxCall> legs = new LinkedHashMap<>();
    private Optional<SandboxCall> chosen = Optional.empty();
    private boolean bridged;
    private boolean over;

    private Dialled(CallRun run, Verb dial) {
        this.run = run;
        this.dial = dial;
    }

    /** Rings every number at once; the call then waits for one to answer. */
    static void begin(CallRun run, Verb dial) {
        Dialled dialled = new Dialled(run, dial);
        String callerId = dialled.callerId();
        numbers(dial).forEach(number -> dialled.ring(number, callerId));
        run.waitsFor(dialled);
        if (dialled.legs.isEmpty()) {
            dialled.finish(CallStatus.FAILED);
        }
    }

    @Override
    public Waiting waiting() {
        return bridged ? new Waiting.Bridged() : new Waiting.Dialling(List.copyOf(legs.keySet()));
    }

    @Override
    public SandboxCall answer(String number) {
        SandboxCall leg = leg(number);
        leg.run().pending().pickUp();
        leg.run().proceed();
        return leg;
    }

    @Override
    public void engaged(String number) {
        leg(number).run().end(CallStatus.BUSY);
    }

    /** Nobody answers within the time-out. */
    @Override
    public void silence() {
        if (chosen.isEmpty()) {
            run.passes(Duration.ofSeconds(dial.number("timeout", 30)));
            List.copyOf(legs.values()).forEach(leg -> leg.run().end(CallStatus.NO_ANSWER));
        }
    }

    @Override
    public void keys(String keys) {
        run.caller(Line.Kind.PRESSES, keys);
        if (bridged && dial.flag("hangupOnStar", false) && keys.contains("*")) {
            chosen.ifPresent(leg -> leg.run().end(CallStatus.COMPLETED));
        }
    }

    @Override
    public void speech(Duration length) {
        run.passes(length);
        chosen.filter(leg -> bridged).ifPresent(leg -> leg.run().passes(length));
    }

    @Override
    public void hangUp() {
        boolean answered = run.status() == CallStatus.IN_PROGRESS;
        abandon();
        run.end(answered ? CallStatus.COMPLETED : CallStatus.CANCELED);
        if (dial.attribute("action").isPresent()) {
            run.tell(run.action(dial, result(bridged ? CallStatus.COMPLETED : CallStatus.CANCELED)));
        }
    }

    @Override
    public void abandon() {
        over = true;
        List.copyOf(legs.values())
                .forEach(leg ->
                        leg.run().end(chosen.equals(Optional.of(leg)) ? CallStatus.COMPLETED : CallStatus.CANCELED));
    }

    private void ring(Verb number, String callerId) {
        if (!number.text().matches(E164)) {
            run.exchange().problems().add(INVALID_NUMBER, run.facts().sid(), "<Dial> to what is no number");
            return;
        }
        String sid = run.exchange().sids().next("CA");
        CallFacts facts = new CallFacts(
                sid,
                callerId,
                number.text(),
                "outbound-dial",
                Optional.of(run.facts().sid()));
        CallRun leg = new CallRun(run, facts, reports(number), ending(sid));
        SandboxCall call = new SandboxCall(leg);
        leg.waitsFor(new Ringing(leg, () -> pickedUp(call, number)));
        legs.put(number.text(), call);
        run.exchange().calls().add(call);
        leg.report("initiated");
        leg.report("ringing");
        run.transcript().line(Line.Kind.RINGS, number.text());
    }

    private Reports reports(Verb number) {
        return Reports.of(
                number.attribute("statusCallback").map(run::resolve),
                number.attribute("statusCallbackMethod").orElse("POST"),
                number.attribute("statusCallbackEvent").orElse(""));
    }

    private void pickedUp(SandboxCall leg, Verb number) {
        chosen = Optional.of(leg);
        for (SandboxCall other : List.copyOf(legs.values())) {
            if (!other.equals(leg)) {
                other.run().end(CallStatus.CANCELED);
            }
        }
        leg.run().answered();
        Optional<String> whisper = number.attribute("url");
        if (whisper.isEmpty()) {
            bridge(leg.run());
            return;
        }
        String method = number.attribute("method").orElse("POST");
        leg.run().fetch(leg.run().request(run.resolve(whisper.get()), method, Map.of()));
    }

    private void bridge(CallRun leg) {
        bridged = true;
        run.answered();
        leg.waitsFor(new Talking(leg, run));
        leg.transcript().line(Line.Kind.CONNECTS, "put through");
        run.transcript().line(Line.Kind.CONNECTS, "put through");
    }

    private CallRun.Ending ending(String sid) {
        return new CallRun.Ending() {
            @Override
            public void documentRunsOut() {
                run.exchange().calls().find(sid).ifPresent(leg -> bridge(leg.run()));
            }

            @Override
            public void legEnds() {
                run.exchange().calls().find(sid).ifPresent(Dialled.this::ended);
            }
        };
    }

    private void ended(SandboxCall leg) {
        boolean last = legs.values().stream().allMatch(each -> each.status().isFinal());
        if (over || chosen.isPresent() && !chosen.get().equals(leg) || chosen.isEmpty() && !last) {
            return;
        }
        finish(leg.status());
        run.proceed();
    }

    private void finish(CallStatus how) {
        over = true;
        if (dial.attribute("action").isPresent()) {
            run.fetch(run.action(dial, result(how)));
        } else {
            run.goesOn();
        }
    }

    private Map<String, String> result(CallStatus how) {
        Map<String, String> result = new LinkedHashMap<>();
        result.put("DialCallStatus", how.word());
        result.put("DialBridged", String.valueOf(bridged));
        Optional<SandboxCall> leg = chosen.or(() -> legs.values().stream().reduce((first, second) -> second));
        leg.ifPresent(one -> result.put("DialCallSid", one.sid()));
        chosen.ifPresent(one -> result.put(
                "DialCallDuration", String.valueOf(one.run().elapsed().toSeconds())));
        return result;
    }

    private SandboxCall leg(String number) {
        SandboxCall leg = legs.get(number);
        if (leg == null || leg.status() != CallStatus.RINGING) {
            throw new IllegalStateException("That number does not ring; these were dialled: " + legs.keySet());
        }
        return leg;
    }

    private String callerId() {
        String callerId = dial.attribute("callerId").orElse(run.facts().from());
        CallFacts facts = run.facts();
        boolean allowed = callerId.matches(E164)
                && (callerId.equals(facts.from())
                        || callerId.equals(facts.to())
                        || run.exchange().numbers().find(callerId).isPresent());
        if (!allowed) {
            run.exchange().problems().add(INVALID_CALLER_ID, facts.sid(), "<Dial> with a callerId that is not ours");
        }
        return callerId;
    }

    private static List<Verb> numbers(Verb dial) {
        if (dial.children().isEmpty()) {
            return List.of(new Verb("Number", Map.of(), List.of(), dial.text()));
        }
        return dial.children().stream()
                .filter(child -> child.name().equals("Number"))
                .toList();
    }
}
