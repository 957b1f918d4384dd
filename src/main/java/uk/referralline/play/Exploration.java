package uk.referralline.play;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an exploration proved, and what it found.
 *
 * @param broken for each claim that does not hold, the shortest call that breaks it
 * @param moments how many different moments there are
 * @param turns how many turns were taken to see them all
 */
public record Exploration(Map<Claim, Conversation> broken, int moments, int turns) {

    public Exploration {
        broken = Collections.unmodifiableMap(new TreeMap<>(broken));
    }

    static Exploration of(Lab lab, Map<Claim, Moment> broken, int moments, int turns) {
        Map<Claim, Conversation> written = new EnumMap<>(Claim.class);
        broken.forEach((claim, moment) -> written.put(claim, Transcript.of(claim.words(), moment, lab)));
        return new Exploration(written, moments, turns);
    }

    public List<Claim> proven() {
        return Arrays.stream(Claim.values())
                .filter(claim -> !broken.containsKey(claim))
                .toList();
    }
}
