package uk.referralline.ivr;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import uk.referralline.yaml.Entry;

/** Reads which recordings a file of words names. Whether they are there is the checker's to say. */
final class TapeReader {
    /** A name that needs no escaping in an address and leads nowhere else. */
    private static final Pattern FILE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*\\.(wav|mp3)");

    private static final Pattern PLACE = Pattern.compile("\\{[a-z-]+}");

    private static final String NAMING =
            " It is lower-case words joined by hyphens, and ends with .mp3 or .wav, such as \"own-phone.mp3\".";

    private TapeReader() {}

    /** The recordings of a prompt: {@code audio}, and {@code audio-again} for its second wording. */
    static Tapes.Tape tape(Entry prompt) {
        List<String> say = prompt.child("audio").map(TapeReader::pieces).orElse(List.of());
        List<String> again = prompt.child("audio-again").map(TapeReader::pieces).orElse(say);
        return new Tapes.Tape(say, again);
    }

    private static List<String> pieces(Entry audio) {
        return audio.items().stream().map(TapeReader::piece).toList();
    }

    private static String piece(Entry entry) {
        String piece = entry.text();
        if (!PLACE.matcher(piece).matches() && !FILE.matcher(piece).matches()) {
            entry.fault("\"%s\" is no name of a recording.".formatted(piece) + NAMING);
        }
        return piece;
    }

    /** The recordings of what is filled in: figures, days, months and times of day. */
    static Map<String, String> sounds(Optional<Entry> entry) {
        Map<String, String> sounds = new LinkedHashMap<>();
        entry.ifPresent(all -> all.children().forEach((name, file) -> {
            Entry named = file.named(name);
            if (!isKnown(name)) {
                named.fault("\"%s\" is not known here; it can be 0 to 9, monday, day-1 to day-31, january or 17:00."
                        .formatted(name));
            }
            if (!FILE.matcher(named.text()).matches()) {
                named.fault("\"%s\" is no name of a recording.".formatted(named.text()) + NAMING);
            }
            sounds.put(name, named.text());
        }));
        return sounds;
    }

    private static boolean isKnown(String name) {
        return SpokenValue.FIGURES.contains(name)
                || SpokenValue.DAYS.contains(name)
                || SpokenValue.TIME.matcher(name).matches();
    }
}
