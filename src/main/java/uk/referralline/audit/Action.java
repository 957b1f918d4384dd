package uk.referralline.audit;

import java.util.Arrays;

/** What was done. What exactly, if it matters, is the detail of the entry. */
public enum Action {
    VIEW("view"),
    SEARCH("search"),
    /** Of a left message. */
    PLAY("play"),
    CALL("call"),
    /** Of a text. */
    SEND("send"),
    CHANGE("change"),
    EXPORT("export"),
    SIGN_IN("sign-in"),
    SIGN_OUT("sign-out"),
    /** A change of how the service works, not of a case. */
    SETTING("setting");

    private final String word;

    Action(String word) {
        this.word = word;
    }

    /** As tables have it. */
    public String word() {
        return word;
    }

    /** @throws IllegalArgumentException when there is no such word */
    public static Action ofWord(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no action is called \"" + word + "\""));
    }
}
