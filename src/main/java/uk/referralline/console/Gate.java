package uk.referralline.console;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Jdbi;
import uk.referralline.console.signin.Ground;
import uk.referralline.console.signin.Sessions;
import uk.referralline.console.signin.Stage;
import uk.referralline.console.signin.Token;
import uk.referralline.duty.Advocate;
import uk.referralline.duty.Advocates;
import uk.referralline.duty.Role;

/** Every request to the console passes here: who makes it, whether they may, and whether a form came from a page of ours. */
final class Gate {
    private static final String VISIT = "console.visit";
    private static final String FORM_TOKEN = "form-token";
    private static final String FORM_TOKEN_HEADER = "X-Form-Token";

    private final Jdbi jdbi;
    private final Sessions sessions;
    private final Advocates advocates = new Advocates();
    private final Cookies cookies;
    private final Origin origin;
    private final InstantSource clock;
    private final RandomGenerator chance;

    Gate(Ground ground, Sessions sessions, String publicUrl) {
        this.jdbi = ground.jdbi();
        this.clock = ground.clock();
        this.chance = ground.chance();
        this.sessions = sessions;
        this.cookies = new Cookies(publicUrl);
        this.origin = new Origin(publicUrl);
    }

    /** Answers a request that may not pass, and ends it there; makes a visit of one that may. */
    void pass(Context ctx, Route route) {
        Instant now = clock.instant();
        Optional<Token> sent = cookies.session(ctx);
        Optional<SignedIn> visitor = sent.flatMap(token -> visitor(token, route.keeps(), now));
        Visit visit = visit(ctx, sent.orElseGet(() -> newBrowser(ctx)), visitor, now);
        ctx.attribute(VISIT, visit);
        if (!isOurs(ctx, visit.browser(), sent.isPresent())) {
            refuse(visit, route);
        } else if (!route.who().admits(visitor)) {
            turnAway(visit, route);
        }
    }

    /** The visit of a request that has passed. */
    static Visit visit(Context ctx) {
        return ctx.attribute(VISIT);
    }

    /** A visit to an address that there is not. */
    Visit look(Context ctx) {
        Instant now = clock.instant();
        Token browser = cookies.session(ctx).orElseGet(() -> Token.random(chance));
        return visit(ctx, browser, visitor(browser, Set.of(), now), now);
    }

    /** A visit of nobody in particular: the database may be what is wrong. */
    Visit blind(Context ctx) {
        return visit(ctx, Token.random(chance), Optional.empty(), clock.instant());
    }

    private Optional<SignedIn> visitor(Token token, Set<Role> keeps, Instant now) {
        return jdbi.inTransaction(handle -> sessions.find(handle, token, now)
                .flatMap(session -> advocates
                        .find(handle, session.advocate())
                        .filter(Advocate::active)
                        .map(person -> {
                            if (!keeps.contains(person.role())) {
                                return new SignedIn(session, person);
                            }
                            sessions.seen(handle, session, now);
                            return new SignedIn(session.seen(now), person);
                        })));
    }

    private Visit visit(Context ctx, Token browser, Optional<SignedIn> visitor, Instant now) {
        return new Visit(ctx, browser, visitor, new Visit.Keeper() {
            @Override
            public Instant now() {
                return now;
            }

            @Override
            public void notice(SignedIn whose, Optional<String> notice) {
                jdbi.useHandle(handle -> sessions.notice(handle, whose.session(), notice));
            }

            @Override
            public Optional<String> sought(SignedIn whose) {
                return jdbi.withHandle(handle -> sessions.sought(handle, whose.session()));
            }

            @Override
            public void seek(SignedIn whose, String what) {
                jdbi.useHandle(handle -> sessions.seek(handle, whose.session(), what));
            }
        });
    }

    /** A browser that has no session still has something to tie its forms to. */
    private Token newBrowser(Context ctx) {
        Token token = Token.random(chance);
        if (Asset.isAt(ctx.endpoints().matchedHttpEndpoint().path)) {
            return token;
        }
        cookies.setSession(ctx, token);
        return token;
    }

    private boolean isOurs(Context ctx, Token browser, boolean known) {
        if (ctx.method() == HandlerType.GET || ctx.method() == HandlerType.HEAD) {
            return true;
        }
        String header = ctx.header(FORM_TOKEN_HEADER);
        String token = header == null ? ctx.formParam(FORM_TOKEN) : header;
        return known && origin.admits(ctx) && token != null && browser.fits(token);
    }

    /** A form that lay open while its session ended looks like this too: whoever sent it signs in and goes back to it. */
    private static void refuse(Visit visit, Route route) {
        visit.context().skipRemainingHandlers();
        if (visit.visitor().isEmpty() && !route.who().nobody()) {
            toSignIn(visit, route);
        } else {
            ErrorPages.notFromHere(visit);
        }
    }

    private static void turnAway(Visit visit, Route route) {
        visit.context().skipRemainingHandlers();
        if (visit.visitor().isEmpty()) {
            toSignIn(visit, route);
        } else if (visit.visitor().get().fully()) {
            if (route.who().stages().contains(Stage.IN)) {
                ErrorPages.denied(visit);
            } else {
                ErrorPages.signedInAlready(visit);
            }
        } else {
            visit.go(visit.visitor().get().session().stage().path());
        }
    }

    /** Whether the browser itself asks for a page, as it does when one loads itself anew, and not a script for a part. */
    private static boolean isWhole(Context ctx) {
        String accepted = ctx.header("Accept");
        return accepted != null && accepted.startsWith("text/html,");
    }

    private static void toSignIn(Visit visit, Route route) {
        Context ctx = visit.context();
        if (ctx.header("HX-Request") != null || !(route.counts() || isWhole(ctx))) {
            // A part of a page cannot become the sign-in page: htmx leaves this one, and loads it whole.
            ctx.status(HttpStatus.UNAUTHORIZED).header("HX-Refresh", "true");
            return;
        }
        String wanted = ctx.method() == HandlerType.GET ? OwnPath.of(ctx) : OwnPath.ofReferer(ctx);
        visit.go("/sign-in"
                + (wanted.equals("/") ? "" : "?wanted=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8)));
    }
}
