package uk.referralline.ivr;

import java.util.List;

/**
 * A prompt as a caller hears it.
 *
 * @param text in words, also where recordings say it, with {@link Words#PAUSE} where there is a rest
 * @param sounds one after the other; at least one, as a phone never falls silent (law L11)
 * @param language BCP 47
 * @param firm true when a key press must not cut it short
 */
public record Saying(String text, List<Sound> sounds, String language, boolean firm) {

    public Saying {
        sounds = List.copyOf(sounds);
        if (sounds.isEmpty()) {
            throw new IllegalArgumentException("a prompt without a sound");
        }
    }

    /** What is said may hold what a caller keyed in. */
    @Override
    public String toString() {
        return "Saying[" + language + ", " + text.length() + " characters]";
    }
}
