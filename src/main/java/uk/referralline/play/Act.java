package uk.referralline.play;

import java.util.ArrayList;
import java.util.List;
import uk.referralline.ivr.Input;
import uk.referralline.ivr.Next;

/** Something a caller may do, in the words of a conversation, and the input that the line gets from it. */
record Act(String words, Input input) {
    static final Act HANGS_UP = of("hangs up");
    static final Act SILENT = of("stays silent");
    static final Act STAR = of("presses star");
    static final Act ZERO = of("presses 0");

    /** A number of each sort that matters: those who key it in, and those who key in something else. */
    private static final List<String> NUMBERS =
            List.of("07700900126#", "01632960555#", "12345#", "2703949#", "2703940#", "0#");

    static Act of(String words) {
        return new Act(words, CallerAct.of(words, 0).orElseThrow());
    }

    boolean isHangUp() {
        return input instanceof Input.HungUp;
    }

    /** Whether a caller who knows what they want, and makes no mistake, would do it. */
    boolean helps(Goal goal) {
        boolean wanders = isHangUp() || equals(SILENT) || equals(STAR) || words.equals("presses 0#");
        return !wanders && (goal.byZero() || !equals(ZERO));
    }

    /** As many keys as the caller presses. */
    int presses() {
        return input instanceof Input.Digits
                ? words.substring("presses ".length())
                        .replaceAll("hash|star", "#")
                        .length()
                : 0;
    }

    /** Everything that can happen while the phone waits like this, one of each sort. */
    static List<Act> possible(Next next) {
        return next.match(new Possible());
    }

    private static final class Possible implements Next.Cases<List<Act>> {
        private static final List<Act> ONE_KEY = oneKey();
        private static final List<Act> NUMBER =
                with(NUMBERS.stream().map(keys -> of("presses " + keys)).toList());
        private static final List<Act> MESSAGE = with(List.of(of("says something")));

        private static final List<Act> TRANSFER = transferred();

        @Override
        public List<Act> gather(Next.Gather gather) {
            return gather.keys() == 1 ? ONE_KEY : NUMBER;
        }

        @Override
        public List<Act> record(Next.Record record) {
            return MESSAGE;
        }

        @Override
        public List<Act> transfer(Next.Transfer transfer) {
            return TRANSFER;
        }

        @Override
        public List<Act> hangUp(Next.HangUp hangUp) {
            return List.of();
        }

        private static List<Act> transferred() {
            List<Act> all =
                    new ArrayList<>(CallerAct.OF_A_PERSON.stream().map(Act::of).toList());
            all.add(HANGS_UP);
            return List.copyOf(all);
        }

        private static List<Act> oneKey() {
            List<Act> keys = new ArrayList<>();
            for (int key = 1; key <= 9; key++) {
                keys.add(of("presses " + key));
            }
            return with(keys);
        }

        private static List<Act> with(List<Act> some) {
            List<Act> all = new ArrayList<>(some);
            all.addAll(List.of(ZERO, STAR, of("presses hash"), SILENT, HANGS_UP));
            return List.copyOf(all);
        }
    }
}
