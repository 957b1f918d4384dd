package uk.referralline.recording;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import uk.referralline.casework.CaseId;

interface RecordingDao {

    /** The callback may have been here first: then only what it could not know is added. */
    @SqlUpdate("""
            INSERT INTO recording (sid, call_sid, case_id, purpose, status, seconds, left_at)
            VALUES (:sid, :callSid, :caseId, :purpose, 'left', :seconds, :at)
            ON CONFLICT (sid) DO UPDATE
               SET purpose = excluded.purpose,
                   status = CASE WHEN recording.status = 'recording' THEN 'left' ELSE recording.status END
            """)
    void left(@BindMethods Recordings.LeftMessage message, @Bind("at") Instant at);

    @SqlQuery("SELECT case_id FROM call WHERE sid = :callSid")
    Optional<CaseId> caseOf(String callSid);

    @SqlUpdate("""
            INSERT INTO recording (sid, call_sid, case_id, status, left_at)
            VALUES (:sid, :callSid, :caseId, 'recording', :at)
            ON CONFLICT (sid) DO NOTHING
            """)
    void insertUnlessThere(RecordingSid sid, String callSid, CaseId caseId, Instant at);

    @SqlUpdate("UPDATE recording SET status = 'erased', settled_at = :at WHERE sid = :sid")
    void erase(RecordingSid sid, Instant at);

    @SqlQuery("SELECT status FROM recording WHERE sid = :sid FOR UPDATE")
    RecordingStatus lock(RecordingSid sid);

    @SqlUpdate("""
            UPDATE recording
               SET status = :status,
                   seconds = :seconds,
                   settled_at = CASE WHEN :settled THEN CAST(:at AS timestamptz) END
             WHERE sid = :sid
            """)
    void settle(RecordingSid sid, RecordingStatus status, int seconds, Instant at, boolean settled);
}
