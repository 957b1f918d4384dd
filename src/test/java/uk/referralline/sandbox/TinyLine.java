package uk.referralline.sandbox;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A line of a few documents, each at its path, that remembers what it was asked. */
final class TinyLine implements AutoCloseable {

    /** What the line was asked: only what tests look at. */
    record Asked(String method, String path, Map<String, String> form, String signature, String url) {
        String get(String name) {
            return form.getOrDefault(name, "(missing)");
        }
    }

    /** A document, or anything else that is answered. */
    interface Page {
        void answer(Context ctx) throws Exception;
    }

    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Javalin server;

    TinyLine() {
        server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.jetty.host = "127.0.0.1";
            config.jetty.port = 0;
            config.routes.get("/*", this::handle);
            config.routes.post("/*", this::handle);
        });
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    /** The verbs inside Response. */
    TinyLine at(String path, String verbs) {
        return at(path, ctx -> ctx.contentType("text/xml").result("<Response>" + verbs + "</Response>"));
    }

    TinyLine at(String path, Page page) {
        pages.put(path, page);
        return this;
    }

    List<Asked> asked(String path) {
        return asked.stream().filter(one -> one.path().equals(path)).toList();
    }

    Asked last(String path) {
        List<Asked> all = asked(path);
        if (all.isEmpty()) {
            throw new AssertionError(path + " was never asked");
        }
        return all.get(all.size() - 1);
    }

    List<String> order() {
        return asked.stream().map(Asked::path).toList();
    }

    @Override
    public void close() {
        server.stop();
    }

    private void handle(Context ctx) throws Exception {
        Map<String, String> form = new TreeMap<>();
        ctx.formParamMap().forEach((name, values) -> form.put(name, values.get(0)));
        ctx.queryParamMap().forEach((name, values) -> form.put(name, values.get(0)));
        String query = ctx.queryString() == null ? "" : "?" + ctx.queryString();
        String signature = String.valueOf(ctx.header("X-Twilio-Signature"));
        asked.add(new Asked(ctx.method().name(), ctx.path(), form, signature, url(ctx.path()) + query));
        Page page = pages.get(ctx.path());
        if (page == null) {
            ctx.status(204);
        } else {
            page.answer(ctx);
        }
    }
}
