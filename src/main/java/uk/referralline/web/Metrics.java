package uk.referralline.web;

import io.javalin.http.Context;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.function.Supplier;

/** Counts and times of requests, in Prometheus' format. Labels are our own route patterns, never what somebody sent. */
public final class Metrics {
    private static final String BEGUN = "metrics.begun";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    /** For features that count something of their own. */
    public PrometheusMeterRegistry registry() {
        return registry;
    }

    /** A figure that is asked for whenever Prometheus asks. */
    public void gauge(String name, String description, Supplier<Number> figure) {
        Gauge.builder(name, figure).description(description).register(registry);
    }

    /** GET /metrics */
    public void scrape(Context ctx) {
        ctx.contentType("text/plain; version=0.0.4; charset=utf-8").result(registry.scrape());
    }

    void begin(Context ctx) {
        ctx.attribute(BEGUN, System.nanoTime());
    }

    void count(Context ctx) {
        Long begun = ctx.attribute(BEGUN);
        if (begun != null) {
            Timer.builder("line_requests")
                    .description("Requests answered")
                    .tag("route", ctx.endpoints().lastHttpEndpoint() == null ? "none" : route(ctx))
                    .tag("status", String.valueOf(ctx.statusCode()))
                    .register(registry)
                    .record(Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    void failed(Context ctx) {
        registry.counter("line_failures", "route", route(ctx)).increment();
    }

    private static String route(Context ctx) {
        var endpoint = ctx.endpoints().lastHttpEndpoint();
        return endpoint == null ? "none" : endpoint.path;
    }
}
