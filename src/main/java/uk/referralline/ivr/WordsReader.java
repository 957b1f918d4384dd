package uk.referralline.ivr;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.referralline.yaml.Entry;
import uk.referralline.yaml.Fault;
import uk.referralline.yaml.Faults;
import uk.referralline.yaml.NativeCheck;

/** Reads {@code prompts/<language>.yaml}: the words, one file a language, nothing else. */
final class WordsReader {
    private static final String USUAL_WHEN = "{time} on {day}";

    /** Said by the engine itself, whatever the script. */
    static final List<String> ALWAYS = List.of(Script.WRONG_KEY, Script.WRONG_NUMBER);

    private WordsReader() {}

    static Map<String, Words> read(ScriptFiles files, Faults faults) {
        Map<String, Words> languages = new LinkedHashMap<>();
        files.texts().forEach((file, text) -> {
            if (file.startsWith("prompts/")) {
                String tag = file.substring("prompts/".length(), file.length() - ".yaml".length());
                Set<String> recorded = files.recordedIn(tag);
                Entry.read(file, text, faults)
                        .flatMap(top -> words(tag, top, recorded))
                        .ifPresent(words -> languages.put(tag, words));
            }
        });
        if (!languages.containsKey(Script.FIRST_LANGUAGE)) {
            faults.add(new Fault("prompts/en-GB.yaml", 0, "", "The file is missing or unreadable."));
        }
        return languages;
    }

    private static Optional<Words> words(String tag, Entry top, Set<String> recorded) {
        top.onlyKeys("voice", "when", NativeCheck.KEY, "sounds", "prompts");
        Map<String, Words.Wording> prompts = new LinkedHashMap<>();
        Optional<Entry> written = top.required("prompts");
        written.ifPresent(all -> all.children().forEach((key, entry) -> prompts.put(key, wording(entry.named(key)))));
        written.ifPresent(all -> ALWAYS.stream()
                .filter(key -> !prompts.containsKey(key))
                .forEach(key -> all.fault("The prompt \"%s\" is missing.".formatted(key))));
        String when = top.child("when").map(Entry::text).orElse(USUAL_WHEN);
        boolean checked = NativeCheck.missing(top).isEmpty();
        Optional<String> voice = voice(tag, top);
        var tapes = new Tapes(TapeReader.sounds(top.child("sounds")), recorded);
        boolean told = voice.isEmpty() && !Voices.of(tag).isEmpty();
        return told ? Optional.empty() : Optional.of(new Words(tag, voice, when, checked, prompts, tapes));
    }

    /** Only a voice that is known to say this language: another pair is dead air on the phone. */
    private static Optional<String> voice(String tag, Entry top) {
        List<String> known = Voices.of(tag);
        if (known.isEmpty()) {
            top.child("voice")
                    .ifPresent(voice -> voice.fault(
                            "No voice speaks %s: take this line out, and record the prompts.".formatted(tag)));
            return Optional.empty();
        }
        Optional<Entry> voice = top.required("voice");
        voice.ifPresent(each -> each.oneOf(known));
        return voice.map(Entry::text);
    }

    private static Words.Wording wording(Entry entry) {
        if (entry.isText()) {
            String say = words(entry);
            return new Words.Wording(say, say, Tapes.Tape.NONE, Optional.empty());
        }
        entry.onlyKeys("say", "again", "audio", "audio-again", "in");
        String say = entry.required("say").map(WordsReader::words).orElse("");
        return new Words.Wording(
                say,
                entry.child("again").map(WordsReader::words).orElse(say),
                TapeReader.tape(entry),
                entry.child("in").map(Entry::text));
    }

    private static String words(Entry entry) {
        String text = entry.text().replaceAll("\\s+", " ");
        if (text.isBlank()) {
            entry.fault("There are no words here; a prompt that says nothing is a silent phone.");
        }
        return text;
    }
}
