package uk.referralline.sms;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import uk.referralline.casework.CaseId;
import uk.referralline.number.PhoneNumber;

interface ReceivedDao {

    /** False when it is already there: the provider asks again when our answer got lost. */
    @SqlUpdate("""
            INSERT INTO text_received (sid, number, body, received_at)
            VALUES (:sid, :number, :body, :at)
            ON CONFLICT (sid) DO NOTHING
            """)
    boolean insert(String sid, Optional<PhoneNumber> number, String body, Instant at);

    @SqlUpdate("UPDATE text_received SET case_id = :caseId WHERE sid = :sid")
    void onCase(String sid, CaseId caseId);
}
