package uk.referralline.casework;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import uk.referralline.duty.AdvocateId;

/** What waits: every open case, by when something has to be done next. What is overdue comes first by that. */
public final class Queue {

    /** Which of the open cases. */
    public enum Part {
        ALL,
        /** Whoever's they are, nobody deals with them now. */
        FREE,
        /** One's own, and those one deals with now. */
        MINE
    }

    /**
     * One page of the queue.
     *
     * @param by who asks
     * @param page counts from 0
     * @param size cases on a page, at most
     */
    public record Asked(Part part, AdvocateId by, Instant at, int page, int size) {

        /** Cases on the pages before this one. */
        public int skip() {
            return page * size;
        }
    }

    /** How many are open. @param soon due within the next hour */
    public record Counts(int open, int overdue, int soon) {}

    public List<Waiting> read(Handle handle, Asked asked) {
        return handle.attach(QueueDao.class).read(asked);
    }

    public Counts count(Handle handle, Instant at) {
        return handle.attach(QueueDao.class).count(at, at.plusSeconds(3600));
    }

    /** Another text whenever the queue reads otherwise than before; it says nothing in itself. */
    public String fingerprint(Handle handle, Instant at) {
        return handle.attach(QueueDao.class).fingerprint(at);
    }
}
