package uk.referralline.twilio;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.referralline.number.CallerId;
import uk.referralline.number.NumberPlan;
import uk.referralline.sms.IncomingTexts;
import uk.referralline.sms.TextStatus;
import uk.referralline.sms.Texts;

/** Twilio brings a text, or tells what became of one of ours. */
public final class SmsWebhook {
    private static final Logger LOG = LoggerFactory.getLogger(SmsWebhook.class);
    private static final String SID = "(SM|MM)[0-9a-f]{32}";
    private static final String NOTHING_TO_SAY = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>";

    private final Texts texts;
    private final IncomingTexts incoming;
    private final NumberPlan plan;

    public SmsWebhook(Texts texts, IncomingTexts incoming, NumberPlan plan) {
        this.texts = texts;
        this.incoming = incoming;
        this.plan = plan;
    }

    /** POST /sms/incoming: kept, and never answered by text. */
    public void incoming(Context ctx) {
        String sid = form(ctx, "MessageSid");
        if (sid.matches(SID)) {
            String body = ctx.formParam("Body");
            incoming.receive(sid, CallerId.of(ctx.formParam("From"), plan).number(), body == null ? "" : body);
        }
        ctx.status(HttpStatus.OK).contentType("text/xml; charset=utf-8").result(NOTHING_TO_SAY);
    }

    /** POST /sms/status/{id}: by our own id, which may come before we know Twilio's. */
    public void status(Context ctx) {
        String sid = form(ctx, "MessageSid");
        Optional<UUID> id = uuid(ctx.pathParam("id"));
        if (sid.matches(SID)) {
            told(ctx).ifPresent(status -> id.ifPresent(text -> texts.heard(text, sid, status, errorCode(ctx))));
        }
        ctx.status(HttpStatus.NO_CONTENT);
    }

    /** POST /sms/status */
    public void statusBySid(Context ctx) {
        String sid = form(ctx, "MessageSid");
        told(ctx).ifPresent(status -> texts.heardBySid(sid, status, errorCode(ctx)));
        ctx.status(HttpStatus.NO_CONTENT);
    }

    private static Optional<TextStatus> told(Context ctx) {
        String word = form(ctx, "MessageStatus");
        Optional<TextStatus> status = TextStatus.ofTwilio(word);
        if (status.isEmpty()) {
            LOG.warn("a text has a status we do not know: {}", word.replaceAll("[^a-z_-]", "?"));
        }
        return status;
    }

    private static OptionalInt errorCode(Context ctx) {
        String code = form(ctx, "ErrorCode");
        return code.matches("[1-9][0-9]{0,5}") ? OptionalInt.of(Integer.parseInt(code)) : OptionalInt.empty();
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static String form(Context ctx, String name) {
        String value = ctx.formParam(name);
        return value == null ? "" : value.strip();
    }
}
