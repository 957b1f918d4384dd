package uk.referralline.call;

import java.util.List;
import uk.referralline.ivr.Next;
import uk.referralline.ivr.Saying;

/**
 * What the phone says and does now, in words: everything behind it is committed.
 *
 * @param turn the number of the turn that the caller's answer will be
 */
public record Spoken(List<Saying> sayings, Next next, int turn) {

    public Spoken {
        sayings = List.copyOf(sayings);
    }
}
