package uk.referralline.sms;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import uk.referralline.casework.CaseId;

/** Opens a case for somebody who contacted us, with a queue and a due time (law L3). */
public interface Contacts {

    /** A new case, in the caller's transaction. */
    CaseId open(Handle handle, Instant at);
}
