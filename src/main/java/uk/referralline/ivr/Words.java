package uk.referralline.ivr;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of one language: every prompt, the voice that says them, and how it says when.
 *
 * @param language BCP 47, such as {@code en-GB}
 * @param voice the provider's name for the voice
 * @param when how a time is said: {@code {time} on {day}}
 * @param checked false while a translation waits for a native speaker's check
 * @param prompts by name
 */
public record Words(String language, String voice, String when, boolean checked, Map<String, Wording> prompts) {
    /** A pause between an option and its key. */
    public static final String PAUSE = "[pause]";

    static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z-]+)}");

    /** The placeholder for digits that wait to be confirmed. */
    static final String KEYED = "keyed";

    /**
     * A prompt in full, and its simpler wording after a miss (the same if there is none).
     *
     * @param audio a recorded file in {@code audio/<language>/} in place of the voice
     * @param in the language that says it, where it is not the file's own
     */
    record Wording(String say, String again, Optional<String> audio, Optional<String> in) {}

    public Words {
        prompts = Map.copyOf(prompts);
    }

    /** The prompt's words as they are written, with their {@code {places}} and {@link #PAUSE}s. */
    public String written(Prompt prompt) {
        if (prompt.key().equals(Prompt.OWN_MESSAGE)) {
            return prompt.key();
        }
        Wording wording = prompts.get(prompt.key());
        return prompt.again() ? wording.again() : wording.say();
    }

    /** Both wordings of a prompt as they are written, one after the other. */
    String all(String key) {
        return prompts.get(key).say() + " " + prompts.get(key).again();
    }

    boolean isEnglish() {
        return Locale.forLanguageTag(language).getLanguage().equals("en");
    }

    /** The prompt's words, with everything filled in; {@code script} knows the voice of another language. */
    Saying say(Scene scene, CallState state, Prompt prompt) {
        if (prompt.key().equals(Prompt.OWN_MESSAGE)) {
            return new Saying(prompt.key(), Optional.of(state.draft()), language, voice, false);
        }
        Wording wording = prompts.get(prompt.key());
        Words spokenBy = wording.in().map(scene.script().languages()::get).orElse(this);
        Matcher places = PLACEHOLDER.matcher(written(prompt));
        String text =
                places.replaceAll(place -> Matcher.quoteReplacement(spokenBy.value(scene, state, place.group(1))));
        Optional<String> audio = wording.audio().map(file -> language + "/" + file);
        return new Saying(text, audio, spokenBy.language, spokenBy.voice, prompt.firm());
    }

    private String value(Scene scene, CallState state, String name) {
        if (name.equals(KEYED)) {
            return keyed(scene, state);
        }
        String value = state.answer(name).orElse("");
        if (name.equals(Facts.DUE) || name.equals(Facts.OPENS)) {
            return value.isBlank() ? "" : spoken(Instant.parse(value));
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

    private String spoken(Instant instant) {
        Locale locale = Locale.forLanguageTag(language);
        return when.replace("{time}", CivilTime.time(instant, locale)).replace("{day}", CivilTime.day(instant, locale));
    }
}
