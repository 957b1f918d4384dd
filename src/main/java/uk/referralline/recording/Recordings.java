package uk.referralline.recording;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import uk.referralline.casework.CaseId;
import uk.referralline.casework.Casework;
import uk.referralline.outbox.Outbox;

/** Keeps which messages were left on which case, whichever of the call and the provider's callback speaks first. */
public final class Recordings {
    private final Jdbi jdbi;
    private final Casework casework;
    private final InstantSource clock;

    public Recordings(Jdbi jdbi, Casework casework, InstantSource clock) {
        this.jdbi = jdbi;
        this.casework = casework;
        this.clock = clock;
    }

    /** The caller finished a message, in the call's transaction. @param purpose the field of the script that it fills */
    public void left(Handle handle, LeftMessage message, Instant at) {
        handle.attach(RecordingDao.class).left(message, at);
    }

    /** The caller wants it gone: nobody listens to it, and it is deleted at the provider. */
    public void erase(Handle handle, RecordingSid sid, Instant at) {
        handle.attach(RecordingDao.class).erase(sid, at);
        Outbox.write(handle, Deletion.of(sid, at), at);
    }

    /**
     * The provider's callback. Unknown calls are ignored: there is nobody to tell. A message with sound in it on a case
     * that had ended opens that case again.
     */
    public void heard(RecordingSid sid, String callSid, RecordingStatus status, int seconds) {
        jdbi.useTransaction(handle -> {
            RecordingDao recordings = handle.attach(RecordingDao.class);
            Instant at = clock.instant();
            Optional<CaseId> of = recordings.caseOf(callSid);
            if (of.isEmpty()) {
                return;
            }
            recordings.insertUnlessThere(sid, callSid, of.get(), at);
            RecordingStatus known = recordings.lock(sid);
            if (!known.mayBecome(status)) {
                return;
            }
            recordings.settle(sid, status, seconds, at, status.settled());
            if (status == RecordingStatus.COMPLETED) {
                casework.reopen(handle, of.get(), at);
            }
        });
    }

    /** A message as the call knows it. @param seconds long, at most */
    public record LeftMessage(RecordingSid sid, String callSid, CaseId caseId, String purpose, int seconds) {}
}
