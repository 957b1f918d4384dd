package uk.referralline.casework;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * How an attempt to reach somebody ended. The list is fixed, because reports and rules stand on it; what an advocate reads
 * beside each word is in {@code attempts.yaml}.
 */
public enum Disposition {
    SPOKE("spoke", Meaning.SETTLES),
    NOT_IN("not-in"),
    NO_ANSWER("no-answer"),
    MESSAGE_LEFT("message-left", Meaning.NEEDS_PERMISSION),
    WRONG_NUMBER("wrong-number", Meaning.SETTLES, Meaning.BLOCKS_NUMBER),
    ASKED_NOT_TO_CALL("asked-not-to-call", Meaning.SETTLES, Meaning.BLOCKS_NUMBER),
    HANDED_OVER("handed-over", Meaning.SETTLES);

    private final String word;
    private final List<Meaning> meanings;

    Disposition(String word, Meaning... meanings) {
        this.word = word;
        this.meanings = List.of(meanings);
    }

    /** As tables, files and screens have it. */
    public String word() {
        return word;
    }

    /** Whether the callback ends with this. */
    public boolean settles() {
        return meanings.contains(Meaning.SETTLES);
    }

    /** Whether this may be chosen only where the person said yes to a message on that number. */
    public boolean needsPermission() {
        return meanings.contains(Meaning.NEEDS_PERMISSION);
    }

    /** Whether nobody may use that number for this person again. */
    public boolean blocksNumber() {
        return meanings.contains(Meaning.BLOCKS_NUMBER);
    }

    /** @throws IllegalArgumentException when there is no such word */
    public static Disposition ofWord(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no disposition is called \"" + word + "\""));
    }

    static List<String> words() {
        return Stream.of(values()).map(Disposition::word).toList();
    }

    private enum Meaning {
        SETTLES,
        NEEDS_PERMISSION,
        BLOCKS_NUMBER
    }
}
