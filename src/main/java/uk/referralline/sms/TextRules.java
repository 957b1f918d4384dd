package uk.referralline.sms;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import uk.referralline.number.NumberPlan;
import uk.referralline.number.PhoneNumber;

/** Whether a text may go (law L6); asked at the moment of sending. */
public final class TextRules {
    private final NumberPlan plan;
    private final Suppressions suppressions;

    public TextRules(NumberPlan plan, Suppressions suppressions) {
        this.plan = plan;
        this.suppressions = suppressions;
    }

    /** Why not; empty when all five conditions hold. */
    Optional<Refusal> refusal(Handle handle, TextDao.Row text) {
        byte[] hash = suppressions.hash(handle, text.number()).orElseGet(() -> new byte[0]);
        TextDao.Conditions conditions = handle.attach(TextDao.class).conditions(text.caseId(), text.number(), hash);
        return Refusal.of(plan.kind(text.number()), conditions);
    }

    /** The provider knows of an opt-out that we had not heard of. */
    void optedOut(Handle handle, PhoneNumber number, Instant at) {
        suppressions.stop(handle, number, "provider", at);
    }
}
