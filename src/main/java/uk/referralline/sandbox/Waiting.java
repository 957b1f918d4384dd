package uk.referralline.sandbox;

import java.time.Duration;
import java.util.List;

/** What a call waits for: the only moments at which somebody can do something. */
public sealed interface Waiting {

    /**
     * A Gather waits for keys.
     *
     * @param numDigits how many end it; 0 for no limit
     * @param timeout without a key, until it gives up
     * @param finishOnKey the keys that end it; empty for none
     */
    record Keys(int numDigits, Duration timeout, String finishOnKey) implements Waiting {}

    /**
     * A Record waits for speech.
     *
     * @param timeout of silence that ends it; zero for none
     */
    record Recording(Duration maxLength, Duration timeout, String finishOnKey) implements Waiting {}

    /** A Dial waits for one of these numbers to answer. */
    record Dialling(List<String> numbers) implements Waiting {
        public Dialling {
            numbers = List.copyOf(numbers);
        }
    }

    /** The phone that was called rings. */
    record Ringing() implements Waiting {}

    /** Two people talk to each other. */
    record Bridged() implements Waiting {}

    /** The call is over. */
    record Ended() implements Waiting {}
}
