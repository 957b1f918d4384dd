package uk.referralline.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.ContentType;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Set;
import uk.referralline.console.Console;
import uk.referralline.twilio.RecordedPrompts;
import uk.referralline.twilio.SignedRequests;
import uk.referralline.twilio.SmsWebhook;
import uk.referralline.twilio.TransferWebhook;
import uk.referralline.twilio.VoiceWebhook;

/** Every address of the service. The signature is checked by prefix, so that no new route can forget it. */
public record Routes(
        SignedRequests signed,
        VoiceWebhook voice,
        TransferWebhook transfers,
        RecordedPrompts recorded,
        SmsWebhook sms,
        Health health,
        Metrics metrics,
        Console console) {
    private static final Set<String> OPEN = Set.of("/healthz", "/readyz", "/metrics");
    private static final String RECORDED = "/audio/";

    /** A server with these routes, not yet started. @param host and {@code port} where it will listen */
    public Javalin server(String host, int port) {
        return Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.jetty.host = host;
            config.jetty.port = port;
            config.http.maxRequestSize = 64_000;
            config.http.defaultContentType = ContentType.PLAIN;
            routes(config);
        });
    }

    private void routes(JavalinConfig config) {
        config.routes.before(metrics::begin);

        config.routes.get("/healthz", health::alive);
        config.routes.get("/readyz", health::ready);
        config.routes.get("/metrics", metrics::scrape);

        // Not signed: public words, the same for everybody, which Twilio's media fetchers need no key for.
        config.routes.get("/audio/{script}/{language}/{file}", recorded::serve);
        config.routes.head("/audio/{script}/{language}/{file}", recorded::serve);

        config.routes.before("/voice/*", signed::check);
        config.routes.before("/sms/*", signed::check);

        config.routes.beforeMatched(this::guard);

        config.routes.post("/voice/incoming", voice::incoming);
        config.routes.post("/voice/turn/{n}", voice::turn);
        config.routes.post("/voice/resume/{failures}", voice::resume);
        config.routes.post("/voice/whisper/{call}/{turn}/{phone}", transfers::whisper);
        config.routes.post("/voice/take/{call}/{turn}/{phone}", transfers::take);
        config.routes.post("/voice/fallback", voice::fallback);
        config.routes.post("/voice/status", voice::status);
        config.routes.post("/voice/recording", voice::recording);

        config.routes.post("/sms/incoming", sms::incoming);
        config.routes.post("/sms/status", sms::statusBySid);
        config.routes.post("/sms/status/{id}", sms::status);

        console.addTo(config.routes);

        config.routes.error(HttpStatus.NOT_FOUND, this::missing);
        config.routes.error(HttpStatus.CONTENT_TOO_LARGE, this::tooLong);
        config.routes.exception(Exception.class, this::failed);
        config.routes.after(metrics::count);
    }

    private static boolean isOpen(Context ctx) {
        return OPEN.contains(ctx.path()) || ctx.path().startsWith(RECORDED);
    }

    /** What neither Twilio signed nor everybody may see is the console's to let through. */
    private void guard(Context ctx) {
        if (!isWebhook(ctx) && !isOpen(ctx)) {
            console.guard(ctx);
        }
    }

    private void missing(Context ctx) {
        if (!isWebhook(ctx) && ctx.endpoints().matchedHttpEndpoint() == null) {
            console.missing(ctx);
        }
    }

    private void tooLong(Context ctx) {
        if (console.answers(ctx)) {
            console.tooLong(ctx);
        }
    }

    private static boolean isWebhook(Context ctx) {
        return ctx.path().startsWith("/voice/") || ctx.path().startsWith("/sms/");
    }

    /** A caller must never be left with an error page: whatever went wrong, they hear so and are led on. */
    private void failed(Exception wrong, Context ctx) {
        metrics.failed(ctx);
        if (TransferWebhook.isAt(ctx.path())) {
            transfers.apologise(wrong, ctx);
        } else if (ctx.path().startsWith("/voice/")) {
            voice.apologise(wrong, ctx);
        } else {
            org.slf4j.LoggerFactory.getLogger(Routes.class).error("{} {} failed", ctx.method(), ctx.path(), wrong);
            apologise(ctx);
        }
    }

    private void apologise(Context ctx) {
        if (console.answers(ctx)) {
            console.apologise(ctx);
        } else {
            ctx.status(HttpStatus.SERVICE_UNAVAILABLE).result("Sorry, this does not work at the moment.");
        }
    }
}
