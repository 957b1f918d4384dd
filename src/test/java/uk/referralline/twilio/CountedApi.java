package uk.referralline.twilio;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A REST API on loopback that says what it is told to, and keeps what it was asked. */
final class CountedApi implements AutoCloseable {
    static final String ACCOUNT = "AC" + "0".repeat(32);

    final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Answer answer = exchange -> {};

    record Asked(String method, String path, String query, String authorization, FormParams form) {}

    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    CountedApi() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    RestAccount account() {
        return new RestAccount(ACCOUNT, "SKkey", "the-secret", url("127.0.0.1"));
    }

    String url(String host) {
        return "http://" + host + ":" + server.getAddress().getPort();
    }

    void answers(int status, String json) {
        answers(exchange -> {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.getResponseHeaders().add("Retry-After", "1");
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        });
    }

    void answers(Answer next) {
        answer = next;
    }

    void isSilent() {
        answers(exchange -> {
            try {
                closed.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(new Asked(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getRawPath(),
                    exchange.getRequestURI().getRawQuery(),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    FormParams.parse(exchange.getRequestBody().readAllBytes()).orElseThrow()));
            answer.to(exchange);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
