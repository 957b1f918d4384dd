package uk.referralline.sandbox;

import io.javalin.http.Context;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A request to the REST API, as its resources read it. */
final class RestRequest {

    private final Context ctx;

    RestRequest(Context ctx) {
        this.ctx = ctx;
    }

    /** The SID in the path. */
    String sid() {
        return ctx.pathParam("sid").replaceAll("\\.(json|wav)$", "");
    }

    boolean wantsJson() {
        return ctx.path().endsWith(".json");
    }

    String path() {
        return ctx.path();
    }

    /** A form parameter; empty when it is missing, an empty string when it is empty. */
    Optional<String> form(String name) {
        return Optional.ofNullable(ctx.formParam(name));
    }

    /** A form parameter that is there and is not blank. */
    Optional<String> given(String name) {
        return form(name).filter(value -> !value.isBlank());
    }

    List<String> all(String name) {
        return ctx.formParams(name);
    }

    /** A parameter of the query, not blank. */
    Optional<String> query(String name) {
        return Optional.ofNullable(ctx.queryParam(name)).filter(value -> !value.isBlank());
    }

    /** A URL among the form's parameters, refused with this code when Twilio could not ask it. */
    Optional<URI> url(String name, int code) {
        return given(name).map(url -> checked(name, url, code));
    }

    /** The query without its paging, encoded. */
    String filters() {
        Map<String, String> filters = new TreeMap<>();
        ctx.queryParamMap().forEach((name, values) -> filters.put(name, values.get(0)));
        filters.keySet().removeAll(List.of("Page", "PageSize", "PageToken"));
        return Forms.encode(filters);
    }

    private static URI checked(String name, String url, int code) {
        try {
            URI uri = URI.create(url);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            // a host with an underscore has none for java.net.URI, and none for Twilio
            if (web && uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException notAUrl) {
            throw RestError.wrong(code, name + " is not a valid URL");
        }
        throw RestError.wrong(code, name + " is not a valid URL");
    }
}
