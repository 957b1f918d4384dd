package uk.referralline.console.signin;

import java.util.function.Function;

/** What became of a step of signing in. */
public sealed interface Outcome {

    <R> R either(Function<Passed, R> passed, Function<String, R> refused);

    /**
     * It was right.
     *
     * @param browser what the browser keeps from now on
     * @param next where it goes on: a path of ours
     */
    record Passed(Token browser, String next) implements Outcome {

        @Override
        public <R> R either(Function<Passed, R> passed, Function<String, R> refused) {
            return passed.apply(this);
        }
    }

    /** It was wrong, or comes too soon. @param sentence for whoever typed it, without a full stop */
    record Refused(String sentence) implements Outcome {

        @Override
        public <R> R either(Function<Passed, R> passed, Function<String, R> refused) {
            return refused.apply(sentence);
        }
    }
}
