package uk.referralline.sandbox;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.security.BasicAuthCredentials;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** Twilio's REST API of 2010-04-01: who may ask, what goes wrong on purpose, and what happens after an answer. */
final class RestApi {

    private static final String ACCOUNT = "/2010-04-01/Accounts/{account}/";

    private final Settings settings;
    private final Faults faults;
    private final Webhooks webhooks;
    private final ExecutorService worker;
    private final List<Sandbox.Request> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    RestApi(Settings settings, Faults faults, Webhooks webhooks, ExecutorService worker) {
        this.settings = settings;
        this.faults = faults;
        this.webhooks = webhooks;
        this.worker = worker;
    }

    void messages(RoutesConfig routes, MessagesApi messages) {
        routes.post(ACCOUNT + "Messages.json", answering(messages::create));
        routes.get(ACCOUNT + "Messages.json", answering(messages::list));
        routes.get(ACCOUNT + "Messages/{sid}", answering(messages::fetch));
        routes.post(ACCOUNT + "Messages/{sid}", answering(messages::update));
        routes.delete(ACCOUNT + "Messages/{sid}", answering(messages::delete));
    }

    void calls(RoutesConfig routes, CallsApi calls) {
        routes.post(ACCOUNT + "Calls.json", answering(calls::create));
        routes.get(ACCOUNT + "Calls.json", answering(calls::list));
        routes.get(ACCOUNT + "Calls/{sid}", answering(calls::fetch));
        routes.post(ACCOUNT + "Calls/{sid}", answering(calls::update));
    }

    void recordings(RoutesConfig routes, RecordingsApi recordings) {
        routes.get(ACCOUNT + "Recordings.json", answering(recordings::list));
        routes.get(ACCOUNT + "Recordings/{sid}", answering(recordings::fetch));
        routes.delete(ACCOUNT + "Recordings/{sid}", answering(recordings::delete));
    }

    void numbers(RoutesConfig routes, NumbersApi numbers) {
        routes.get(ACCOUNT + "IncomingPhoneNumbers.json", answering(numbers::list));
        routes.get(ACCOUNT + "IncomingPhoneNumbers/{sid}", answering(numbers::fetch));
        routes.post(ACCOUNT + "IncomingPhoneNumbers/{sid}", answering(numbers::update));
    }

    /** Every request that came, also those that were let down. */
    List<Sandbox.Request> requests() {
        return List.copyOf(requests);
    }

    /** Lets those go that wait for an answer that never comes. */
    void close() {
        closed.countDown();
    }

    private Handler answering(Function<RestRequest, RestAnswer> resource) {
        return ctx -> {
            requests.add(new Sandbox.Request(ctx.method().name(), ctx.path()));
            Optional<RestError> refused = refusal(ctx);
            if (refused.isPresent()) {
                write(ctx, RestAnswer.error(refused.get()));
                return;
            }
            Optional<RestFault> fault = faults.takeRest();
            if (fault.isPresent() && !fault.get().takes()) {
                letDown(ctx, fault.get());
                return;
            }
            RestAnswer answer = answer(resource, ctx);
            CountDownLatch out = new CountDownLatch(1);
            afterwards(answer, out);
            if (fault.isPresent()) {
                // nobody will hear the answer; what it caused happens all the same
                out.countDown();
            }
            try {
                write(ctx, answer, fault);
            } finally {
                out.countDown();
            }
        };
    }

    private static RestAnswer answer(Function<RestRequest, RestAnswer> resource, Context ctx) {
        try {
            return resource.apply(new RestRequest(ctx));
        } catch (RestError error) {
            return RestAnswer.error(error);
        }
    }

    /** In the queue before the answer is out, so that who has the answer can wait for what it causes. */
    private void afterwards(RestAnswer answer, CountDownLatch out) {
        if (faults.callbacksFirst()) {
            after(answer).run();
            return;
        }
        worker.execute(() -> {
            await(out);
            after(answer).run();
        });
    }

    private Runnable after(RestAnswer answer) {
        return () -> {
            answer.after().run();
            webhooks.deliverCallbacks();
        };
    }

    private void write(Context ctx, RestAnswer answer, Optional<RestFault> fault) throws IOException {
        if (fault.isPresent()) {
            letDown(ctx, fault.get());
        } else {
            write(ctx, answer);
        }
    }

    /** Writes the whole answer out before anything else happens. */
    private static void write(Context ctx, RestAnswer answer) throws IOException {
        ctx.status(answer.status());
        if (!answer.contentType().isEmpty()) {
            ctx.res().setContentType(answer.contentType());
        }
        ctx.res().setContentLength(answer.body().length);
        ctx.res().getOutputStream().write(answer.body());
        ctx.res().flushBuffer();
    }

    private void letDown(Context ctx, RestFault fault) throws IOException {
        switch (fault) {
            case TOO_MANY_REQUESTS -> write(ctx, RestAnswer.error(new RestError(429, 20429, "Too Many Requests")));
            case SERVER_ERROR, TAKES_AND_SERVER_ERROR ->
                write(ctx, RestAnswer.error(new RestError(500, 20500, "Internal Server Error")));
            case UNAVAILABLE -> write(ctx, RestAnswer.error(new RestError(503, 20503, "Service Unavailable")));
            case CLOSES, TAKES_AND_CLOSES -> cut(ctx);
            case TAKES_AND_HANGS -> {
                await(closed);
                cut(ctx);
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void cut(Context ctx) {
        ServletContextRequest.getServletContextRequest(ctx.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }

    private Optional<RestError> refusal(Context ctx) {
        BasicAuthCredentials given = ctx.basicAuthCredentials();
        if (given == null || !known(given)) {
            return Optional.of(new RestError(401, 20003, "Authenticate"));
        }
        if (!ctx.pathParam("account").equals(settings.accountSid())) {
            return Optional.of(RestError.notFound(ctx.path()));
        }
        return Optional.empty();
    }

    private boolean known(BasicAuthCredentials given) {
        boolean account = given.getUsername().equals(settings.accountSid())
                && given.getPassword().equals(settings.authToken());
        boolean key = settings.apiKey()
                .filter(one ->
                        one.sid().equals(given.getUsername()) && one.secret().equals(given.getPassword()))
                .isPresent();
        return account || key;
    }
}
