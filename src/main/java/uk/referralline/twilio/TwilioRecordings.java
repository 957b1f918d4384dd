package uk.referralline.twilio;

import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Recording;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import uk.referralline.recording.Deletion.RecordingStore;
import uk.referralline.recording.RecordingSid;

/** Recordings at Twilio. Each method makes one request. */
public final class TwilioRecordings implements RecordingStore {
    private static final int NOT_FOUND = 404;

    private static final int OK = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final RestAccount account;
    private final TwilioRestClient client;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();

    public TwilioRecordings(RestAccount account) {
        this.account = account;
        this.client = OneTryClient.of(account, OneTryClient.Patience.USUAL);
    }

    /** One that is not there any more is as good as deleted. */
    @Override
    public boolean delete(RecordingSid sid) {
        try {
            return Recording.deleter(sid.value()).delete(client);
        } catch (ApiException answer) {
            return Integer.valueOf(NOT_FOUND).equals(answer.getStatusCode());
        } catch (TwilioException unclear) {
            return false;
        }
    }

    /**
     * The sound of a left message, as WAV; empty when it cannot be had now. It is asked for with our credentials, never by a
     * public address (twilio.com/docs/voice/api/recording#fetch-recording-media).
     */
    public Optional<byte[]> sound(RecordingSid sid) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(account.url() + "/2010-04-01/Accounts/" + account.sid()
                        + "/Recordings/" + sid.value() + ".wav"))
                .timeout(PATIENCE)
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((account.user() + ":" + account.secret())
                                                .getBytes(StandardCharsets.UTF_8)))
                .build();
        try {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return Optional.of(answer).filter(each -> each.statusCode() == OK).map(HttpResponse::body);
        } catch (IOException unreachable) {
            return Optional.empty();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
