package uk.referralline.sms;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** Where one kind of text that goes out is kept. */
public interface TextTable<T extends KeptText> {

    /** Locked until the transaction ends, so that a callback and our own doings never cross. */
    Optional<T> lock(UUID id);

    Optional<UUID> bySid(String sid);

    /** The provider was too busy to take it: certainly not sent. */
    void backToWaiting(UUID id);

    /** @param refusal why, in the words of the table */
    void refuse(UUID id, String refusal, OptionalInt code, Instant at);

    void become(UUID id, TextStatus status, boolean settled, Instant at);

    void fault(UUID id, int code);

    /** Keeps what the provider said, where that is kept; once for each status. */
    void note(UUID id, TextStatus status, OptionalInt code, Instant at);

    /** The provider has it under this id. */
    boolean adopt(UUID id, String sid);

    /** Another text had taken this one for its own, when both had the same words: it was never sent. */
    boolean takeFromAnother(UUID id, String sid, Instant at);
}
