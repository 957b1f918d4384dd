package uk.referralline.twilio;

import io.javalin.http.Context;
import java.util.Optional;
import uk.referralline.ivr.Input;
import uk.referralline.recording.RecordingSid;

/** Reads what the caller did from Twilio's parameters. Unknown ones are ignored, absurd ones are silence. */
final class VoiceInput {
    private static final String HASH = "#";

    private VoiceInput() {}

    static Input of(Context ctx) {
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

    private static int seconds(String word) {
        return word.matches("[0-9]{1,5}") ? Integer.parseInt(word) : 0;
    }

    private static String form(Context ctx, String name) {
        String value = ctx.formParam(name);
        return value == null ? "" : value.strip();
    }
}
