package uk.referralline.twilio;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.referralline.number.PhoneNumber;
import uk.referralline.sms.TextStatus;

/** Twilio brings a text, or news of one of ours. It is always thanked: what we do not understand it cannot mend. */
public final class SmsWebhook {
    private static final Logger LOG = LoggerFactory.getLogger(SmsWebhook.class);
    private static final String SID = "(SM|MM)[0-9a-f]{32}";
    private static final String UUID_FORM = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    /** No text in answer: Twilio answers the words that stop texts by itself. */
    private static final String NOTHING = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>";

    private final Received received;
    private final Heard heard;
    private final HeardBySid heardBySid;

    /** Takes a text in, once however often it comes: {@code IncomingTexts::receive}. */
    public interface Received {
        void receive(String sid, Optional<PhoneNumber> from, String body);
    }

    /** Takes news of a text by our id: {@code Texts::heard}. */
    public interface Heard {
        void heard(UUID id, String sid, TextStatus status, OptionalInt errorCode);
    }

    /** Takes news of a text of which only Twilio's id is known: {@code Texts::heardBySid}. */
    public interface HeardBySid {
        void heard(String sid, TextStatus status, OptionalInt errorCode);
    }

    public SmsWebhook(Received received, Heard heard, HeardBySid heardBySid) {
        this.received = received;
        this.heard = heard;
        this.heardBySid = heardBySid;
    }

    /** POST /sms/incoming: a text to the line. Answers 400 to one without an id, of which nothing can be kept. */
    public void incoming(Context ctx) {
        Optional<String> sid = sid(ctx);
        if (sid.isEmpty()) {
            LOG.error("a text came without its id");
            ctx.status(HttpStatus.BAD_REQUEST).result("A text needs a MessageSid.");
            return;
        }
        received.receive(sid.get(), from(ctx), form(ctx, "Body"));
        ctx.contentType("text/xml; charset=utf-8").result(NOTHING);
    }

    /** POST /sms/status/{id}: news of a text whose id is ours. */
    public void status(Context ctx) {
        ctx.status(HttpStatus.NO_CONTENT);
        String id = ctx.pathParam("id");
        if (!id.matches(UUID_FORM)) {
            LOG.warn("news of a text whose id is not one of ours");
            return;
        }
        news(ctx, (sid, status, errorCode) -> heard.heard(UUID.fromString(id), sid, status, errorCode));
    }

    /** POST /sms/status: news of a text, by Twilio's id alone. */
    public void statusBySid(Context ctx) {
        ctx.status(HttpStatus.NO_CONTENT);
        news(ctx, heardBySid);
    }

    private static void news(Context ctx, HeardBySid then) {
        Optional<String> sid = sid(ctx);
        String word = form(ctx, "MessageStatus");
        Optional<TextStatus> status = TextStatus.ofTwilio(word);
        if (sid.isPresent() && status.isPresent()) {
            then.heard(sid.get(), status.get(), errorCode(ctx));
            return;
        }
        // What is no word at all could be anything, a number included.
        LOG.warn("news of a text that says nothing to us: {}", word.matches("[a-z_]{1,30}") ? word : "no word");
    }

    private static Optional<String> sid(Context ctx) {
        return Optional.of(form(ctx, "MessageSid")).filter(sid -> sid.matches(SID));
    }

    /** Empty for a short code or a sender of letters. */
    private static Optional<PhoneNumber> from(Context ctx) {
        return Optional.of(form(ctx, "From"))
                .filter(from -> from.matches("\\+[1-9][0-9]{6,14}"))
                .map(PhoneNumber::new);
    }

    private static OptionalInt errorCode(Context ctx) {
        String code = form(ctx, "ErrorCode");
        return code.matches("[1-9][0-9]{0,8}") ? OptionalInt.of(Integer.parseInt(code)) : OptionalInt.empty();
    }

    private static String form(Context ctx, String name) {
        String value = ctx.formParam(name);
        return value == null ? "" : value;
    }
}
