package uk.referralline.console;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import uk.referralline.console.signin.Token;

/**
 * What the console leaves in a browser. Each name begins with {@code __Host-}, so that no other host can set it and it never
 * goes over plain HTTP; except on this machine itself, where there is no HTTPS and not every browser makes the exception.
 */
final class Cookies {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");
    private static final Duration A_YEAR = Duration.ofDays(365);
    private static final int UNTIL_THE_BROWSER_CLOSES = -1;

    private final boolean secure;

    Cookies(String publicUrl) {
        URI url = URI.create(publicUrl);
        this.secure = !(url.getScheme().equals("http") && LOOPBACK.contains(url.getHost()));
    }

    Optional<Token> session(Context ctx) {
        return Token.sent(ctx.cookie(sessionName()));
    }

    String sessionName() {
        return name("session");
    }

    void setSession(Context ctx, Token token) {
        set(ctx, "session", token.value(), UNTIL_THE_BROWSER_CLOSES);
    }

    /** Which browser this is, for whoever has signed in with it before. */
    Optional<Token> device(Context ctx) {
        return Token.sent(ctx.cookie(name("device")));
    }

    void setDevice(Context ctx, Token token) {
        set(ctx, "device", token.value(), (int) A_YEAR.toSeconds());
    }

    private void set(Context ctx, String name, String value, int seconds) {
        ctx.cookie(new Cookie(name(name), value, "/", seconds, secure, true, null, SameSite.LAX));
    }

    private String name(String name) {
        return (secure ? "__Host-" : "") + name;
    }
}
