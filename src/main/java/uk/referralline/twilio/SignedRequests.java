package uk.referralline.twilio;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets nobody but Twilio through: a POST of a form, signed for the public URL. Set before every webhook by its prefix. */
public final class SignedRequests {
    private static final Logger LOG = LoggerFactory.getLogger(SignedRequests.class);
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Signature signature;
    private final String publicUrl;

    /** @param publicUrl what Twilio calls, without a slash at its end: behind a proxy we cannot know it from a request */
    public SignedRequests(Signature signature, String publicUrl) {
        this.signature = signature;
        this.publicUrl = publicUrl;
    }

    /** A {@code before} handler: answers 403 itself, and ends the request there, unless Twilio signed it. */
    public void check(Context ctx) {
        fault(ctx).ifPresent(fault -> {
            LOG.warn("refused {}: {}", ctx.req().getRequestURI(), fault);
            ctx.status(HttpStatus.FORBIDDEN).result("Only Twilio's signed requests are answered here.");
            ctx.skipRemainingHandlers();
        });
    }

    private Optional<String> fault(Context ctx) {
        if (ctx.method() != HandlerType.POST) {
            return Optional.of("not a POST");
        }
        if (!isForm(ctx.contentType())) {
            return Optional.of("not a form by its content type");
        }
        String header = ctx.header("X-Twilio-Signature");
        if (header == null) {
            return Optional.of("no signature");
        }
        Optional<FormParams> params = FormParams.parse(ctx.bodyAsBytes());
        if (params.isEmpty()) {
            return Optional.of("not a form by its body");
        }
        return signature.fits(url(ctx), params.get(), header) ? Optional.empty() : Optional.of("a wrong signature");
    }

    private static boolean isForm(String contentType) {
        return contentType != null
                && contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(FORM);
    }

    private String url(Context ctx) {
        // Raw, since the signature is over the escapes as Twilio wrote them.
        String query = ctx.req().getQueryString();
        return publicUrl + ctx.req().getRequestURI() + (query == null ? "" : "?" + query);
    }
}
