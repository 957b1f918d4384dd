package uk.referralline.ivr;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of one language: every prompt, the voice that says them, and how it says times and days.
 *
 * @param language BCP 47, such as {@code en-GB}
 * @param voice the provider's name for the voice
 * @param prompts by name
 */
public record Words(String language, String voice, Map<String, Wording> prompts) {
    /** A pause between an option and its key. */
    public static final String PAUSE = "[pause]";

    static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z-]+)}");

    /** A prompt in full, and its simpler wording after a miss (the same if there is none). */
    record Wording(String say, String again) {}

    public Words {
        prompts = Map.copyOf(prompts);
    }

    /** The prompt's words, ready to be spoken, with {@link #PAUSE} where the voice rests. */
    String say(Scene scene, CallState state, Prompt prompt) {
        Wording wording = prompts.get(prompt.key());
        String text = prompt.again() ? wording.again() : wording.say();
        Matcher places = PLACEHOLDER.matcher(text);
        return places.replaceAll(place -> Matcher.quoteReplacement(value(scene, state, place.group(1))));
    }

    private String value(Scene scene, CallState state, String name) {
        if (name.equals("keyed")) {
            return keyed(scene, state);
        }
        String value = state.answer(name).orElse("");
        if (name.equals(Facts.DUE) || name.equals(Facts.OPENS)) {
            return value.isBlank() ? "" : when(Instant.parse(value));
        }
        return name.equals(Facts.REFERENCE) ? scene.keypad().spokenReference(value) : value;
    }

    /** What waits to be confirmed, as it is said digit by digit. */
    private static String keyed(Scene scene, CallState state) {
        boolean isPhone = scene.script().step(state.step()) instanceof KeyIn keyIn
                && keyIn.field().type() == Field.Type.PHONE;
        return isPhone
                ? scene.keypad().spokenPhone(state.draft())
                : String.join(" ", state.draft().split(""));
    }

    /** {@code 5pm on Wednesday 25 November}: the civil time in England. */
    private String when(Instant instant) {
        return CivilTime.time(instant) + " on " + CivilTime.day(instant, Locale.forLanguageTag(language));
    }
}
