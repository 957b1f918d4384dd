package uk.referralline.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what a person probably meant by a misspelt name. */
public final class Spelling {
    private static final LevenshteinDistance MISTAKES = LevenshteinDistance.getDefaultInstance();
    private static final int MOST = 2;

    private Spelling() {}

    /** The known name within two typing mistakes of the word, if there is one; fewer for a short word. */
    public static Optional<String> nearest(String word, Collection<String> known) {
        int most = Math.min(MOST, word.length() / 2);
        return known.stream()
                .filter(each -> MISTAKES.apply(word, each) <= most)
                .min(Comparator.comparingInt((String each) -> MISTAKES.apply(word, each))
                        .thenComparing(Comparator.naturalOrder()));
    }
}
