package uk.referralline.call;

import java.util.List;
import uk.referralline.ivr.Next;

/**
 * What the phone says and does now, in words: everything behind it is committed.
 *
 * @param language BCP 47
 * @param voice the provider's name of the voice
 * @param turn the number of the turn that the caller's answer will be
 */
public record Spoken(List<Sentence> sentences, Next next, String language, String voice, int turn) {

    /** Words with {@link uk.referralline.ivr.Words#PAUSE} in them; {@code firm} ones cannot be cut short by a key. */
    public record Sentence(String text, boolean firm) {}

    public Spoken {
        sentences = List.copyOf(sentences);
    }

    /** What is said may hold what a caller keyed in. */
    @Override
    public String toString() {
        return "Spoken[turn=%d, sentences=%d, next=%s]".formatted(turn, sentences.size(), next);
    }
}
