package uk.referralline.call;

import java.util.Optional;
import uk.referralline.ivr.CallState;
import uk.referralline.ivr.Input;
import uk.referralline.ivr.ScriptMap;

/** What a caller did, in words that never say which digits they keyed in. */
record Deeds(ScriptMap map) {

    /**
     * The words for one input.
     *
     * @param what its kind, as it is kept
     * @param input empty where its content has been deleted
     */
    String words(String what, Optional<Input> input, Optional<CallState> before) {
        return switch (what) {
            case "begun" -> "called";
            case "digits" -> pressed(input, before);
            case "silence" -> "said nothing";
            case "recorded" -> recorded(input);
            case "hung-up" -> "hung up";
            default -> what.isBlank() ? "did something that is no longer kept" : what.replace('-', ' ');
        };
    }

    private String pressed(Optional<Input> input, Optional<CallState> before) {
        boolean number = before.filter(this::keysIn).isPresent();
        return input.map(each -> each instanceof Input.Digits digits ? digits.keys() : "")
                .map(keys -> pressed(keys, number))
                .orElse(number ? "keyed in a number" : "pressed a key");
    }

    private static String pressed(String keys, boolean number) {
        return switch (keys) {
            case "*" -> "pressed star";
            case "#" -> "pressed hash";
            case "0", "9" -> "pressed " + keys;
            default -> number || keys.length() > 1 ? "keyed in a number" : "pressed " + keys;
        };
    }

    private boolean keysIn(CallState state) {
        return state.draft().isBlank()
                && place(map, state.step())
                        .filter(place -> place.kind() == ScriptMap.Kind.KEYS_IN)
                        .isPresent();
    }

    static Optional<ScriptMap.Place> place(ScriptMap map, String step) {
        return map.places().stream().filter(place -> place.name().equals(step)).findFirst();
    }

    private static String recorded(Optional<Input> input) {
        return input.map(each -> each instanceof Input.Recorded recorded ? recorded.seconds() : 0)
                .map(Deeds::recorded)
                .orElse("left a message");
    }

    private static String recorded(int seconds) {
        return seconds == 0
                ? "said nothing that was recorded"
                : "left a message of " + seconds + (seconds == 1 ? " second" : " seconds");
    }
}
