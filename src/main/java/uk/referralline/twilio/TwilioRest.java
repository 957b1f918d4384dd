package uk.referralline.twilio;

import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.rest.api.v2010.account.MessageReader;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.referralline.number.PhoneNumber;
import uk.referralline.sms.FoundText;
import uk.referralline.sms.OutgoingText;
import uk.referralline.sms.Sending;
import uk.referralline.sms.TextGateway;
import uk.referralline.sms.TextStatus;

/** Sends texts over Twilio's REST API, each with one request and never two. */
public final class TwilioRest implements TextGateway {
    private static final Logger LOG = LoggerFactory.getLogger(TwilioRest.class);
    private static final long LONGEST_VALIDITY = 36_000;
    /** Nobody gets as many texts from us in the time that a text can be in doubt. */
    private static final int FOUND_AT_MOST = 200;

    private final TwilioRestClient client;
    private final String sender;
    private final TwilioUrls urls;

    /** @param sender letters, an E.164 number, or the id of a messaging service */
    public TwilioRest(RestAccount account, String sender, TwilioUrls urls) {
        this(OneTryClient.of(account, OneTryClient.Patience.USUAL), sender, urls);
    }

    TwilioRest(TwilioRestClient client, String sender, TwilioUrls urls) {
        this.client = client;
        this.sender = sender;
        this.urls = urls;
    }

    @Override
    public Sending send(OutgoingText text) {
        try {
            Message message = creator(text)
                    .setStatusCallback(urls.textStatus(text.id()))
                    .setValidityPeriod(seconds(text.validity()))
                    .create(client);
            return message.getSid() == null
                    ? new Sending.Unclear()
                    : new Sending.Accepted(message.getSid(), status(message));
        } catch (TwilioException wrong) {
            return afterwards(text, wrong);
        }
    }

    @Override
    public List<FoundText> find(PhoneNumber to, Instant since) {
        try {
            // Not by date: a text that waits has no sending date yet.
            var all = new MessageReader().setTo(to.e164()).limit(FOUND_AT_MOST).read(client);
            return StreamSupport.stream(all.spliterator(), false)
                    .filter(message -> message.getDateCreated() == null
                            || !message.getDateCreated().toInstant().isBefore(since))
                    .map(message -> new FoundText(message.getSid(), words(message), status(message)))
                    .toList();
        } catch (TwilioException wrong) {
            // Without its cause, whose message may hold the number.
            throw new IllegalStateException("Twilio did not list the texts: " + answer(wrong));
        }
    }

    private MessageCreator creator(OutgoingText text) {
        var to = new com.twilio.type.PhoneNumber(text.to().e164());
        return sender.matches("MG[0-9a-f]{32}")
                ? new MessageCreator(to, sender, text.body())
                : new MessageCreator(to, new com.twilio.type.PhoneNumber(sender), text.body());
    }

    private static int seconds(Duration validity) {
        return (int) Math.max(1, Math.min(LONGEST_VALIDITY, validity.toSeconds()));
    }

    private static String words(Message message) {
        return Optional.ofNullable(message.getBody()).orElse("");
    }

    /** What a message's status is to us; a word that we do not know still says that Twilio has it. */
    private static TextStatus status(Message message) {
        return Optional.ofNullable(message.getStatus())
                .flatMap(status -> TextStatus.ofTwilio(status.toString()))
                .orElse(TextStatus.ACCEPTED);
    }

    private static Sending afterwards(OutgoingText text, TwilioException wrong) {
        Sending sending = sending(wrong);
        // Not its message, which may hold the number.
        LOG.warn("{}: {} is {}", text, answer(wrong), sending);
        return sending;
    }

    private static Sending sending(TwilioException wrong) {
        int status = status(wrong);
        if (status == 429 || neverLeft(wrong.getCause())) {
            return new Sending.Busy();
        }
        if (status < 400 || status >= 500 || status == 408) {
            return new Sending.Unclear();
        }
        int code = code(wrong).orElse(status);
        var kind = TextError.of(code)
                .map(TextError::kind)
                .orElse(status == 400 ? Sending.RefusalKind.PERMANENT : Sending.RefusalKind.CONFIGURATION);
        return new Sending.Refused(code, kind);
    }

    /** Whether there was no connection at all: then nothing can have been taken. */
    private static boolean neverLeft(Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof ConnectTimeoutException
                || cause instanceof ConnectionRequestTimeoutException
                || cause instanceof UnknownHostException;
    }

    private static String answer(TwilioException wrong) {
        int status = status(wrong);
        return status == 0
                ? "no answer ("
                        + Optional.ofNullable(wrong.getCause())
                                .map(Throwable::getClass)
                                .map(Class::getSimpleName)
                                .orElse("unreadable")
                        + ")"
                : "HTTP " + status + code(wrong).map(code -> ", error " + code).orElse("");
    }

    /** Zero when there was no answer. */
    private static int status(TwilioException wrong) {
        return wrong instanceof ApiException answered && answered.getStatusCode() != null
                ? answered.getStatusCode()
                : 0;
    }

    private static Optional<Integer> code(TwilioException wrong) {
        return wrong instanceof ApiException answered ? Optional.ofNullable(answered.getCode()) : Optional.empty();
    }
}
