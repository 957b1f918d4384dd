package uk.referralline.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The IncomingPhoneNumbers resource. */
final class NumbersApi {

    private static final int BAD_URL = 21502;

    private final Exchange exchange;

    NumbersApi(Exchange exchange) {
        this.exchange = exchange;
    }

    RestAnswer list(RestRequest request) {
        List<Map<String, Object>> wanted = exchange.numbers().all().stream()
                .filter(number -> request.query("PhoneNumber")
                        .map(part -> number.e164().contains(part.replace("*", "")))
                        .orElse(true))
                .map(this::json)
                .toList();
        return RestAnswer.json(200, RestPage.of(request, "incoming_phone_numbers", wanted));
    }

    RestAnswer fetch(RestRequest request) {
        return RestAnswer.json(200, json(find(request)));
    }

    /** Changes the settings that are given, and leaves the others. */
    RestAnswer update(RestRequest request) {
        OwnNumber number = find(request);
        for (String setting : OwnNumber.SETTINGS) {
            boolean url = setting.endsWith("Url") || setting.equals("StatusCallback");
            if (url) {
                request.url(setting, BAD_URL);
            }
        }
        OwnNumber.SETTINGS.forEach(setting -> request.form(setting).ifPresent(value -> number.set(setting, value)));
        return RestAnswer.json(200, json(number));
    }

    private OwnNumber find(RestRequest request) {
        return exchange.numbers().all().stream()
                .filter(number -> number.sid().equals(request.sid()))
                .findFirst()
                .orElseThrow(() -> RestError.notFound(request.path()));
    }

    private Map<String, Object> json(OwnNumber number) {
        String account = exchange.settings().accountSid();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("account_sid", account);
        json.put("address_requirements", "none");
        json.put("address_sid", null);
        json.put("api_version", "2010-04-01");
        json.put("beta", false);
        json.put("capabilities", Map.of("voice", true, "sms", true, "mms", false, "fax", false));
        json.put("emergency_status", "Inactive");
        json.put("friendly_name", number.get("FriendlyName").orElse(number.e164()));
        json.put("origin", "twilio");
        json.put("phone_number", number.e164());
        json.put("sid", number.sid());
        json.put("sms_fallback_method", number.method("SmsFallbackMethod"));
        json.put("sms_fallback_url", number.get("SmsFallbackUrl").orElse(""));
        json.put("sms_method", number.method("SmsMethod"));
        json.put("sms_url", number.get("SmsUrl").orElse(""));
        json.put("status", "in-use");
        json.put("status_callback", number.get("StatusCallback").orElse(""));
        json.put("status_callback_method", number.method("StatusCallbackMethod"));
        json.put("subresource_uris", Map.of());
        json.put("uri", "/2010-04-01/Accounts/" + account + "/IncomingPhoneNumbers/" + number.sid() + ".json");
        json.put("voice_caller_id_lookup", false);
        json.put("voice_fallback_method", number.method("VoiceFallbackMethod"));
        json.put("voice_fallback_url", number.get("VoiceFallbackUrl").orElse(""));
        json.put("voice_method", number.method("VoiceMethod"));
        json.put("voice_receive_mode", "voice");
        json.put("voice_url", number.get("VoiceUrl").orElse(""));
        return json;
    }
}
