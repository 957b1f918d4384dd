package uk.referralline.twilio;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets in what Twilio has signed, and nothing else. It stands before a whole prefix of addresses. The signed URL is our
 * configured public one with the raw path and query, never what a proxy says the host is.
 */
public final class SignedRequests {
    private static final Logger LOG = LoggerFactory.getLogger(SignedRequests.class);
    private static final String HEADER = "X-Twilio-Signature";

    private final Signature signature;
    private final String publicUrl;

    /** @param publicUrl without a slash at its end */
    public SignedRequests(Signature signature, String publicUrl) {
        this.signature = signature;
        this.publicUrl = publicUrl;
    }

    /** Before every handler of the prefix: 403 and no further, unless it is signed. */
    public void check(Context ctx) {
        Optional<String> wrong = wrong(ctx);
        if (wrong.isPresent()) {
            LOG.warn("refused a request to {}: {}", ctx.path(), wrong.get());
            ctx.status(HttpStatus.FORBIDDEN)
                    .contentType("text/plain")
                    .result("This address is for the telephone provider only.")
                    .skipRemainingHandlers();
        }
    }

    private Optional<String> wrong(Context ctx) {
        if (ctx.method() != HandlerType.POST) {
            return Optional.of("not a POST");
        }
        String header = ctx.header(HEADER);
        if (header == null || header.isBlank()) {
            return Optional.of("no signature");
        }
        Optional<FormParams> params = FormParams.parse(ctx.bodyAsBytes());
        if (params.isEmpty()) {
            return Optional.of("its body is no form");
        }
        return signature.fits(url(ctx), params.get(), header)
                ? Optional.empty()
                : Optional.of("the signature does not fit: check PUBLIC_URL and TWILIO_AUTH_TOKEN");
    }

    private String url(Context ctx) {
        String query = ctx.req().getQueryString();
        String path = ctx.req().getRequestURI();
        return publicUrl + path + (query == null ? "" : "?" + query);
    }
}
