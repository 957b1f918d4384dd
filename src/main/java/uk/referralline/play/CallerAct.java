package uk.referralline.play;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.referralline.ivr.Input;
import uk.referralline.ivr.Input.TransferEnded.Outcome;

/** What a caller does, in the words of a conversation: {@code presses 1}, {@code presses hash},
 * {@code stays silent}, {@code says something}; and what a person does who is rung, {@code person answers}. A hash is a word, because YAML takes it for a comment. */
public final class CallerAct {
    private static final Pattern PRESSES = Pattern.compile("presses ([0-9][0-9*# ]*)");
    private static final String NO_RECORDING_YET = "RE" + "0".repeat(31);

    /** What becomes of a transfer, as a conversation has it: what the person does who is rung. */
    private static final Map<String, Outcome> PERSON = Map.of(
            "person answers", Outcome.TALKED,
            "person does not answer", Outcome.NOT_ANSWERED,
            "person is busy", Outcome.BUSY,
            "person cannot be reached", Outcome.FAILED,
            "person does not take it", Outcome.DECLINED,
            "person leaves it to another", Outcome.OTHERS_LEFT);

    /** All that can become of a transfer. */
    static final List<String> OF_A_PERSON = PERSON.keySet().stream().sorted().toList();

    private CallerAct() {}

    /**
     * The input that these words stand for; empty when they are none that we know.
     *
     * @param turn counts the turns of the call, so that each recording has an id of its own
     */
    public static Optional<Input> of(String words, int turn) {
        Matcher presses = PRESSES.matcher(words);
        if (presses.matches()) {
            String keys = presses.group(1).replace(" ", "");
            boolean ended = keys.length() > 1 && keys.endsWith("#");
            return Optional.of(new Input.Digits(ended ? keys.substring(0, keys.length() - 1) : keys));
        }
        return switch (words) {
            case "presses hash" -> Optional.of(new Input.Digits("#"));
            case "presses star" -> Optional.of(new Input.Digits("*"));
            case "stays silent" -> Optional.of(new Input.Silence());
            case "says something" ->
                Optional.of(new Input.Recorded(NO_RECORDING_YET + Integer.toHexString(turn % 16), 5));
            case "hangs up" -> Optional.of(new Input.HungUp());
            default -> Optional.ofNullable(PERSON.get(words)).map(Input.TransferEnded::new);
        };
    }
}
