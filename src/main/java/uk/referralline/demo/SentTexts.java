package uk.referralline.demo;

import java.time.Instant;
import java.util.List;
import uk.referralline.number.PhoneNumber;
import uk.referralline.sms.FoundText;
import uk.referralline.sms.OutgoingText;
import uk.referralline.sms.Sending;
import uk.referralline.sms.TextGateway;
import uk.referralline.sms.TextStatus;

/** A provider of texts that delivers each of them at once, to nobody. */
record SentTexts(Sids sids) implements TextGateway {

    @Override
    public Sending send(OutgoingText text) {
        return new Sending.Accepted(sids.next("SM"), TextStatus.DELIVERED);
    }

    @Override
    public List<FoundText> find(PhoneNumber to, Instant since) {
        return List.of();
    }
}
