package uk.referralline.call;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import uk.referralline.ivr.Audio;

/**
 * The recordings that were played last. What is at an address never changes, so it may be remembered; and to take one out of a
 * version with megabytes of them takes the database a tenth of a second.
 */
final class RecentAudio {
    private static final long MOST_BYTES = 20_000_000;

    private final Map<String, Audio> recent = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /** What is remembered under this name, or else found and remembered. What is not there is not remembered. */
    Optional<Audio> get(String name, Supplier<Optional<Audio>> find) {
        Optional<Audio> known = known(name);
        if (known.isPresent()) {
            return known;
        }
        Optional<Audio> found = find.get();
        found.ifPresent(audio -> remember(name, audio));
        return found;
    }

    private synchronized Optional<Audio> known(String name) {
        return Optional.ofNullable(recent.get(name));
    }

    private synchronized void remember(String name, Audio audio) {
        if (recent.put(name, audio) == null) {
            bytes += audio.size();
        }
        var eldest = recent.entrySet().iterator();
        while (bytes > MOST_BYTES) {
            bytes -= eldest.next().getValue().size();
            eldest.remove();
        }
    }
}
