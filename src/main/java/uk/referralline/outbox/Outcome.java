package uk.referralline.outbox;

import java.time.Instant;
import java.util.Optional;

/** What came of an attempt to carry out a job, or of asking what came of one. */
public sealed interface Outcome {

    /** @param <R> what a worker makes of it */
    interface Cases<R> {
        R done();

        R tryAgain(Optional<Instant> at);

        R unknown();

        R failed(String reason);
    }

    <R> R match(Cases<R> cases);

    /** It is over, and nothing more is to do: done, or found to be needless. */
    record Done() implements Outcome {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.done();
        }
    }

    /** Certainly not done; it may be tried again. @param at when; without, after a growing pause */
    record TryAgain(Optional<Instant> at) implements Outcome {

        /** After a growing pause, a limited number of times. */
        public TryAgain() {
            this(Optional.empty());
        }

        /** Not before this moment. That is not a failure, so it is never given up for it. */
        public TryAgain(Instant at) {
            this(Optional.of(at));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.tryAgain(at);
        }
    }

    /** It may have been done. It is never carried out again before that is settled (law L5). */
    record Unknown() implements Outcome {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.unknown();
        }
    }

    /** It will never be done. @param reason a few words without anything personal */
    record Failed(String reason) implements Outcome {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.failed(reason);
        }
    }
}
