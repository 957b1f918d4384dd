package uk.referralline.sms;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import uk.referralline.number.PhoneNumber;

/** A text that is to go out, or went, as its table has it. */
public interface KeptText {

    UUID id();

    /** Where it goes; empty where that is chosen only when it goes, and it has not yet. */
    Optional<PhoneNumber> to();

    String body();

    TextStatus status();

    /** {@code SM} or {@code MM} and 32 hexadecimal digits, once the provider is known to have it. */
    Optional<String> providerSid();

    /** When it was handed over. */
    Optional<Instant> triedAt();

    /** From then on it is not sent any more. */
    Instant uselessAt();
}
