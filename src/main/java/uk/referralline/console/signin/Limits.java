package uk.referralline.console.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Counts tries at the door in the database, so that all nodes count together, in the caller's transaction. */
final class Limits {
    private static final Duration KEPT = Duration.ofDays(1);

    /**
     * Counts one more try of everything that it is a try of, before it is looked at: many at once do not slip through.
     *
     * @return how long to wait, when it may not be looked at; it does not count then
     */
    Optional<Duration> count(Handle handle, List<Limit.Counter> counters, Instant now) {
        LimitDao dao = handle.attach(LimitDao.class);
        List<Hashed> keys = counters.stream().map(Limit.Counter::key).toList();
        Optional<Instant> waiting = dao.waiting(keys, now);
        if (waiting.isEmpty()) {
            waiting = counters.stream()
                    .map(each -> count(dao, each, now))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        return waiting.map(until -> Duration.between(now, until));
    }

    /** Empty when it was counted; else until when to wait. */
    private static Optional<Instant> count(LimitDao dao, Limit.Counter counter, Instant now) {
        Hashed key = counter.key();
        Optional<Integer> tries = dao.count(key, now, now.minus(counter.limit().forgotten()));
        tries.map(counter.limit()::after).ifPresent(wait -> dao.free(key, now.plus(wait)));
        return tries.isPresent() ? Optional.empty() : dao.waiting(List.of(key), now);
    }

    /** Somebody got in. */
    void forgive(Handle handle, List<Limit.Counter> counters) {
        LimitDao dao = handle.attach(LimitDao.class);
        for (Limit.Counter each : counters) {
            if (each.limit().forgives()) {
                dao.forget(each.key());
            } else {
                dao.takeBack(each.key());
            }
        }
    }

    void tidy(Handle handle, Instant now) {
        handle.attach(LimitDao.class).tidy(now.minus(KEPT));
    }
}
