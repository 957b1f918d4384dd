package uk.referralline.outbox;

import java.time.Instant;

/** What came of carrying out a job. */
public sealed interface Outcome {

    /** @param <R> what becomes of the row */
    interface Cases<R> {
        R done(Done outcome);

        R busy(Busy outcome);

        R later(Later outcome);

        R unknown(Unknown outcome);

        R failed(Failed outcome);
    }

    <R> R match(Cases<R> cases);

    /** It happened, or is known to be no longer wanted. */
    record Done() implements Outcome {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.done(this);
        }
    }

    /** It certainly did not happen, and may soon: try again, with growing pauses. */
    record Busy() implements Outcome {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.busy(this);
        }
    }

    /** It was not tried, and may be tried from this time on. */
    record Later(Instant at) implements Outcome {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.later(this);
        }
    }

    /** It may have happened: it is never repeated blindly (law L5), but settled by asking. */
    record Unknown() implements Outcome {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.unknown(this);
        }
    }

    /** It will not happen. @param why in words, without anything personal */
    record Failed(String why) implements Outcome {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.failed(this);
        }
    }
}
