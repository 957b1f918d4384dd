package uk.referralline.twilio;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.referralline.call.CallSid;
import uk.referralline.call.Leg;
import uk.referralline.call.Transfers;

/**
 * Twilio asks what to say on a phone that rings for a caller. The end of a document puts the two through, so every one ends in
 * a hang-up but that of a person who took the call.
 */
public final class TransferWebhook {
    private static final Logger LOG = LoggerFactory.getLogger(TransferWebhook.class);
    private static final String TAKE = "1";
    private static final List<String> GONE = List.of("Sorry, nobody waits any more. Goodbye.");
    private static final List<String> NOT_TAKEN = List.of("Goodbye.");
    private static final List<String> FAILED = List.of("Sorry, something went wrong. Goodbye.");

    private final Transfers transfers;
    private final Twiml twiml;

    public TransferWebhook(Transfers transfers, Twiml twiml) {
        this.transfers = transfers;
        this.twiml = twiml;
    }

    /** Whether an address is one of these. */
    public static boolean isAt(String path) {
        return path.startsWith("/voice/whisper/") || path.startsWith("/voice/take/");
    }

    /** POST /voice/whisper/{call}/{turn}/{phone} */
    public void whisper(Context ctx) {
        Optional<Leg> leg = leg(ctx);
        xml(
                ctx,
                leg.flatMap(transfers::pickedUp)
                        .map(saying -> twiml.whisper(saying, leg.orElseThrow()))
                        .orElseGet(() -> twiml.farewell(GONE)));
    }

    /** POST /voice/take/{call}/{turn}/{phone} */
    public void take(Context ctx) {
        if (!TAKE.equals(ctx.formParam("Digits"))) {
            xml(ctx, twiml.farewell(NOT_TAKEN));
            return;
        }
        Optional<CallSid> sid = Optional.ofNullable(ctx.formParam("CallSid")).flatMap(CallSid::of);
        boolean taken =
                leg(ctx).flatMap(leg -> sid.map(id -> transfers.take(leg, id))).orElse(false);
        xml(ctx, taken ? twiml.putThrough() : twiml.farewell(GONE));
    }

    /** Whatever went wrong: whoever picked up is not put through, and the caller is led on. */
    public void apologise(Exception wrong, Context ctx) {
        LOG.error("{} failed", ctx.path(), wrong);
        xml(ctx, twiml.farewell(FAILED));
    }

    private static Optional<Leg> leg(Context ctx) {
        return CallSid.of(ctx.pathParam("call")).map(call -> new Leg(call, place(ctx, "turn"), place(ctx, "phone")));
    }

    /** A number that we wrote into an address, or -1 for anything else. */
    private static int place(Context ctx, String name) {
        String word = ctx.pathParam(name);
        return word.matches("[0-9]{1,6}") ? Integer.parseInt(word) : -1;
    }

    private static void xml(Context ctx, String document) {
        ctx.status(HttpStatus.OK).contentType("text/xml; charset=utf-8").result(document);
    }
}
