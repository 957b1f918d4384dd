package uk.referralline.casework;

import java.util.Set;

/** What one answer has to be for a rule to fit. */
interface Wanted {

    boolean fits(String answer);

    /** Whether this fits every answer that the other fits. */
    boolean covers(Wanted other);

    /** One of some words. */
    record Words(Set<String> words) implements Wanted {

        public Words {
            words = Set.copyOf(words);
        }

        @Override
        public boolean fits(String answer) {
            return words.contains(answer);
        }

        @Override
        public boolean covers(Wanted other) {
            return other instanceof Words narrower && words.containsAll(narrower.words);
        }
    }

    /** A whole number from {@code least} to {@code most}. */
    record Range(int least, int most) implements Wanted {
        private static final String NUMBER = "[0-9]{1,6}";

        public Range {
            if (least > most) {
                throw new IllegalArgumentException("no number is in this range");
            }
        }

        /** Reads {@code "3 or fewer"}, {@code "4 to 7"}, {@code "10 or more"} and {@code "5"}. */
        static Range of(String text) {
            if (text.matches(NUMBER + " or fewer")) {
                return new Range(0, number(text.replace(" or fewer", "")));
            }
            if (text.matches(NUMBER + " or more")) {
                return new Range(number(text.replace(" or more", "")), Integer.MAX_VALUE);
            }
            String[] ends = text.split(" to ", 2);
            return new Range(number(ends[0]), number(ends[ends.length - 1]));
        }

        private static int number(String text) {
            if (!text.matches(NUMBER)) {
                throw new IllegalArgumentException("not a whole number");
            }
            return Integer.parseInt(text);
        }

        @Override
        public boolean fits(String answer) {
            return answer.matches(NUMBER) && number(answer) >= least && number(answer) <= most;
        }

        @Override
        public boolean covers(Wanted other) {
            return other instanceof Range narrower && least <= narrower.least && narrower.most <= most;
        }
    }
}
