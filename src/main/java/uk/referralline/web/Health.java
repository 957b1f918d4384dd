package uk.referralline.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import uk.referralline.store.Database;

/** Tells a supervisor whether this process is alive, and whether it can answer calls. */
public record Health(Database database) {

    /** GET /healthz */
    public void alive(Context ctx) {
        ctx.result("alive");
    }

    /** GET /readyz: the database answers, and was brought up to date when this process started. */
    public void ready(Context ctx) {
        boolean ready = database.answers();
        ctx.status(ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .result(ready ? "ready" : "the database does not answer");
    }
}
