package uk.referralline.twilio;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.rest.api.v2010.account.Recording;
import com.twilio.type.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.referralline.recording.Deletion.RecordingStore;
import uk.referralline.recording.RecordingSid;
import uk.referralline.sms.FoundText;
import uk.referralline.sms.OutgoingText;
import uk.referralline.sms.Sending;
import uk.referralline.sms.Sending.RefusalKind;
import uk.referralline.sms.TextGateway;
import uk.referralline.sms.TextStatus;

/** Twilio's REST API. Each method makes one request; whether to make another is the outbox's to decide. */
public final class TwilioRest implements TextGateway, RecordingStore {
    private static final Logger LOG = LoggerFactory.getLogger(TwilioRest.class);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int NOT_FOUND = 404;
    private static final int LONGEST_VALIDITY = 36_000;
    private static final int RECENT = 50;

    private final TwilioRestClient client;
    private final String sender;
    private final String publicUrl;

    /**
     * @param api the REST API's base URL, without a slash at its end
     * @param sender letters, an E.164 number, or the id of a messaging service
     * @param publicUrl where Twilio tells of delivery, without a slash at its end
     */
    public TwilioRest(Credentials credentials, String api, String sender, String publicUrl) {
        this(credentials, OnceOnlyHttp.of(api), sender, publicUrl);
    }

    TwilioRest(Credentials credentials, com.twilio.http.HttpClient http, String sender, String publicUrl) {
        this.client = new TwilioRestClient.Builder(credentials.user(), credentials.secret())
                .accountSid(credentials.accountSid())
                .httpClient(http)
                .build();
        this.sender = sender;
        this.publicUrl = publicUrl;
    }

    @Override
    public Sending send(OutgoingText text) {
        try {
            Message message = creator(text)
                    .setStatusCallback(publicUrl + "/sms/status/" + text.id())
                    .setValidityPeriod(validity(text))
                    .create(client);
            return new Sending.Accepted(message.getSid(), status(message).orElse(TextStatus.ACCEPTED));
        } catch (ApiException answer) {
            return refused(answer);
        }
    }

    private MessageCreator creator(OutgoingText text) {
        var to = new PhoneNumber(text.to().e164());
        return sender.startsWith("MG")
                ? Message.creator(to, sender, text.body())
                : Message.creator(to, new PhoneNumber(sender), text.body());
    }

    private static int validity(OutgoingText text) {
        return (int) Math.max(60, Math.min(text.validity().toSeconds(), LONGEST_VALIDITY));
    }

    private static Sending refused(ApiException answer) {
        int status = Optional.ofNullable(answer.getStatusCode()).orElse(0);
        int code = Optional.ofNullable(answer.getCode()).orElse(0);
        if (status == TOO_MANY_REQUESTS) {
            return new Sending.Busy();
        }
        boolean refused = status >= 400 && status < 500;
        LOG.warn("the provider did not take a text: HTTP {}, code {}", status, code);
        return refused
                ? new Sending.Refused(
                        code, status == 401 || status == 403 ? RefusalKind.CONFIGURATION : ErrorCode.kind(code))
                : new Sending.Unclear();
    }

    /** Filtered by number alone at the provider: a text that is still queued there has no time of sending yet. */
    @Override
    public List<FoundText> find(uk.referralline.number.PhoneNumber to, Instant since) {
        var messages =
                Message.reader().setTo(new PhoneNumber(to.e164())).limit(RECENT).read(client);
        return StreamSupport.stream(messages.spliterator(), false)
                .filter(message -> message.getDateCreated() == null
                        || !message.getDateCreated().toInstant().isBefore(since))
                .map(message -> new FoundText(
                        message.getSid(), message.getBody(), status(message).orElse(TextStatus.ACCEPTED)))
                .toList();
    }

    private static Optional<TextStatus> status(Message message) {
        return Optional.ofNullable(message.getStatus()).flatMap(status -> TextStatus.ofTwilio(status.toString()));
    }

    @Override
    public boolean delete(RecordingSid sid) {
        try {
            return Recording.deleter(sid.value()).delete(client);
        } catch (ApiException answer) {
            return Integer.valueOf(NOT_FOUND).equals(answer.getStatusCode());
        }
    }
}
