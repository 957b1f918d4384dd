package uk.referralline.twilio;

import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.http.HttpMethod;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumberReader;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumberUpdater;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import uk.referralline.number.PhoneNumber;

/** Where Twilio sends the calls and texts of the line's number: compared with where they should go, and put right. */
public final class NumberSettings {
    private final TwilioRestClient client;
    private final TwilioUrls urls;

    /** A setting of the number that is not as it should be. @param what the setting, by Twilio's name for it */
    public record Drift(String what, String expected, String found) {}

    /** Twilio could not tell or change the settings; the message is one sentence. */
    public static final class NotPossible extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotPossible(String sentence) {
            super(sentence);
        }
    }

    public NumberSettings(RestAccount account, TwilioUrls urls) {
        this(OneTryClient.of(account, OneTryClient.Patience.USUAL), urls);
    }

    NumberSettings(TwilioRestClient client, TwilioUrls urls) {
        this.client = client;
        this.urls = urls;
    }

    /**
     * What is not as it should be; empty when all is well.
     *
     * @throws NotPossible when the account has no such number, or Twilio does not answer
     */
    public List<Drift> drift(PhoneNumber line) {
        Map<String, String> found = found(number(line));
        return expected().entrySet().stream()
                .filter(each -> !each.getValue().equals(found.get(each.getKey())))
                .map(each -> new Drift(each.getKey(), each.getValue(), found.get(each.getKey())))
                .toList();
    }

    /**
     * Sets all of it.
     *
     * @throws NotPossible when the account has no such number, or Twilio does not take it
     */
    public void write(PhoneNumber line) {
        String sid = number(line).getSid();
        try {
            new IncomingPhoneNumberUpdater(sid)
                    .setVoiceUrl(urls.incoming())
                    .setVoiceMethod(HttpMethod.POST)
                    .setVoiceFallbackUrl(urls.fallback())
                    .setVoiceFallbackMethod(HttpMethod.POST)
                    .setStatusCallback(urls.callStatus())
                    .setStatusCallbackMethod(HttpMethod.POST)
                    .setSmsUrl(urls.incomingText())
                    .setSmsMethod(HttpMethod.POST)
                    .setVoiceApplicationSid("")
                    .setSmsApplicationSid("")
                    .setTrunkSid("")
                    .update(client);
        } catch (TwilioException wrong) {
            throw notPossible("change", wrong);
        }
    }

    private IncomingPhoneNumber number(PhoneNumber line) {
        try {
            for (IncomingPhoneNumber each : new IncomingPhoneNumberReader()
                    .setPhoneNumber(line.e164())
                    .limit(1)
                    .read(client)) {
                return each;
            }
        } catch (TwilioException wrong) {
            throw notPossible("tell", wrong);
        }
        throw new NotPossible("The Twilio account has no number " + line + ".");
    }

    private Map<String, String> expected() {
        var settings = new LinkedHashMap<String, String>();
        settings.put("VoiceUrl", urls.incoming());
        settings.put("VoiceMethod", "POST");
        settings.put("VoiceFallbackUrl", urls.fallback());
        settings.put("VoiceFallbackMethod", "POST");
        settings.put("StatusCallback", urls.callStatus());
        settings.put("StatusCallbackMethod", "POST");
        settings.put("SmsUrl", urls.incomingText());
        settings.put("SmsMethod", "POST");
        // With any of these Twilio does not look at the URLs.
        settings.put("VoiceApplicationSid", "");
        settings.put("SmsApplicationSid", "");
        settings.put("TrunkSid", "");
        return settings;
    }

    private static Map<String, String> found(IncomingPhoneNumber number) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("VoiceUrl", written(number.getVoiceUrl()));
        settings.put("VoiceMethod", written(number.getVoiceMethod()));
        settings.put("VoiceFallbackUrl", written(number.getVoiceFallbackUrl()));
        settings.put("VoiceFallbackMethod", written(number.getVoiceFallbackMethod()));
        settings.put("StatusCallback", written(number.getStatusCallback()));
        settings.put("StatusCallbackMethod", written(number.getStatusCallbackMethod()));
        settings.put("SmsUrl", written(number.getSmsUrl()));
        settings.put("SmsMethod", written(number.getSmsMethod()));
        settings.put("VoiceApplicationSid", written(number.getVoiceApplicationSid()));
        settings.put("SmsApplicationSid", written(number.getSmsApplicationSid()));
        settings.put("TrunkSid", written(number.getTrunkSid()));
        return settings;
    }

    private static String written(Object setting) {
        return Objects.toString(setting, "");
    }

    private static NotPossible notPossible(String what, TwilioException wrong) {
        // Not Twilio's own message, which may hold a number.
        String status = wrong instanceof ApiException answered && answered.getStatusCode() != null
                ? "HTTP " + answered.getStatusCode()
                : "no answer";
        return new NotPossible("Twilio did not " + what + " the number's settings: " + status + ".");
    }
}
