package uk.referralline.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import uk.referralline.console.signin.Sessions;

/** The advocates' web pages. It adds its addresses to a server, and lets nobody pass who may not. */
public final class Console {
    private final Map<String, Route> routes;
    private final Gate gate;
    private final Headers headers;

    /**
     * What the console takes from the line.
     *
     * @param publicUrl where browsers find it, without a slash at its end
     */
    public record Machine(Jdbi jdbi, String publicUrl, InstantSource clock, RandomGenerator chance) {}

    /** The pages about cases. */
    public record Work(QueuePage queue) {}

    public Console(Machine machine, Work work) {
        var sessions = new Sessions(machine.chance(), false);
        var table = new ConsoleRoutes(new HomePage(), new SessionPages(), work.queue()).table();
        this.routes =
                table.stream().collect(Collectors.toMap(each -> key(each.method(), each.path()), Function.identity()));
        this.gate = new Gate(
                machine.jdbi(), sessions, new Gate.Machine(machine.publicUrl(), machine.clock(), machine.chance()));
        this.headers = new Headers(machine.publicUrl());
    }

    /** Adds the console's addresses. */
    public void addTo(RoutesConfig config) {
        routes.values()
                .forEach(route -> config.addHttpHandler(
                        route.method(), route.path(), ctx -> route.action().answer(Gate.visit(ctx))));
    }

    /** Before an address of any kind that is not a webhook: what has no line in the console's table is refused. */
    public void guard(Context ctx) {
        headers.set(ctx);
        Optional<Route> route = route(ctx);
        if (route.isPresent()) {
            gate.pass(ctx, route.get());
        } else {
            ctx.skipRemainingHandlers();
            ctx.status(HttpStatus.FORBIDDEN).result("Nobody may use this address.");
        }
    }

    /** Whether a request is for the console. */
    public boolean answers(Context ctx) {
        return route(ctx).isPresent();
    }

    /** There is no such page. */
    public void missing(Context ctx) {
        headers.set(ctx);
        ErrorPages.missing(gate.look(ctx));
    }

    /** Something of ours went wrong. */
    public void apologise(Context ctx) {
        headers.set(ctx);
        ErrorPages.broken(gate.blind(ctx));
    }

    private Optional<Route> route(Context ctx) {
        var endpoint = ctx.endpoints().matchedHttpEndpoint();
        if (endpoint == null) {
            return Optional.empty();
        }
        HandlerType method = ctx.method() == HandlerType.HEAD ? HandlerType.GET : ctx.method();
        return Optional.ofNullable(routes.get(key(method, endpoint.path)));
    }

    private static String key(HandlerType method, String path) {
        return method + " " + path;
    }
}
