package uk.referralline.duty;

import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.mapper.Nested;

/** A swap as it stands. @param agreedBy until somebody agrees, the shift is whose it was */
public record Swap(SwapId id, @Nested NewSwap wish, Optional<AdvocateId> agreedBy) {

    public boolean agreed() {
        return agreedBy.isPresent();
    }

    boolean of(ShiftId shift, LocalDate day) {
        return wish.shift().equals(shift) && wish.day().equals(day);
    }
}
