package uk.referralline.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is written down of an outcome.
 *
 * @param status of the row, in the database's words
 * @param nextAt when somebody looks at it again, if it has not ended
 * @param note why it failed
 */
record Ending(String status, Instant nextAt, Optional<String> note, boolean givenUp) {

    boolean over() {
        return status.equals("done") || status.equals("failed");
    }

    /** What each outcome of this job means at this moment. */
    record Of(Job job, Instant now, Backoff backoff) implements Outcome.Cases<Ending> {
        private static final Duration LITTLE = Duration.ofSeconds(1);

        @Override
        public Ending done() {
            return new Ending("done", now, Optional.empty(), false);
        }

        @Override
        public Ending tryAgain(Optional<Instant> at) {
            if (at.isPresent()) {
                return again(at.get().isAfter(now) ? at.get() : now.plus(LITTLE));
            }
            if (job.attempts() < Backoff.MOST_ATTEMPTS) {
                return again(now.plus(backoff.pause(job.attempts())));
            }
            String reason = "given up after " + Backoff.MOST_ATTEMPTS + " attempts";
            return new Ending("failed", now, Optional.of(reason), true);
        }

        @Override
        public Ending unknown() {
            return new Ending("unknown", now.plus(Worker.BETWEEN_QUESTIONS), Optional.empty(), false);
        }

        @Override
        public Ending failed(String reason) {
            return new Ending("failed", now, Optional.of(reason), false);
        }

        private static Ending again(Instant at) {
            return new Ending("pending", at, Optional.empty(), false);
        }
    }
}
