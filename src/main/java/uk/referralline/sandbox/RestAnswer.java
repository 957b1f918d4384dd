package uk.referralline.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the REST API answers, and what it does afterwards.
 *
 * @param after is done when the answer is out, by a thread of its own
 */
record RestAnswer(int status, String contentType, byte[] body, Runnable after) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Runnable NOTHING = () -> {};

    static RestAnswer json(int status, Map<String, ?> body) {
        try {
            return new RestAnswer(status, "application/json", JSON.writeValueAsBytes(body), NOTHING);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static RestAnswer nothing() {
        return new RestAnswer(204, "", new byte[0], NOTHING);
    }

    static RestAnswer sound(byte[] wav) {
        return new RestAnswer(200, "audio/x-wav", wav, NOTHING);
    }

    static RestAnswer error(RestError error) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("code", error.code());
        body.put("message", error.getMessage());
        body.put("more_info", "https://www.twilio.com/docs/errors/" + error.code());
        body.put("status", error.status());
        return json(error.status(), body);
    }

    RestAnswer then(Runnable deed) {
        return new RestAnswer(status, contentType, body, deed);
    }
}
