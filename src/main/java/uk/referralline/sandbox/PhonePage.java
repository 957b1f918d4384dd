package uk.referralline.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.BiConsumer;

/** The phone page: a person's phone in the browser, and what it needs. Only pages of this sandbox may drive it. */
final class PhonePage {

    private static final int LONGEST_KEYS = 32;
    private static final int LONGEST_SPEECH = 3600;
    private static final int LONGEST_TEXT = 1600;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src 'self'; media-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Sandbox sandbox;
    private final PhoneState state;

    PhonePage(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.state = new PhoneState(sandbox);
    }

    void routes(RoutesConfig routes) {
        var visitors = new PhoneVisitors();
        routes.before("/phone/*", visitors::refuseStrangers);
        routes.get("/", file("phone.html", "text/html; charset=utf-8"));
        routes.get("/phone.css", file("phone.css", "text/css; charset=utf-8"));
        routes.get("/phone.js", file("phone.js", "text/javascript; charset=utf-8"));
        routes.get("/phone.svg", file("phone.svg", "image/svg+xml"));
        routes.get("/phone/state", this::tell);
        routes.get("/phone/sound", this::sound);
        routes.post("/phone/call", this::call);
        routes.post("/phone/text", this::text);
        routes.post("/phone/calls/{sid}/press", doing((call, wish) -> call.presses(keys(wish))));
        routes.post("/phone/calls/{sid}/silence", doing((call, wish) -> call.staysSilent()));
        routes.post("/phone/calls/{sid}/speak", doing((call, wish) -> call.speaks(speech(wish))));
        routes.post("/phone/calls/{sid}/hangup", doing((call, wish) -> call.hangsUp()));
        routes.post("/phone/calls/{sid}/answer", doing((call, wish) -> call.answers()));
        routes.exception(IllegalStateException.class, (wrong, ctx) -> refuse(ctx, 409, wrong.getMessage()));
        routes.exception(IllegalArgumentException.class, (wrong, ctx) -> refuse(ctx, 400, wrong.getMessage()));
    }

    private void tell(Context ctx) throws JsonProcessingException {
        write(ctx, state.of(ctx.queryParam("call"), ctx.queryParam("phone")));
    }

    /** A recording that was played in a call. Only these: nothing is fetched for a page. */
    private void sound(Context ctx) {
        Media.Sound sound = sandbox.played(String.valueOf(ctx.queryParam("url")))
                .orElseThrow(() -> new IllegalArgumentException("That was not played lately."));
        ctx.header("Cache-Control", "no-store");
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.contentType(sound.type()).result(sound.bytes());
    }

    private void call(Context ctx) throws JsonProcessingException {
        String from = wish(ctx).path("from").asText();
        if (!from.matches("|anonymous|\\+[0-9]{7,15}")) {
            throw new IllegalArgumentException("That is not a phone number. Write it like 07700 900123.");
        }
        SandboxCall call = sandbox.callFrom(from);
        write(ctx, Map.of("sid", call.sid()));
    }

    private void text(Context ctx) throws JsonProcessingException {
        JsonNode wish = wish(ctx);
        String from = wish.path("from").asText();
        String body = wish.path("body").asText();
        if (!from.matches("\\+[0-9]{7,15}")) {
            throw new IllegalArgumentException("Texts need a phone that shows its number.");
        }
        if (body.isBlank() || body.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("A text has from 1 to 1600 letters.");
        }
        write(ctx, Map.of("sid", sandbox.textFrom(from, body).sid()));
    }

    private Handler doing(BiConsumer<SandboxCall, JsonNode> deed) {
        return ctx -> {
            SandboxCall call = sandbox.calls().stream()
                    .filter(one -> one.sid().equals(ctx.pathParam("sid")))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("There is no such call."));
            deed.accept(call, wish(ctx));
            write(ctx, Map.of("sid", call.sid()));
        };
    }

    private static String keys(JsonNode wish) {
        String keys = wish.path("keys").asText();
        if (!keys.matches("[0-9*#]{1," + LONGEST_KEYS + "}")) {
            throw new IllegalArgumentException("Keys are 0 to 9, * and #.");
        }
        return keys;
    }

    private static Duration speech(JsonNode wish) {
        int seconds = wish.path("seconds").asInt();
        if (seconds < 1 || seconds > LONGEST_SPEECH) {
            throw new IllegalArgumentException("Speech takes from 1 second to an hour.");
        }
        return Duration.ofSeconds(seconds);
    }

    private static JsonNode wish(Context ctx) {
        try {
            return JSON.readTree(ctx.body());
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException("The request is not JSON.", wrong);
        }
    }

    private static void refuse(Context ctx, int status, String why) {
        ctx.status(status);
        try {
            write(ctx, Map.of("message", String.valueOf(why)));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void write(Context ctx, Map<String, ?> body) throws JsonProcessingException {
        ctx.header("Cache-Control", "no-store");
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.contentType("application/json").result(JSON.writeValueAsBytes(body));
    }

    private static Handler file(String name, String type) {
        byte[] bytes = read(name);
        return ctx -> {
            ctx.header("Content-Security-Policy", POLICY);
            ctx.header("X-Content-Type-Options", "nosniff");
            ctx.header("Referrer-Policy", "no-referrer");
            ctx.header("Cache-Control", "no-cache");
            ctx.contentType(type).result(bytes);
        };
    }

    private static byte[] read(String name) {
        try (InputStream in = PhonePage.class.getResourceAsStream("/sandbox/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The phone page has lost its " + name);
            }
            return in.readAllBytes();
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }
}
