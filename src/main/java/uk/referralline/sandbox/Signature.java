package uk.referralline.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Twilio's request signature: HMAC-SHA1 over the URL and the form's parameters, sorted by name. */
final class Signature {

    private Signature() {}

    /**
     * The value of X-Twilio-Signature, in Base64.
     *
     * @param url whole, with its query; a fragment is left out, as Twilio does
     * @param form of a POST; empty for a GET, whose parameters are in the URL
     */
    static String of(String authToken, String url, Map<String, String> form) {
        var signed = new StringBuilder(url.split("#", 2)[0]);
        new TreeMap<>(form).forEach((name, value) -> signed.append(name).append(value));
        byte[] sum = hmac(authToken).doFinal(signed.toString().getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(sum);
    }

    private static Mac hmac(String authToken) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(authToken.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return mac;
        } catch (GeneralSecurityException wrong) {
            throw new IllegalStateException("Every Java has HmacSHA1", wrong);
        }
    }
}
