package uk.referralline.sandbox;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Which elements may be where in TwiML and with which attributes: what Twilio warns about with 12200. */
final class Vocabulary {

    private static final Set<String> SSML = Set.of(
            "break",
            "emphasis",
            "lang",
            "p",
            "phoneme",
            "prosody",
            "s",
            "say-as",
            "sub",
            "w",
            "amazon:effect",
            "amazon:domain");

    /** For calls. */
    static final Vocabulary VOICE = voice();

    /** For texts. */
    static final Vocabulary MESSAGING = messaging();

    private final Map<String, Set<String>> attributes = new HashMap<>();
    private final Map<String, Set<String>> children = new HashMap<>();

    private Vocabulary() {}

    /** Tells what is wrong in this element and in all that is in it. */
    void check(Verb verb, Consumer<String> warnings) {
        Set<String> known = attributes.getOrDefault(verb.name(), Set.of());
        for (String attribute : verb.attributes().keySet()) {
            if (!known.contains(attribute)) {
                warnings.accept("<" + verb.name() + "> has no attribute " + attribute);
            }
        }
        new AttributeValues(verb).check(warnings);
        for (Verb child : verb.children()) {
            if (!children.getOrDefault(verb.name(), Set.of()).contains(child.name())) {
                warnings.accept("<" + child.name() + "> may not be in <" + verb.name() + ">");
            } else {
                check(child, warnings);
            }
        }
    }

    private static Vocabulary voice() {
        Vocabulary words = new Vocabulary();
        words.nests(
                "Response",
                "Say Play Gather Record Dial Redirect Hangup Reject Pause"
                        + " Enqueue Leave Sms Queue Connect Start Stop Pay Prompt Refer");
        words.has("Say", "voice language loop");
        words.has("Play", "loop digits");
        words.has("Pause", "length");
        words.has("Redirect", "method");
        words.has("Reject", "reason");
        words.has(
                "Gather",
                "input action method timeout speechTimeout maxSpeechTime profanityFilter finishOnKey numDigits"
                        + " partialResultCallback partialResultCallbackMethod language hints bargeIn debug"
                        + " actionOnEmptyResult speechModel enhanced");
        words.nests("Gather", "Say Play Pause");
        words.has(
                "Record",
                "action method timeout finishOnKey maxLength playBeep trim recordingStatusCallback"
                        + " recordingStatusCallbackMethod recordingStatusCallbackEvent transcribe transcribeCallback");
        words.has(
                "Dial",
                "action method timeout hangupOnStar timeLimit callerId record trim recordingStatusCallback"
                        + " recordingStatusCallbackMethod recordingStatusCallbackEvent answerOnBridge ringTone"
                        + " recordingTrack sequential referUrl referMethod callReason");
        words.nests("Dial", "Number Client Conference Queue Sim Sip");
        words.has(
                "Number",
                "sendDigits url method statusCallbackEvent statusCallback statusCallbackMethod byoc"
                        + " machineDetection machineDetectionTimeout machineDetectionSpeechThreshold"
                        + " machineDetectionSpeechEndThreshold machineDetectionSilenceTimeout"
                        + " amdStatusCallback amdStatusCallbackMethod");
        words.ssml();
        return words;
    }

    private static Vocabulary messaging() {
        Vocabulary words = new Vocabulary();
        words.nests("Response", "Message Redirect");
        words.has("Message", "to from action method statusCallback");
        words.nests("Message", "Body Media");
        words.has("Redirect", "method");
        return words;
    }

    private void ssml() {
        children.put("Say", SSML);
        SSML.forEach(tag -> children.put(tag, SSML));
        has("break", "strength time");
        has("emphasis", "level");
        has("lang", "xml:lang");
        has("phoneme", "alphabet ph");
        has("prosody", "volume rate pitch");
        has("say-as", "interpret-as role");
        has("sub", "alias");
        has("w", "role");
    }

    private void has(String verb, String names) {
        attributes.put(verb, Set.of(names.split(" ")));
    }

    private void nests(String verb, String names) {
        children.put(verb, Set.of(names.split(" ")));
    }
}
