package uk.referralline.sandbox;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A number that the account owns, and the URLs that Twilio asks when it is called or texted. */
public final class OwnNumber {

    static final Set<String> SETTINGS = Set.of(
            "FriendlyName",
            "VoiceUrl",
            "VoiceMethod",
            "VoiceFallbackUrl",
            "VoiceFallbackMethod",
            "StatusCallback",
            "StatusCallbackMethod",
            "SmsUrl",
            "SmsMethod",
            "SmsFallbackUrl",
            "SmsFallbackMethod");

    private final String sid;
    private final String e164;
    private final Map<String, String> settings = new ConcurrentHashMap<>();

    OwnNumber(String sid, String e164) {
        this.sid = sid;
        this.e164 = e164;
    }

    public String sid() {
        return sid;
    }

    public String e164() {
        return e164;
    }

    /** Asked when the number is called. */
    public OwnNumber voiceUrl(String url) {
        return set("VoiceUrl", url);
    }

    /** Asked when a call's document cannot be had or run. */
    public OwnNumber voiceFallbackUrl(String url) {
        return set("VoiceFallbackUrl", url);
    }

    /** Told when a call to the number ends. */
    public OwnNumber statusCallback(String url) {
        return set("StatusCallback", url);
    }

    /** Asked when the number is texted. */
    public OwnNumber smsUrl(String url) {
        return set("SmsUrl", url);
    }

    /** By the name of Twilio's parameter, such as {@code VoiceUrl}; an empty value removes it. */
    OwnNumber set(String name, String value) {
        if (value.isEmpty()) {
            settings.remove(name);
        } else {
            settings.put(name, value);
        }
        return this;
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(settings.get(name));
    }

    Optional<URI> url(String name) {
        return get(name).map(URI::create);
    }

    String method(String name) {
        return get(name).orElse("POST");
    }
}
