package uk.referralline.console;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import uk.referralline.casework.AttemptRules;
import uk.referralline.casework.Desks;
import uk.referralline.casework.Wards;
import uk.referralline.number.NumberPlan;

/**
 * What the pages about cases stand on.
 *
 * @param rules and {@code wards}: those that hold now
 * @param sounds where left messages are played from
 */
public record CaseWork(
        Jdbi jdbi,
        Desks desks,
        NumberPlan plan,
        Supplier<AttemptRules> rules,
        Supplier<Wards> wards,
        Sounds sounds,
        Eraser eraser) {

    /** Where left messages are played from. */
    @FunctionalInterface
    public interface Sounds {

        /** The sound of a recording, as WAV; empty when it cannot be had now. @param sid {@code RE…} */
        Optional<byte[]> of(String sid);
    }

    /** Lets a left message be erased, here and at the provider, in a transaction of the caller's. */
    @FunctionalInterface
    public interface Eraser {
        void erase(Handle handle, String sid, Instant at);
    }

    void erase(Handle handle, String sid, Instant at) {
        eraser.erase(handle, sid, at);
    }
}
