package uk.referralline.twilio;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.referralline.call.CallSid;
import uk.referralline.call.CallStatus;
import uk.referralline.call.Calls;
import uk.referralline.call.Spoken;
import uk.referralline.call.UnknownCall;
import uk.referralline.number.CallerId;
import uk.referralline.number.NumberPlan;
import uk.referralline.recording.RecordingSid;
import uk.referralline.recording.RecordingStatus;
import uk.referralline.recording.Recordings;

/**
 * Twilio asks what to do on a call: when it comes in, and after each thing the caller does. A caller never hears an error:
 * every failure ends in words and a way on (law L11).
 */
public final class VoiceWebhook {
    private static final Logger LOG = LoggerFactory.getLogger(VoiceWebhook.class);

    /** After this many failures in a row, more tries would only keep somebody waiting. */
    private static final int ENOUGH = 3;

    private static final String DANGER = "If someone is in danger now, end this call and call 999. "
            + "For urgent mental health help, call 111 and choose the mental health option.";
    private static final List<String> SORRY = List.of(
            "Sorry, something went wrong on our side. Please stay on the line.", DANGER, "We are trying again.");
    private static final List<String> SORRY_AGAIN = List.of(
            "Sorry, this line is not working at the moment. Please call us again later today.", DANGER, "Goodbye.");

    private final Calls calls;
    private final Recordings recordings;
    private final NumberPlan plan;
    private final Twiml twiml;

    public VoiceWebhook(Calls calls, Recordings recordings, NumberPlan plan, Twiml twiml) {
        this.calls = calls;
        this.recordings = recordings;
        this.plan = plan;
        this.twiml = twiml;
    }

    /** POST /voice/incoming */
    public void incoming(Context ctx) {
        answer(ctx, sid -> calls.begin(sid, CallerId.of(ctx.formParam("From"), plan)));
    }

    /** POST /voice/turn/{n} */
    public void turn(Context ctx) {
        int n = number(ctx.pathParam("n"));
        answer(ctx, sid -> calls.advance(sid, n, VoiceInput.of(ctx)));
    }

    /** POST /voice/fallback: Twilio could not get or run our TwiML. The caller hears where they were, once more. */
    public void fallback(Context ctx) {
        LOG.error("Twilio fell back on call {}: error {}", ctx.formParam("CallSid"), ctx.formParam("ErrorCode"));
        xml(ctx, twiml.sorry(SORRY, 1));
    }

    /** POST /voice/resume/{failures}: after a failure of ours, the caller goes on from where they were. */
    public void resume(Context ctx) {
        answer(ctx, sid -> calls.current(sid));
    }

    /** POST /voice/status */
    public void status(Context ctx) {
        Optional<CallSid> sid = sid(ctx);
        Optional<CallStatus> status = CallStatus.ofTwilio(form(ctx, "CallStatus"));
        sid.ifPresent(call -> status.ifPresent(word -> calls.heard(call, word)));
        ctx.status(HttpStatus.NO_CONTENT);
    }

    /** POST /voice/recording */
    public void recording(Context ctx) {
        Optional<RecordingSid> sid = RecordingSid.of(form(ctx, "RecordingSid"));
        Optional<RecordingStatus> status = RecordingStatus.ofTwilio(form(ctx, "RecordingStatus"));
        int seconds = number(form(ctx, "RecordingDuration"));
        sid.ifPresent(
                id -> status.ifPresent(word -> recordings.heard(id, form(ctx, "CallSid"), word, Math.max(0, seconds))));
        ctx.status(HttpStatus.NO_CONTENT);
    }

    /** Whatever went wrong: the caller hears so, hears 999 and 111, and is led on; after some tries, kindly away. */
    public void apologise(Exception wrong, Context ctx) {
        LOG.error("call {} failed", sid(ctx).map(CallSid::value).orElse("without an id"), wrong);
        int failures = ctx.path().startsWith("/voice/resume/") ? number(ctx.pathParam("failures")) : 0;
        xml(ctx, failures + 1 < ENOUGH ? twiml.sorry(SORRY, failures + 1) : twiml.farewell(SORRY_AGAIN));
    }

    private void answer(Context ctx, Answer answer) {
        Optional<CallSid> sid = sid(ctx);
        if (sid.isEmpty() || isAnotherLeg(ctx)) {
            xml(ctx, twiml.farewell(SORRY_AGAIN));
            return;
        }
        try {
            xml(ctx, twiml.of(answer.to(sid.get())));
        } catch (UnknownCall lost) {
            // We have lost this call: it begins anew, with a case, rather than end.
            LOG.error("lost call {} begins anew", sid.get());
            xml(ctx, twiml.of(calls.begin(sid.get(), CallerId.of(ctx.formParam("From"), plan))));
        }
    }

    /** A phone that rang for a caller is no caller: it has no call of its own, and gets none. */
    private static boolean isAnotherLeg(Context ctx) {
        return !form(ctx, "ParentCallSid").isEmpty();
    }

    private interface Answer {
        Spoken to(CallSid sid);
    }

    private static Optional<CallSid> sid(Context ctx) {
        return CallSid.of(form(ctx, "CallSid"));
    }

    private static String form(Context ctx, String name) {
        String value = ctx.formParam(name);
        return value == null ? "" : value.strip();
    }

    /** A number that we wrote into an address, or -1 for anything else. */
    private static int number(String word) {
        return word.matches("[0-9]{1,6}") ? Integer.parseInt(word) : -1;
    }

    private static void xml(Context ctx, String document) {
        ctx.status(HttpStatus.OK).contentType("text/xml; charset=utf-8").result(document);
    }
}
