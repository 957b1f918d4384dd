package uk.referralline.ivr;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Recordings that are not there or that no phone can play, and prompts that neither a voice nor a recording says. */
final class RecordedPrompts implements Check {
    /** All recordings of a script together: they are kept with each version and sent to the database as one. */
    private static final int MOST_BYTES = 20_000_000;

    private static final Set<String> MOMENTS = Set.of(Facts.DUE, Facts.OPENS);

    @Override
    public void look(Subject subject) {
        for (Words words : subject.script().languages().values()) {
            words.tapes().sounds().forEach((name, file) -> there(subject, words, name, file));
            for (String key : new TreeSet<>(words.prompts().keySet())) {
                Words.Wording wording = words.prompts().get(key);
                Tapes.Tape tape = wording.tape();
                tape.files().distinct().forEach(file -> there(subject, words, key, file));
                said(subject, words, key, wording);
                places(subject, words, key, wording.say(), tape.say());
                places(subject, words, key, wording.again(), tape.again());
            }
            parts(subject, words);
        }
        together(subject);
    }

    private static void there(Subject subject, Words words, String key, String file) {
        String name = ScriptFiles.audio(words.language() + "/" + file);
        Optional<Audio> audio = Optional.ofNullable(subject.files().recordings().get(name));
        audio.map(found -> found.fault(name))
                .orElseGet(() -> Optional.of("There is no file %s.".formatted(name)))
                .ifPresent(fault -> subject.promptError(
                        words, key, fault, "Put an MP3 or WAV file of at most 1 MB there, under that name."));
    }

    private static void said(Subject subject, Words words, String key, Words.Wording wording) {
        Optional<String> in = wording.in();
        boolean spoken = in.isEmpty()
                ? words.voice().isPresent()
                : in.map(subject.script().languages()::get)
                        .flatMap(Words::voice)
                        .isPresent();
        if (!spoken && in.isPresent()) {
            subject.promptError(
                    words, key, "No voice here speaks \"%s\".".formatted(in.get()), "Name a language with a voice.");
        } else if (!spoken && wording.tape().say().isEmpty()) {
            subject.promptError(
                    words,
                    key,
                    "No voice speaks %s, and this prompt has no recording.".formatted(words.language()),
                    "Record it and name the file: \"audio: %s.mp3\".".formatted(key));
        }
    }

    /** A recording of words with places says them all, in their places. */
    private static void places(Subject subject, Words words, String key, String text, List<String> tape) {
        List<String> written = Words.PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList();
        List<String> recorded = tape.stream().filter(Tapes::isPlace).toList();
        if (!tape.isEmpty() && !recorded.equals(written)) {
            subject.promptError(
                    words,
                    key,
                    "The recording fills in other things than the words do.",
                    "Record the words before and after each place, and list them: \"audio: [we-call.mp3, \\\"{due}\\\"]\".");
        }
    }

    /** What the tapes of a language fill in can be said in it. */
    private static void parts(Subject subject, Words words) {
        Set<String> places = words.prompts().values().stream()
                .flatMap(wording -> Stream.concat(wording.tape().say().stream(), wording.tape().again().stream()))
                .filter(Tapes::isPlace)
                .map(place -> place.substring(1, place.length() - 1))
                .collect(Collectors.toSet());
        if (places.stream().anyMatch(place -> !MOMENTS.contains(place))) {
            inEnglish(subject, words, "figures", SpokenValue.FIGURES);
        }
        if (places.stream().anyMatch(MOMENTS::contains)) {
            inEnglish(subject, words, "days and months", SpokenValue.DAYS);
        }
    }

    private static void inEnglish(Subject subject, Words words, String what, List<String> names) {
        List<String> missing = names.stream()
                .filter(name -> !words.tapes().sounds().containsKey(name))
                .toList();
        if (!missing.isEmpty()) {
            subject.promptWarning(
                    words,
                    "sounds",
                    "Of the %s, these have no recording: %s. With one of them, callers hear English."
                            .formatted(what, String.join(", ", missing)),
                    "Record them and name them under \"sounds\".");
        }
    }

    private static void together(Subject subject) {
        long all = subject.files().recordings().values().stream()
                .mapToLong(Audio::size)
                .sum();
        if (all > MOST_BYTES) {
            subject.recordingsError(
                    "All recordings together are larger than %d MB.".formatted(MOST_BYTES / 1_000_000),
                    "Save them as MP3 with one channel.");
        }
    }
}
