package uk.referralline.play;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import uk.referralline.ivr.Words;

/** How fast the voice of each language speaks: the one table by which seconds of listening are reckoned. */
final class VoiceRate {
    /** Words a minute. A calm voice on the phone; languages of longer words have fewer of them. */
    private static final Map<String, Integer> WORDS_A_MINUTE =
            Map.of("en", 150, "cy", 140, "pl", 120, "ro", 130, "pa", 140, "ur", 140, "gu", 120, "ar", 110, "so", 120);

    private static final int OTHERS = 120;

    /** As long as the voice is told to rest. */
    private static final double PAUSE_SECONDS = 0.5;

    private VoiceRate() {}

    static int words(String said) {
        return (int) Arrays.stream(said.replace(Words.PAUSE, " ").split("\\s+"))
                .filter(word -> !word.isBlank())
                .count();
    }

    /** @param said with {@link Words#PAUSE} where the voice rests; @param language BCP 47 */
    static double seconds(String said, String language) {
        int pauses = said.split(java.util.regex.Pattern.quote(Words.PAUSE), -1).length - 1;
        int rate = WORDS_A_MINUTE.getOrDefault(Locale.forLanguageTag(language).getLanguage(), OTHERS);
        return words(said) * 60.0 / rate + pauses * PAUSE_SECONDS;
    }
}
