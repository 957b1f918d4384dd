package uk.referralline.sandbox;

import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Whether an element's attributes have values that Twilio takes. */
final class AttributeValues {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");
    private static final Pattern FLAG = Pattern.compile("true|false");
    private static final Pattern RECORDING_EVENTS = words("in-progress|completed|absent|failed");
    private static final int MOST_SPOKEN = 4096;

    private static final Map<String, Pattern> SHAPES = Map.ofEntries(
            Map.entry("timeout", NUMBER),
            Map.entry("numDigits", Pattern.compile("[1-9][0-9]{0,5}")),
            Map.entry("finishOnKey", Pattern.compile("[0-9*#]*")),
            Map.entry("maxLength", Pattern.compile("[1-9][0-9]{0,5}")),
            Map.entry("length", NUMBER),
            Map.entry("loop", NUMBER),
            Map.entry("timeLimit", NUMBER),
            Map.entry("actionOnEmptyResult", FLAG),
            Map.entry("bargeIn", FLAG),
            Map.entry("playBeep", FLAG),
            Map.entry("answerOnBridge", FLAG),
            Map.entry("hangupOnStar", FLAG),
            Map.entry("transcribe", FLAG),
            Map.entry("trim", Pattern.compile("trim-silence|do-not-trim")),
            Map.entry("reason", Pattern.compile("rejected|busy")),
            Map.entry("method", Pattern.compile("GET|POST")),
            Map.entry("input", words("dtmf|speech")),
            Map.entry("recordingStatusCallbackEvent", RECORDING_EVENTS),
            Map.entry("statusCallbackEvent", words("initiated|ringing|answered|completed")));

    private final Verb verb;

    AttributeValues(Verb verb) {
        this.verb = verb;
    }

    void check(Consumer<String> warnings) {
        verb.attributes().forEach((name, value) -> {
            boolean speechTimeout = name.equals("timeout") && value.equals("auto");
            if (SHAPES.containsKey(name)
                    && !speechTimeout
                    && !SHAPES.get(name).matcher(value).matches()) {
                warnings.accept("<" + verb.name() + "> has a wrong value of " + name + ": " + value);
            }
        });
        if (verb.name().equals("Say")
                && verb.text().isEmpty()
                && verb.children().isEmpty()) {
            warnings.accept("<Say> says nothing");
        }
        if (verb.name().equals("Say") && verb.text().length() > MOST_SPOKEN) {
            warnings.accept("<Say> is longer than " + MOST_SPOKEN + " characters");
        }
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile("(?:" + alternatives + ")(?: (?:" + alternatives + "))*");
    }
}
