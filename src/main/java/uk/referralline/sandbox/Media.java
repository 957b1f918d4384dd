package uk.referralline.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Fetches what is played: by GET, without a signature, every time anew. */
final class Media {

    private static final Set<String> PLAYED = Set.of(
            "audio/mpeg",
            "audio/wav",
            "audio/wave",
            "audio/x-wav",
            "audio/aiff",
            "audio/x-aiff",
            "audio/x-aifc",
            "audio/x-gsm",
            "audio/gsm",
            "audio/ulaw");

    /** How many the phone page can play once more. */
    private static final int REMEMBERED = 50;

    private final Duration limit;
    private final Map<String, Sound> fetched = new LinkedHashMap<>();
    private Optional<HttpClient> http = Optional.empty();

    /** What was fetched. @param type lower case, without parameters */
    record Sound(String type, byte[] bytes) {}

    Media(Duration limit) {
        this.limit = limit;
    }

    /** @throws WebhookFailed when Twilio would not play it */
    Sound fetch(URI url) throws WebhookFailed {
        HttpResponse<byte[]> answer = get(url);
        String type = answer.headers().firstValue("Content-Type").orElse("").split(";")[0];
        Sound sound = new Sound(type.strip().toLowerCase(Locale.ROOT), answer.body());
        if (answer.statusCode() / 100 != 2) {
            throw new WebhookFailed(Problem.HTTP_FAILURE, "<Play> of " + url + " was answered " + answer.statusCode());
        }
        if (!PLAYED.contains(sound.type())) {
            throw new WebhookFailed(Problem.NOT_AUDIO, "<Play> of " + url + " is \"" + type + "\", not audio");
        }
        if (sound.bytes().length == 0) {
            throw new WebhookFailed(Problem.SANDBOX, "<Play> of " + url + " is empty: the phone is silent");
        }
        remember(url.toString(), sound);
        return sound;
    }

    /** A caller's own recording, which Twilio has itself. */
    synchronized void remember(String url, Sound sound) {
        fetched.remove(url);
        fetched.put(url, sound);
        fetched.keySet().stream()
                .limit(Math.max(0, fetched.size() - REMEMBERED))
                .toList()
                .forEach(fetched::remove);
    }

    /** What was played lately, for a person to hear. */
    synchronized Optional<Sound> played(String url) {
        return Optional.ofNullable(fetched.get(url));
    }

    private HttpResponse<byte[]> get(URI url) throws WebhookFailed {
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(limit)
                .header("User-Agent", "TwilioProxy/1.1")
                .header("Accept", "audio/*")
                .build();
        try {
            return http().send(request, BodyHandlers.ofByteArray());
        } catch (IOException broken) {
            throw new WebhookFailed(Problem.CONNECTION_FAILURE, "<Play> of " + url + " got no answer");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new WebhookFailed(Problem.CONNECTION_FAILURE, "the sandbox was stopped");
        }
    }

    /** Made when first needed: most scripts play nothing. */
    private synchronized HttpClient http() {
        HttpClient client = http.orElseGet(() -> HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(limit)
                .build());
        http = Optional.of(client);
        return client;
    }
}
