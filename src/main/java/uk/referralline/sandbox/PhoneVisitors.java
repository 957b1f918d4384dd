package uk.referralline.sandbox;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import java.net.URI;
import java.util.Set;

/**
 * Lets only this sandbox's own page use the phone: another web page in the same browser can neither read it (a Host
 * that was pointed here by a trick of DNS) nor drive it (a foreign Origin, or a form's content type).
 */
final class PhoneVisitors {

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1");

    void refuseStrangers(Context ctx) {
        String host = String.valueOf(ctx.header("Host"));
        if (!HERE.contains(host.split(":")[0])) {
            throw new ForbiddenResponse("This phone is used from this machine only.");
        }
        String origin = ctx.header("Origin");
        if (origin != null && !isOf(origin, host)) {
            throw new ForbiddenResponse("This phone is used from its own page only.");
        }
        boolean changes = !ctx.method().name().equals("GET");
        if (changes && !String.valueOf(ctx.contentType()).startsWith("application/json")) {
            throw new ForbiddenResponse("This phone takes JSON only.");
        }
    }

    private static boolean isOf(String origin, String host) {
        try {
            URI uri = URI.create(origin);
            return host.equals(uri.getAuthority());
        } catch (IllegalArgumentException nonsense) {
            return false;
        }
    }
}
