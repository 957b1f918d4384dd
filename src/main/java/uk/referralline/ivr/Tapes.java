package uk.referralline.ivr;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a language has in recordings beside its prompts.
 *
 * @param sounds a file in {@code audio/<language>/} for each recorded part of a value ({@link SpokenValue})
 * @param there the files in that folder that this version of the script has
 */
record Tapes(Map<String, String> sounds, Set<String> there) {

    /**
     * One prompt's recordings, in both wordings; empty when a voice says it.
     *
     * @param say files, and {@code {places}} for what is filled in
     */
    record Tape(List<String> say, List<String> again) {
        static final Tape NONE = new Tape(List.of(), List.of());

        Tape {
            say = List.copyOf(say);
            again = List.copyOf(again);
        }

        List<String> of(boolean afterAMiss) {
            return afterAMiss ? again : say;
        }

        /** Every file that is named. */
        Stream<String> files() {
            return Stream.concat(say.stream(), again.stream()).filter(piece -> !isPlace(piece));
        }
    }

    Tapes {
        sounds = Map.copyOf(sounds);
        there = Set.copyOf(there);
    }

    static boolean isPlace(String piece) {
        return piece.startsWith("{");
    }

    /** Whether every file of a wording is there. */
    boolean canPlay(List<String> pieces) {
        return !pieces.isEmpty() && pieces.stream().allMatch(piece -> isPlace(piece) || there.contains(piece));
    }

    /** The recording of a part of a value, if it is named and there. */
    Optional<String> sound(String name) {
        return Optional.ofNullable(sounds.get(name)).filter(there::contains);
    }
}
