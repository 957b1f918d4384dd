package uk.referralline.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what a person probably meant by a misspelt name. */
public final class Spelling {
    private Spelling() {}

    /** The known name within two typing mistakes of the word, if there is one. */
    public static Optional<String> nearest(String word, Collection<String> known) {
        return known.stream()
                .filter(each -> mistakes(word, each) <= Math.min(2, Math.max(1, word.length() / 3)))
                .min(Comparator.comparingInt((String each) -> mistakes(word, each))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Levenshtein's distance: letters to add, drop or change. */
    private static int mistakes(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int change = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
