package uk.referralline.sandbox;

import java.net.URI;
import java.util.Locale;
import java.util.Map;

/** One request that Twilio makes of the line; the URL may carry connection overrides in its fragment. */
record WebhookRequest(URI url, String method, Map<String, String> form) {

    WebhookRequest {
        method = method.toUpperCase(Locale.ROOT);
        form = Map.copyOf(form);
    }

    static WebhookRequest post(URI url, Map<String, String> form) {
        return new WebhookRequest(url, "POST", form);
    }

    boolean isGet() {
        return method.equals("GET");
    }

    @Override
    public String toString() {
        return method + " " + url.getPath();
    }

    /** The URL that goes over the wire and is signed. */
    String wireUrl() {
        String bare = url.toString().split("#", 2)[0];
        if (!isGet() || form.isEmpty()) {
            return bare;
        }
        return bare + (bare.contains("?") ? "&" : "?") + Forms.encode(form);
    }
}
