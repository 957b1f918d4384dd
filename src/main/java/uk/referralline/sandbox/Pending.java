package uk.referralline.sandbox;

import java.time.Duration;

/** What a call waits for, and what happens when the caller does something. */
interface Pending {

    Waiting waiting();

    /** Keys are pressed, one by one. */
    default void keys(String keys) {}

    /** Nothing is done until the time-out. */
    default void silence() {}

    /** Somebody speaks. */
    default void speech(Duration length) {}

    /** The person on this leg puts the phone down. */
    void hangUp();

    /** The call is taken elsewhere by the REST API; what was going on stops. */
    default void abandon() {}

    /** The phone that rings is picked up. */
    default void pickUp() {
        throw new IllegalStateException("This phone does not ring");
    }

    /** Keys are pressed while the line still speaks. */
    default void interrupt(String keys) {
        keys(keys);
    }

    /** A Dial's number picks up; only a Dial can hear that. */
    default SandboxCall answer(String number) {
        throw new IllegalStateException("The call dials nobody");
    }

    /** A Dial's number is engaged. */
    default void engaged(String number) {
        throw new IllegalStateException("The call dials nobody");
    }
}
