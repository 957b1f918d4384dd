package uk.referralline.sandbox;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Asks the line, once or (when the faults say so) twice, and notes what Twilio would note. */
final class Webhooks {

    private final WebhookClient client;
    private final Faults faults;
    private final Callbacks callbacks;
    private final Problems problems;

    Webhooks(WebhookClient client, Faults faults, Callbacks callbacks, Problems problems) {
        this.client = client;
        this.faults = faults;
        this.callbacks = callbacks;
        this.problems = problems;
        callbacks.postedBy(this::post);
    }

    /** The line's answer; the second one when the question was asked twice. */
    Answer ask(WebhookRequest request) throws WebhookFailed {
        String token = client.newToken();
        return switch (faults.copies()) {
            case ONE -> client.send(request, token);
            case TWO_IN_TURN -> same(request, client.send(request, token), client.send(request, token));
            case TWO_AT_ONCE -> atOnce(request, token);
        };
    }

    /** Asks for TwiML: anything but 2xx is a failure. */
    Answer askForTwiml(WebhookRequest request) throws WebhookFailed {
        Answer answer = ask(request);
        if (!answer.ok()) {
            throw new WebhookFailed(Problem.HTTP_FAILURE, "answered " + answer.status());
        }
        return answer;
    }

    /** Adds a callback to those that are delivered when the current exchange is over. */
    void later(WebhookRequest request, String about) {
        callbacks.add(request, about);
    }

    void deliverCallbacks() {
        callbacks.deliver(faults.post());
    }

    private void post(Callbacks.Callback callback) {
        try {
            Answer answer = ask(callback.request());
            if (!answer.ok()) {
                problems.add(Problem.HTTP_FAILURE, callback.about(), "a callback was answered " + answer.status());
            }
        } catch (WebhookFailed failed) {
            problems.add(failed.code(), callback.about(), "a callback was not taken: " + failed.getMessage());
        }
    }

    private Answer atOnce(WebhookRequest request, String token) throws WebhookFailed {
        CompletableFuture<Answer> other = CompletableFuture.supplyAsync(() -> {
            try {
                return client.send(request, token);
            } catch (WebhookFailed failed) {
                throw new CompletionException(failed);
            }
        });
        Answer answer = client.send(request, token);
        try {
            return same(request, other.join(), answer);
        } catch (CompletionException wrong) {
            if (wrong.getCause() instanceof WebhookFailed failed) {
                throw failed;
            }
            throw wrong;
        }
    }

    private Answer same(WebhookRequest request, Answer first, Answer second) {
        if (first.status() != second.status() || !first.body().equals(second.body())) {
            problems.add(Problem.SANDBOX, request.wireUrl(), "was asked twice and gave two different answers");
        }
        return second;
    }
}
