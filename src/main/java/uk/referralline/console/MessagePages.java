package uk.referralline.console;

import io.javalin.http.HttpStatus;
import java.io.ByteArrayInputStream;
import java.util.Optional;

/** Left messages: heard here, by those who may read the case, and never downloaded. */
public final class MessagePages {
    private final CaseWork work;
    private final CasePage page;

    public MessagePages(CaseWork work, CasePage page) {
        this.work = work;
        this.page = page;
    }

    /** GET /case/{id}/message/{sid} */
    void play(Visit visit) {
        String sid = visit.context().pathParam("sid");
        boolean[] may = {false};
        page.with(visit, (handle, head) -> {
            may[0] =
                    uk.referralline.casework.CaseFile.read(handle, head.id(), visit.now())
                            .orElseThrow()
                            .messages()
                            .stream()
                            .anyMatch(each -> each.sid().equals(sid));
            if (may[0]) {
                Trail.played(handle, visit, head.id());
            } else {
                ErrorPages.missing(visit);
            }
        });
        if (may[0]) {
            // After the transaction: the sound comes over the network (law L9).
            send(visit, work.sounds().of(sid));
        }
    }

    private static void send(Visit visit, Optional<byte[]> sound) {
        if (sound.isEmpty()) {
            visit.context()
                    .status(HttpStatus.SERVICE_UNAVAILABLE)
                    .result("The message cannot be played at the moment.");
            return;
        }
        // In parts, so that whoever listens can go back in it.
        visit.context()
                .header("Content-Disposition", "inline")
                .writeSeekableStream(new ByteArrayInputStream(sound.get()), "audio/wav", sound.get().length);
    }
}
