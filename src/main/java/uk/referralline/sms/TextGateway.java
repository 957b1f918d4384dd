package uk.referralline.sms;

import java.time.Instant;
import java.util.List;
import uk.referralline.number.PhoneNumber;

/** The provider, as far as texts go. Called outside any transaction. */
public interface TextGateway {

    /** Hands a text over, once: it never tries again by itself. What it throws counts as {@link Sending.Unclear}. */
    Sending send(OutgoingText text);

    /**
     * The texts to this number that the provider got since then, those without a sending date included. It throws when
     * the provider cannot say.
     */
    List<FoundText> find(PhoneNumber to, Instant since);
}
