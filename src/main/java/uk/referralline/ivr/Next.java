package uk.referralline.ivr;

import java.time.Duration;

/** What the phone does after the line has spoken. */
public sealed interface Next {

    /** @param <R> what a shell makes of it */
    interface Cases<R> {
        R gather(Gather gather);

        R record(Record record);

        R transfer(Transfer transfer);

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

    /**
     * Ring whoever is on duty, and put the caller through to the first who takes the call.
     *
     * @param to who is rung: a word of the script, never a number
     * @param ring how long
     * @param whisper what whoever picks up hears before they choose to take it
     */
    record Transfer(String to, Duration ring, Prompt whisper) implements Next {
        /** What a conversation may last before it is cut off. */
        public static final Duration LONGEST = Duration.ofHours(4);

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.transfer(this);
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
