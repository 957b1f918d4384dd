package uk.referralline.ivr;

import java.time.Duration;

/** What the phone does after the line has spoken. */
public sealed interface Next {

    /** @param <R> what a shell makes of it */
    interface Cases<R> {
        R gather(Gather gather);

        R record(Record record);

        R hangUp(HangUp hangUp);
    }

    <R> R match(Cases<R> cases);

    /**
     * Wait for keys.
     *
     * @param keys how many keys end it; 0 for any number, ended by a hash
     * @param timeout how long to wait for the first key and between keys
     */
    record Gather(int keys, Duration timeout) implements Next {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.gather(this);
        }
    }

    /**
     * Record the caller until a hash, a long silence or the longest time.
     *
     * @param longest of the whole recording
     * @param silence that ends it
     */
    record Record(Duration longest, Duration silence) implements Next {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.record(this);
        }
    }

    /** End the call. */
    record HangUp() implements Next {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.hangUp(this);
        }
    }
}
