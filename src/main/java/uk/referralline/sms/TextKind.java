package uk.referralline.sms;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import uk.referralline.number.PhoneNumber;

/** What one kind of text has of its own: where it is kept, and whether, when and where to it may go. */
public interface TextKind<T extends KeptText> {

    TextTable<T> table(Handle handle);

    Instant now();

    /** This moment, or the next at which it may go. */
    Instant allowed(T text, Instant moment);

    /** Why it may not go, in the words of its table; empty when it may. */
    Optional<String> refusal(Handle handle, T text, Instant moment);

    /** It is handed over after this transaction, which marks it. @return where it goes */
    PhoneNumber trying(Handle handle, T text, Instant moment);

    /** The provider would not have it. @param why a word of {@link HandOver} */
    void turnedDown(Handle handle, T text, String why);
}
