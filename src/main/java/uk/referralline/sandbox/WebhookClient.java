package uk.referralline.sandbox;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Makes Twilio's requests: signed, limited in time, tried again only as Twilio does. */
final class WebhookClient {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final int MOST_REDIRECTS = 5;

    private final Settings settings;
    private final Sids sids;
    private Optional<HttpClient> http = Optional.empty();

    WebhookClient(Settings settings, Sids sids) {
        this.settings = settings;
        this.sids = sids;
    }

    /** One webhook with its retries and redirects; any status is an answer, not a failure. */
    Answer send(WebhookRequest request) throws WebhookFailed {
        return send(request, sids.next(""));
    }

    /** The same webhook again: it carries the same token, as Twilio's own retries do. */
    Answer send(WebhookRequest request, String token) throws WebhookFailed {
        Answer answer = retried(request, token);
        for (int redirects = 0; answer.status() / 100 == 3; redirects++) {
            if (redirects == MOST_REDIRECTS || answer.body().isEmpty()) {
                throw new WebhookFailed(11215, "too many redirects, or one that leads nowhere");
            }
            // Twilio follows with GET and loses the form
            URI next = answer.url().resolve(answer.body());
            answer = retried(new WebhookRequest(next, "GET", Map.of()), token);
        }
        return answer;
    }

    String newToken() {
        return sids.next("");
    }

    private Answer retried(WebhookRequest request, String token) throws WebhookFailed {
        Overrides overrides = Overrides.of(request.url(), settings.webhookLimit());
        long end = System.nanoTime() + overrides.total().toNanos();
        for (int left = overrides.retries(); ; left--) {
            Attempt attempt = attempt(request, token, remaining(overrides, end));
            boolean again = left > 0 && System.nanoTime() < end && overrides.retriesAfter(attempt.failure);
            if (again) {
                continue;
            }
            if (attempt.answers.isEmpty()) {
                throw new WebhookFailed(attempt.code, attempt.what);
            }
            return attempt.answers.get(0);
        }
    }

    private static Duration remaining(Overrides overrides, long end) {
        Duration left = Duration.ofNanos(Math.max(1, end - System.nanoTime()));
        return left.compareTo(overrides.read()) < 0 ? left : overrides.read();
    }

    /** Made when first needed: it takes longer to make than the rest of the sandbox. */
    private synchronized HttpClient http() {
        HttpClient client = http.orElseGet(() -> HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_LIMIT)
                .build());
        http = Optional.of(client);
        return client;
    }

    private Attempt attempt(WebhookRequest request, String token, Duration limit) {
        CompletableFuture<HttpResponse<String>> coming =
                http().sendAsync(wire(request, token), BodyHandlers.ofString());
        try {
            // the client's own time-out ends with the headers; this one covers the body too
            HttpResponse<String> response = coming.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            return Attempt.answered(answer(response));
        } catch (TimeoutException late) {
            coming.cancel(true);
            return Attempt.failed(
                    "rt", Problem.CONNECTION_FAILURE, "no whole answer within " + limit.toMillis() + " ms");
        } catch (ExecutionException wrong) {
            return Attempt.failed(wrong.getCause());
        } catch (InterruptedException stopped) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            return Attempt.failed("", Problem.CONNECTION_FAILURE, "the sandbox was stopped");
        }
    }

    private HttpRequest wire(WebhookRequest request, String token) {
        String url = request.wireUrl();
        Map<String, String> signed = request.isGet() ? Map.of() : request.form();
        HttpRequest.Builder wire = HttpRequest.newBuilder(URI.create(url))
                .header("User-Agent", "TwilioProxy/1.1")
                .header("Accept", "*/*")
                .header("I-Twilio-Idempotency-Token", token)
                .header("X-Twilio-Signature", Signature.of(settings.authToken(), url, signed));
        if (request.isGet()) {
            return wire.GET().build();
        }
        return wire.header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .POST(BodyPublishers.ofString(Forms.encode(request.form())))
                .build();
    }

    private static Answer answer(HttpResponse<String> response) {
        String type = response.headers().firstValue("Content-Type").orElse("").split(";")[0];
        boolean redirect = response.statusCode() / 100 == 3;
        String body = redirect ? response.headers().firstValue("Location").orElse("") : response.body();
        return new Answer(response.uri(), response.statusCode(), type.strip().toLowerCase(Locale.ROOT), body);
    }

    /** How one try ended: with an answer, or with a failure by Twilio's short name for it. */
    private record Attempt(List<Answer> answers, String failure, int code, String what) {

        static Attempt answered(Answer answer) {
            return new Attempt(List.of(answer), answer.status() / 100 + "xx", 0, "");
        }

        static Attempt failed(String failure, int code, String what) {
            return new Attempt(List.of(), failure, code, what);
        }

        static Attempt failed(Throwable cause) {
            boolean connecting = cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
            if (connecting) {
                return failed("ct", Problem.CONNECTION_FAILURE, "nobody answers at that address");
            }
            return failed(
                    "",
                    Problem.HTTP_FAILURE,
                    "the connection broke: " + cause.getClass().getSimpleName());
        }
    }
}
