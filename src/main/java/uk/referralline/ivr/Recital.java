package uk.referralline.ivr;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;

/** A prompt of recordings, piece by piece. What is filled in and has no recording is said in English. */
record Recital(Scene scene, CallState state, Words words) {

    List<Sound> of(List<String> pieces) {
        List<Sound> sounds = new ArrayList<>();
        for (String piece : pieces) {
            if (Tapes.isPlace(piece)) {
                sounds.addAll(place(piece.substring(1, piece.length() - 1)));
            } else {
                sounds.add(played(piece));
            }
        }
        return sounds;
    }

    private List<Sound> place(String name) {
        String known = state.answer(name).orElse("");
        if (name.equals(Facts.DUE) || name.equals(Facts.OPENS)) {
            return known.isBlank() ? List.of() : moment(Instant.parse(known));
        }
        String english = Words.english(scene).value(scene, state, name);
        return recorded(SpokenValue.figures(english)).orElseGet(() -> List.of(inEnglish(english)));
    }

    /** The day and the time in the order of the language's own {@code when}. */
    private List<Sound> moment(Instant instant) {
        List<Sound> sounds = new ArrayList<>();
        Words.PLACEHOLDER
                .matcher(words.when())
                .results()
                .map((MatchResult part) -> part.group(1).equals("day") ? day(instant) : time(instant))
                .forEach(sounds::addAll);
        return sounds;
    }

    private List<Sound> day(Instant instant) {
        String english = CivilTime.day(instant, java.util.Locale.UK);
        return recorded(SpokenValue.day(instant)).orElseGet(() -> List.of(inEnglish(english)));
    }

    private List<Sound> time(Instant instant) {
        String english = CivilTime.time(instant, java.util.Locale.UK);
        return recorded(List.of(SpokenValue.time(instant))).orElseGet(() -> List.of(inEnglish(english)));
    }

    /** All of them, or none: half a number in another language is worse than a whole one. */
    private Optional<List<Sound>> recorded(List<String> names) {
        List<Sound> sounds = names.stream()
                .flatMap(name -> words.tapes().sound(name).stream())
                .map(this::played)
                .toList();
        return sounds.size() == names.size() && !sounds.isEmpty() ? Optional.of(sounds) : Optional.empty();
    }

    private Sound inEnglish(String text) {
        return Words.english(scene).spoken(text);
    }

    private Sound played(String file) {
        return new Sound.Played(scene.script().hash(), words.language() + "/" + file);
    }
}
