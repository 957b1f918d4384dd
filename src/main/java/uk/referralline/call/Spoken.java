package uk.referralline.call;

import java.util.List;
import uk.referralline.ivr.Next;
import uk.referralline.ivr.Saying;
import uk.referralline.number.PhoneNumber;

/**
 * What the phone says and does now, in words: everything behind it is committed.
 *
 * @param turn the number of the turn that the caller's answer will be
 * @param ringing who is rung, for a {@link Next.Transfer}
 */
public record Spoken(List<Saying> sayings, Next next, int turn, Ringing ringing) {

    public Spoken {
        sayings = List.copyOf(sayings);
    }

    /** The phones that ring for a call; none unless it is to be put through. @param call whose caller waits */
    public record Ringing(CallSid call, List<PhoneNumber> phones) {
        public Ringing {
            phones = List.copyOf(phones);
        }
    }
}
