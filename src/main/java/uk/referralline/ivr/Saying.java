package uk.referralline.ivr;

import java.util.Optional;

/**
 * A prompt in words, ready for a voice, with {@link Words#PAUSE} where the voice rests.
 *
 * @param audio in place of a voice: a file in {@code audio/}, or the id of the caller's own recording
 * @param language BCP 47
 * @param voice the provider's name of the voice
 * @param firm true when a key press must not cut it short
 */
public record Saying(String text, Optional<String> audio, String language, String voice, boolean firm) {

    /** What is said may hold what a caller keyed in. */
    @Override
    public String toString() {
        return "Saying[" + language + ", " + text.length() + " characters]";
    }
}
