package uk.referralline.play;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import uk.referralline.ivr.ScriptFiles;

/** A script made up by chance: steps of every kind, whose targets are new steps, earlier ones, or those of a small frame. */
final class GeneratedScript {
    private static final String PROMPTS = """
            voice: Polly.Amy-Neural
            prompts:
              danger: In danger, call 999. For urgent help, call 111.
              speak: Please speak after the tone.
              thanks: Thank you. A person will listen to your message by {due}.
              nothing: We heard nothing. Goodbye.
              wrong-key: Sorry, that is not a choice.
              wrong-number: Sorry, we cannot use that.
              ask-2: {say: "Well? Yes, press 1. No, press 2.", again: "Yes, press 1. No, press 2."}
              ask-3: {say: "Yes, press 1. No, press 2. Not sure, press 3.", again: "Yes, 1, press 1. No, press 2. Or, press 3."}
              key-in: Key it in, then press hash.
              read-back: That was {keyed}. Yes, press 1. No, press 2.
              words: Some words.
              whisper: To take the call, press 1.
              promise: We will call you by {due}.
              bye: Goodbye.
            """;
    private static final String FRAME = """
            start: greeting
            person: person
            no-answer: person
            fields:
              number: phone
              own-phone: yes-no
              may-text: yes-no
              extension: digits
              earlier-reference: reference
              message: recording
              name: recording
            hang-up:
              - {if: {due: known}}
              - {if: {number: known}, do: request-callback}
            steps:
              greeting: {say: danger, firm: yes, then: s0}
              person: {record: speak, keep: message, then: keep-message, silent: nothing}
              keep-message: {do: take-message, then: thanks}
              thanks: {end: thanks}
              nothing: {end: nothing}
            """;
    private static final int MOST_STEPS = 14;

    private final RandomGenerator random;
    private final Map<String, String> steps = new LinkedHashMap<>();
    private final Deque<String> open = new ArrayDeque<>(List.of("s0"));
    private int named = 1;

    private GeneratedScript(RandomGenerator random) {
        this.random = random;
    }

    static ScriptFiles by(RandomGenerator random) {
        return new GeneratedScript(random).files();
    }

    private ScriptFiles files() {
        while (!open.isEmpty()) {
            String name = open.poll();
            steps.put(name, step());
        }
        var line = new StringBuilder(FRAME);
        steps.forEach((name, step) ->
                line.append("  ").append(name).append(": ").append(step).append('\n'));
        return new ScriptFiles(Map.of("line.yaml", line.toString(), "prompts/en-GB.yaml", PROMPTS));
    }

    private String step() {
        return switch (random.nextInt(11)) {
            case 0 -> "{say: words, then: %s}".formatted(target());
            case 1, 2 -> "{ask: ask-2, choices: {1: %s, 2: %s}%s}".formatted(target(), target(), otherwise());
            case 3 ->
                "{ask: ask-2, keep: %s, choices: {1: yes, 2: no}, then: {yes: %s, no: %s}}"
                        .formatted(oneOf("own-phone", "may-text"), target(), target());
            case 4, 5 -> keyIn();
            case 6 ->
                "{record: speak, keep: %s, then: %s, silent: %s}"
                        .formatted(oneOf("message", "name"), target(), target());
            case 7 -> "{branch: [{if: {%s}, then: %s}], otherwise: %s}".formatted(condition(), target(), target());
            case 8 ->
                "{do: %s, then: %s}"
                        .formatted(oneOf("request-callback", "{count: some}", "take-message", "join-case"), target());
            case 9 -> transfer();
            default -> "{end: [%s, bye]}".formatted(oneOf("words", "promise"));
        };
    }

    /** With a step of its own before it, that asks whether somebody is on duty. */
    private String transfer() {
        String ring = "s" + named++;
        steps.put(
                ring,
                "{transfer: words, to: duty, still: words, whisper: whisper, then: %s, otherwise: %s}"
                        .formatted(target(), target()));
        return "{branch: [{if: {duty: available}, then: %s}], otherwise: %s}".formatted(ring, target());
    }

    private String keyIn() {
        String skip = random.nextBoolean() ? ", skip: " + target() : "";
        return switch (random.nextInt(3)) {
            case 0 -> "{key-in: key-in, keep: extension, then: %s%s}".formatted(target(), skip);
            case 1 -> "{key-in: key-in, keep: earlier-reference, then: %s%s}".formatted(target(), skip);
            default -> "{key-in: key-in, keep: number, read-back: read-back, then: %s%s}".formatted(target(), skip);
        };
    }

    private String condition() {
        return oneOf(
                "number: known",
                "number: mobile",
                "number: missing",
                "own-phone: yes",
                "may-text: [yes, no]",
                "message: known",
                "caller: withheld",
                "line: closed",
                "transfer: taken",
                "transfer: known, number: known",
                "earlier-reference: known, own-phone: no");
    }

    private String otherwise() {
        return random.nextInt(4) == 0 ? ", tries: 3, otherwise: " + target() : "";
    }

    /** Mostly a new step; sometimes one that there is already, which may make a circle, or the frame's. */
    private String target() {
        if (random.nextInt(5) > 0 && named < MOST_STEPS) {
            String fresh = "s" + named++;
            open.add(fresh);
            return fresh;
        }
        List<String> there = new ArrayList<>(steps.keySet());
        boolean back = !there.isEmpty() && random.nextInt(5) == 0;
        return back ? there.get(random.nextInt(there.size())) : "nothing";
    }

    private String oneOf(String... some) {
        return some[random.nextInt(some.length)];
    }
}
