package uk.referralline.twilio;

import io.javalin.http.Context;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.referralline.call.CallStatus;
import uk.referralline.ivr.Input;
import uk.referralline.ivr.Input.TransferEnded.Outcome;
import uk.referralline.recording.RecordingSid;

/** Reads what the caller did from Twilio's parameters. Unknown ones are ignored, absurd ones are silence. */
final class VoiceInput {
    private static final Logger LOG = LoggerFactory.getLogger(VoiceInput.class);
    private static final String HASH = "#";

    private VoiceInput() {}

    static Input of(Context ctx) {
        String dialled = form(ctx, "DialCallStatus");
        if (!dialled.isEmpty()) {
            return dialled(ctx, dialled);
        }
        Optional<RecordingSid> recording = RecordingSid.of(form(ctx, "RecordingSid"));
        if (recording.isEmpty()) {
            // Some of Twilio's requests name the recording only in its address.
            recording = RecordingSid.of(form(ctx, "RecordingUrl").replaceFirst("^.*/", ""));
        }
        if (recording.isPresent()) {
            return new Input.Recorded(recording.get().value(), seconds(form(ctx, "RecordingDuration")));
        }
        String keys = form(ctx, "Digits");
        if (keys.isEmpty() && form(ctx, "FinishedOnKey").equals(HASH)) {
            return new Input.Digits(HASH);
        }
        return keys.matches("[0-9*#]{1,64}") ? new Input.Digits(keys) : new Input.Silence();
    }

    /** How a Dial ended. Its action is called too when it was the caller who hung up. */
    private static Input dialled(Context ctx, String status) {
        boolean gone = CallStatus.ofTwilio(form(ctx, "CallStatus"))
                .filter(CallStatus::isOver)
                .isPresent();
        return gone ? new Input.HungUp() : new Input.TransferEnded(outcome(status, form(ctx, "DialBridged")));
    }

    /** "completed" means that somebody picked up, not that the two ever talked: that is told by "DialBridged". */
    private static Outcome outcome(String status, String bridged) {
        switch (status) {
            case "completed", "answered":
                return bridged.equals("false") ? Outcome.DECLINED : Outcome.TALKED;
            case "busy":
                return Outcome.BUSY;
            case "failed":
                return Outcome.FAILED;
            case "no-answer", "canceled":
                return Outcome.NOT_ANSWERED;
            default:
                LOG.warn("a Dial ended with a status that we do not know");
                return Outcome.NOT_ANSWERED;
        }
    }

    private static int seconds(String word) {
        return word.matches("[0-9]{1,5}") ? Integer.parseInt(word) : 0;
    }

    private static String form(Context ctx, String name) {
        String value = ctx.formParam(name);
        return value == null ? "" : value.strip();
    }
}
