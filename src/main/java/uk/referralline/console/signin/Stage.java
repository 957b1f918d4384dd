package uk.referralline.console.signin;

import java.util.Arrays;

/** How far somebody has come in signing in, and the page where they go on. */
public enum Stage {
    /** The password was right; the code of the second factor is due. */
    CODE("code", "/sign-in/code"),
    /** Came in with a first password, which somebody else has seen. */
    NEW_PASSWORD("new-password", "/sign-in/new-password"),
    /** Has no second factor yet. */
    SET_UP("set-up", "/sign-in/set-up"),
    /** Signed in. */
    IN("in", "/");

    private final String word;
    private final String path;

    Stage(String word, String path) {
        this.word = word;
        this.path = path;
    }

    /** As tables have it. */
    public String word() {
        return word;
    }

    /** Where somebody who has come this far goes on. */
    public String path() {
        return path;
    }

    /** @throws IllegalArgumentException when there is no such word */
    public static Stage ofWord(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no stage is called \"" + word + "\""));
    }
}
