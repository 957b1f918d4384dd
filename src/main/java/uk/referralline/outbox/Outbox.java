package uk.referralline.outbox;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Writes effects down, in the transaction that decides them. */
public final class Outbox {

    /** @return false when an effect with this business key is already there */
    public boolean write(Handle handle, NewJob job, Instant at) {
        return handle.attach(OutboxDao.class).write(job.kind(), job.businessKey(), job.payload(), job.notBefore(), at);
    }
}
