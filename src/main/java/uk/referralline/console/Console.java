package uk.referralline.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.referralline.console.signin.Door;
import uk.referralline.console.signin.Ground;
import uk.referralline.number.NumberPlan;

/** The advocates' web pages. It adds its addresses to a server, and lets nobody pass who may not. */
public final class Console {
    /** In the table's order: of two that fit an address, the server takes the first. */
    private final Map<String, Route> routes;

    private final FormPaths paths;
    private final Gate gate;
    private final Headers headers;

    /** The pages about cases. */
    public record Work(
            QueuePage queue,
            QueueEvents events,
            CasePage page,
            CaseActions actions,
            ContactActions contact,
            CaseCopies copies,
            SamePersonActions samePerson,
            MessagePages messages,
            ReferralPages referral,
            SearchPage search,
            DutyPages duty,
            Lists lists,
            NumberPlan plan) {

        /** All of them, on one ground. */
        public static Work of(CaseWork work, QueueEvents events, DutyPages duty, Lists lists) {
            var page = new CasePage(work);
            var form = new CaseForm(page, work.desks().claims());
            return new Work(
                    new QueuePage(work),
                    events,
                    page,
                    new CaseActions(work, form),
                    new ContactActions(work, form),
                    new CaseCopies(page, lists.calls()),
                    new SamePersonActions(work.desks(), form),
                    new MessagePages(work, page),
                    new ReferralPages(work, page),
                    new SearchPage(work),
                    duty,
                    lists,
                    work.plan());
        }
    }

    /** What was on the line, and what it goes by, to look at. */
    public record Lists(
            CallPages calls, TextPages texts, Wallboard wallboard, ScriptPages scripts, SettingsPage settings) {}

    /**
     * Builds the pages of the door and takes the others.
     *
     * @param publicUrl where browsers find the console, without a slash at its end
     */
    public Console(Ground ground, Door door, String publicUrl, Work work) {
        var table = new ConsoleRoutes(
                        new HomePage(),
                        new SessionPages(),
                        new SignInPages(door.signIn(), door.own(), new Browsers(publicUrl, ground.chance())),
                        new AccountPages(door.own()),
                        new PeoplePages(door.people(), work.plan()),
                        work)
                .table();
        this.routes = table.stream()
                .collect(Collectors.toMap(
                        each -> key(each.method(), each.path()),
                        Function.identity(),
                        Console::twice,
                        LinkedHashMap::new));
        this.paths = new FormPaths(table);
        this.gate = new Gate(ground, door.sessions(), publicUrl);
        this.headers = new Headers(publicUrl);
    }

    /** Every address of the console, and who may use it. */
    public List<Route> rules() {
        return List.copyOf(routes.values());
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

    /** There is no such page. The address of a form alone, as a refused one has it, leads to the page that it is on. */
    public void missing(Context ctx) {
        headers.set(ctx);
        Visit visit = gate.look(ctx);
        Optional<String> page = ctx.method() == HandlerType.GET ? paths.pageOf(ctx.path()) : Optional.empty();
        page.ifPresentOrElse(visit::go, () -> ErrorPages.missing(visit));
    }

    /** A form is longer than anybody types. */
    public void tooLong(Context ctx) {
        headers.set(ctx);
        ErrorPages.tooLong(gate.look(ctx));
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

    private static Route twice(Route one, Route other) {
        throw new IllegalStateException(one.method() + " " + one.path() + " is twice in the table");
    }

    private static String key(HandlerType method, String path) {
        return method + " " + path;
    }
}
