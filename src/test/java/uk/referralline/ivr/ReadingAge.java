package uk.referralline.ivr;

import eu.crydee.syllablecounter.SyllableCounter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How old a child must be to take in a text: the Flesch-Kincaid grade is a school year of the United States, and the children
 * in it are five years older than its number.
 *
 * @param sentences each in its words, as they are spoken
 */
record ReadingAge(List<List<String>> sentences) {
    private static final List<String> DIGITS =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");

    /**
     * Names, and what those who call come for: nobody can say them shorter, and who hears them knows them. They count as short
     * words, as names do in Gunning's formula and familiar words in Dale and Chall's.
     */
    private static final Set<String> KNOWN = Set.of(
            ("coventry warwickshire caludon centre saint michael's manor voiceability granary westwick oakington sophos"
                            + " egress wednesday september advocate advocacy hospital tribunal")
                    .split(" "));

    private static final SyllableCounter SYLLABLES = new SyllableCounter();

    ReadingAge {
        sentences = sentences.stream().map(List::copyOf).toList();
    }

    /** @param text with a full stop or a question mark after each sentence */
    static ReadingAge of(String text) {
        return new ReadingAge(Arrays.stream(text.split("[.?!](\\s|$)"))
                .map(ReadingAge::words)
                .filter(words -> !words.isEmpty())
                .toList());
    }

    private static List<String> words(String sentence) {
        String spoken = sentence.replace(Words.PAUSE, " ").toLowerCase(Locale.UK);
        for (int digit = 0; digit < DIGITS.size(); digit++) {
            spoken = spoken.replace(String.valueOf(digit), " " + DIGITS.get(digit) + " ");
        }
        return Arrays.stream(spoken.split("[^a-z']+"))
                .filter(word -> !word.isBlank())
                .toList();
    }

    int words() {
        return sentences.stream().mapToInt(List::size).sum();
    }

    /** In words. */
    int longestSentence() {
        return sentences.stream().mapToInt(List::size).max().orElse(0);
    }

    /** By Kincaid, Fishburne, Rogers and Chissom, 1975. */
    double grade() {
        double syllables = sentences.stream()
                .flatMap(List::stream)
                .mapToInt(word -> KNOWN.contains(word) ? 1 : SYLLABLES.count(word))
                .sum();
        return 0.39 * words() / sentences.size() + 11.8 * syllables / words() - 15.59;
    }

    /** In years. */
    double years() {
        return grade() + 5;
    }
}
