package uk.referralline.ivr;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of one language: every prompt, the voice that says them, and how it says when.
 *
 * @param language BCP 47, such as {@code en-GB}
 * @param voice the provider's name for the voice; empty in a language that none speaks, whose prompts are recorded
 * @param when how a time is said: {@code {time} on {day}}
 * @param checked false while a translation waits for a native speaker's check
 * @param prompts by name
 * @param tapes its recordings
 */
public record Words(
        String language,
        Optional<String> voice,
        String when,
        boolean checked,
        Map<String, Wording> prompts,
        Tapes tapes) {
    /** A pause between an option and its key. */
    public static final String PAUSE = "[pause]";

    static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z-]+)}");

    /** The placeholder for digits that wait to be confirmed. */
    static final String KEYED = "keyed";

    /**
     * A prompt in full, and its simpler wording after a miss (the same if there is none).
     *
     * @param tape recordings in place of the voice
     * @param in the language that says it, where it is not the file's own
     */
    record Wording(String say, String again, Tapes.Tape tape, Optional<String> in) {}

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

    /** Every recording that is named, such as {@code audio/ti-ER/welcome.mp3}, whether it is there or not. */
    Set<String> recordings() {
        return Stream.concat(
                        tapes.sounds().values().stream(),
                        prompts.values().stream()
                                .flatMap(wording -> wording.tape().files()))
                .map(file -> ScriptFiles.audio(language + "/" + file))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    boolean isEnglish() {
        return isEnglish(language);
    }

    /** @param tag BCP 47 */
    static boolean isEnglish(String tag) {
        return Locale.forLanguageTag(tag).getLanguage().equals("en");
    }

    /** A prompt with everything filled in. What cannot be said in its own language is said in English, never left out. */
    Saying say(Scene scene, CallState state, Prompt prompt) {
        if (prompt.key().equals(Prompt.OWN_MESSAGE)) {
            return new Saying(prompt.key(), List.of(new Sound.Own(state.draft())), language, false);
        }
        Wording wording = prompts.get(prompt.key());
        Words spokenBy = wording.in().map(scene.script().languages()::get).orElse(this);
        List<String> pieces = wording.tape().of(prompt.again());
        if (tapes.canPlay(pieces)) {
            List<Sound> sounds = new Recital(scene, state, this).of(pieces);
            return new Saying(spokenBy.filled(scene, state, written(prompt)), sounds, language, prompt.firm());
        }
        if (spokenBy.voice.isEmpty()) {
            return english(scene).say(scene, state, prompt);
        }
        String text = spokenBy.filled(scene, state, written(prompt));
        return new Saying(text, List.of(spokenBy.spoken(text)), spokenBy.language, prompt.firm());
    }

    /** The language that always has a voice. */
    static Words english(Scene scene) {
        return scene.script().languages().get(Script.FIRST_LANGUAGE);
    }

    /** @throws IllegalStateException in a language without a voice */
    Sound spoken(String text) {
        return new Sound.Spoken(
                text, language, voice.orElseThrow(() -> new IllegalStateException("nobody speaks " + language)));
    }

    private String filled(Scene scene, CallState state, String written) {
        return PLACEHOLDER
                .matcher(written)
                .replaceAll(place -> Matcher.quoteReplacement(value(scene, state, place.group(1))));
    }

    /** What is filled in at a place, in words; blank while it is not known. */
    String value(Scene scene, CallState state, String name) {
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
