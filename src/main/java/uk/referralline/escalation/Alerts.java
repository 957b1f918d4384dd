package uk.referralline.escalation;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import uk.referralline.casework.CaseId;
import uk.referralline.duty.AdvocateId;
import uk.referralline.sms.TextStatus;

/** Who was told of what, for people to look up. */
public final class Alerts {

    /**
     * One text to one person.
     *
     * @param about the due time of the case when it was told
     * @param status what became of the text
     */
    public record Alert(
            AlertKind kind, int step, Instant about, Instant raisedAt, AdvocateId advocate, TextStatus status) {}

    /** Everything that was told of a case, the oldest first. */
    public List<Alert> onCase(Handle handle, CaseId id) {
        return handle.attach(AlertDao.class).onCase(id);
    }
}
