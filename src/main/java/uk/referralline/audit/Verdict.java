package uk.referralline.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** What a check of the whole audit found. */
public sealed interface Verdict {

    /** Tells it in words of the caller's. */
    <R> R tell(Function<Whole, R> whole, Function<Broken, R> broken);

    /** Every entry follows from the one before it. */
    record Whole(Optional<Newest> newest) implements Verdict {
        @Override
        public <R> R tell(Function<Whole, R> whole, Function<Broken, R> broken) {
            return whole.apply(this);
        }
    }

    /** The last entry of an audit that has any. @param anchor its number is also how many there are */
    record Newest(Anchor anchor, Instant at) {}

    /** Somebody changed something. @param sentence names the first entry that shows it */
    record Broken(String sentence) implements Verdict {
        @Override
        public <R> R tell(Function<Whole, R> whole, Function<Broken, R> broken) {
            return broken.apply(this);
        }
    }
}
