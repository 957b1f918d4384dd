package uk.referralline.outbox;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Writes effects down in the transaction that decided them (law L9). */
public final class Outbox {
    private Outbox() {}

    /** False when there is already a job with this business key, whatever has become of it. */
    public static boolean write(Handle handle, NewJob job, Instant at) {
        return handle.attach(OutboxDao.class).insert(job, at);
    }
}
