package uk.referralline.console;

import io.javalin.http.Context;
import java.net.URI;

/** Where somebody wanted to go before they were asked to sign in: only ever a path of ours, never another host. */
final class OwnPath {
    private static final String HOME = "/";
    private static final String FORM = "/(?![/\\\\])[A-Za-z0-9/_.~?=&%+-]{0,300}";

    private OwnPath() {}

    /** A path as somebody sent it, or the first page if it is none of ours. */
    static String sent(String path) {
        boolean signIn = path.startsWith("/sign-in") || path.startsWith("/sign-out");
        return path.matches(FORM) && !signIn ? path : HOME;
    }

    /** The address of this request. */
    static String of(Context ctx) {
        String query = ctx.queryString();
        return sent(ctx.path() + (query == null ? "" : "?" + query));
    }

    /** The page whose form this is. */
    static String ofReferer(Context ctx) {
        try {
            String referer = ctx.header("Referer");
            String path = referer == null ? null : URI.create(referer).getRawPath();
            return path == null ? HOME : sent(path);
        } catch (IllegalArgumentException nonsense) {
            return HOME;
        }
    }
}
