package uk.referralline.ivr;

import java.util.List;
import java.util.Map;

/**
 * Which voices say which language. A pair that the provider does not have is silence on the phone, so a script may only use
 * these. Languages that are not here have no voice (Urdu, Persian, Somali, Pashto, Kurdish, Tigrinya …): their prompts are
 * recorded audio.
 */
public final class Voices {
    private static final Map<String, List<String>> TESTED = Map.ofEntries(
            Map.entry(
                    "en-GB",
                    List.of("Polly.Amy-Neural", "Polly.Emma-Neural", "Polly.Brian-Neural", "Polly.Arthur-Neural")),
            Map.entry("cy-GB", List.of("Polly.Gwyneth")),
            Map.entry("pl-PL", List.of("Polly.Ola-Neural", "Polly.Ewa", "Polly.Maja", "Polly.Jacek", "Polly.Jan")),
            Map.entry("ro-RO", List.of("Polly.Carmen", "Google.ro-RO-Wavenet-A")),
            Map.entry("pa-IN", List.of("Google.pa-IN-Wavenet-A", "Google.pa-IN-Wavenet-B")),
            Map.entry("gu-IN", List.of("Google.gu-IN-Wavenet-A", "Google.gu-IN-Wavenet-B")),
            Map.entry("bn-IN", List.of("Google.bn-IN-Wavenet-A", "Google.bn-IN-Wavenet-B")),
            Map.entry("hi-IN", List.of("Polly.Kajal-Neural")),
            Map.entry("ar-AE", List.of("Polly.Hala-Neural", "Polly.Zayd-Neural")),
            Map.entry("pt-PT", List.of("Polly.Ines-Neural")));

    private Voices() {}

    /** The voices for a language, BCP 47; empty when it has none. */
    public static List<String> of(String language) {
        return TESTED.getOrDefault(language, List.of());
    }

    /** Every language that has a voice. */
    public static List<String> languages() {
        return TESTED.keySet().stream().sorted().toList();
    }
}
