package uk.referralline.twilio;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import uk.referralline.ivr.Audio;

/**
 * Twilio fetches the recorded prompts of a language that no voice speaks, by GET. They are public words, the same for every
 * caller, and nothing in an address tells of one, so no signature is asked for: that Twilio signs what it fetches for Play is
 * said nowhere, and a refusal would be a silent phone. A file is looked up by its whole name among those that a version names,
 * never in a folder, so nothing else can be reached. What is at an address never changes, so Twilio may keep it.
 */
public final class RecordedPrompts {
    private final Kept kept;

    /** The recordings that versions of the call script name. */
    @FunctionalInterface
    public interface Kept {
        /** Empty for what no version names. @param script a version's hash; {@code file} within {@code audio/} */
        Optional<Audio> find(String script, String file);
    }

    public RecordedPrompts(Kept kept) {
        this.kept = kept;
    }

    /** GET and HEAD /audio/{script}/{language}/{file} */
    public void serve(Context ctx) {
        String file = ctx.pathParam("language") + "/" + ctx.pathParam("file");
        kept.find(ctx.pathParam("script"), file)
                .ifPresentOrElse(
                        audio -> write(ctx, audio),
                        () -> ctx.status(HttpStatus.NOT_FOUND).result("There is no such recording."));
    }

    private static void write(Context ctx, Audio audio) {
        String tag = "\"" + audio.hash() + "\"";
        ctx.header("ETag", tag);
        ctx.header("Cache-Control", "public, max-age=31536000, immutable");
        ctx.header("X-Content-Type-Options", "nosniff");
        if (tag.equals(ctx.header("If-None-Match"))) {
            ctx.status(HttpStatus.NOT_MODIFIED);
            return;
        }
        // Sound does not get smaller, and its length can only be told when it goes out as it is.
        ctx.disableCompression();
        ctx.res().setContentLength(audio.size());
        ctx.contentType(Audio.type(ctx.pathParam("file"))).result(audio.bytes());
    }
}
