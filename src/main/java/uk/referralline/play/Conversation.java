package uk.referralline.play;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An example call, written like a play: what the line says, what the caller does, and what is kept at the end.
 *
 * @param caller a number as people write it, or {@code withheld}
 * @param staffed whether somebody is on duty who can be rung
 */
public record Conversation(String title, String caller, Instant at, boolean staffed, List<Part> talk, Ends ends) {

    /** How a part begins that a person does who is rung. */
    static final String PERSON = "person ";

    /** Who speaks or acts, and what; {@code row} is the row in the file. */
    public record Part(boolean isLine, String what, int row) {}

    /**
     * What is kept. Empty parts were not written down and are not compared.
     *
     * @param kind of the case, or why it was closed
     * @param callback {@code by 17:00 on 2026-11-27}, or {@code none}
     * @param texts templates
     */
    public record Ends(
            Optional<String> kind, Optional<String> callback, Optional<String> urgency, Optional<List<String>> texts) {}

    public Conversation {
        talk = List.copyOf(talk);
    }
}
