package uk.referralline.ivr;

/** One sound of what is said: a voice, or a recording. */
public sealed interface Sound {

    /** Words for a voice, with {@link Words#PAUSE} where it rests. @param voice the provider's name of it */
    record Spoken(String text, String language, String voice) implements Sound {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.spoken(this);
        }

        /** What is said may hold what a caller keyed in. */
        @Override
        public String toString() {
            return "Spoken[" + language + ", " + text.length() + " characters]";
        }
    }

    /**
     * A recorded prompt, which is there.
     *
     * @param script the {@link Script#hash} of the version that has it
     * @param file such as {@code ti-ER/welcome.mp3}
     */
    record Played(String script, String file) implements Sound {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.played(this);
        }
    }

    /** The caller's own recording. @param recording the provider's id of it */
    record Own(String recording) implements Sound {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.own(this);
        }
    }

    /** One way for each. */
    interface Cases<R> {
        R spoken(Spoken sound);

        R played(Played sound);

        R own(Own sound);
    }

    <R> R match(Cases<R> cases);
}
