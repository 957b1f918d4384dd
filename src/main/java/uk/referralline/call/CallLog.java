package uk.referralline.call;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import uk.referralline.casework.CaseId;
import uk.referralline.casework.Reference;

/** The calls on the line, to look at: when, from where, and how each ended. */
public final class CallLog {

    /** What a call led to, as far as it has come. */
    public enum Result {
        /** Somebody is still on the phone. */
        GOING_ON,
        REFERRED,
        CALL_PROMISED,
        MESSAGE_LEFT,
        /** Contact in another way than by a call. */
        CONTACT_PROMISED,
        HUNG_UP,
        /** To the last words, and nothing was promised. */
        HEARD_OUT
    }

    /**
     * One call.
     *
     * @param caseId of the case that its own one goes on in
     * @param lastDigits of the number that called; empty when it was withheld
     * @param language BCP 47, at the end of the call
     * @param due by when what was promised will be done
     * @param step of the call script where it ended, or is now
     */
    public record Entry(
            CallSid sid,
            CaseId caseId,
            Reference reference,
            Instant beganAt,
            Optional<Instant> endedAt,
            Optional<String> lastDigits,
            String language,
            Optional<Instant> due,
            String step,
            Result result) {

        /** How long it took; empty while it goes on. */
        public Optional<Duration> length() {
            return endedAt.map(end -> Duration.between(beganAt, end));
        }
    }

    /** The newest calls first. @param before only calls that began before this one */
    public List<Entry> newest(Handle handle, Optional<CallSid> before, int most) {
        return handle.attach(LogDao.class).newest(before, most);
    }

    public Optional<Entry> find(Handle handle, CallSid sid) {
        return handle.attach(LogDao.class).find(sid);
    }

    @RegisterConstructorMapper(Entry.class)
    interface LogDao {
        String ENTRY = """
                SELECT call.sid, living_case(call.case_id) AS case_id, one.reference, call.began_at, call.ended_at,
                       right(call.caller_number, 3) AS last_digits,
                       coalesce(nullif(call.state #>> '{answers,language}', ''), 'en-GB') AS language,
                       CAST(nullif(last.kept ->> 'due', '') AS timestamptz) AS due,
                       coalesce(nullif(last.before ->> 'step', ''), call.state ->> 'step', '') AS step,
                       CASE
                           WHEN call.ended_at IS NULL THEN 'GOING_ON'
                           WHEN coalesce(last.kept ->> 'due', '') = '' THEN
                               CASE WHEN last.input ->> 'what' = 'hung-up' THEN 'HUNG_UP' ELSE 'HEARD_OUT' END
                           WHEN EXISTS (SELECT 1
                                          FROM referral
                                         WHERE referral.case_id = call.case_id
                                           AND referral.left_at BETWEEN call.began_at AND call.ended_at)
                               THEN 'REFERRED'
                           WHEN EXISTS (SELECT 1
                                          FROM callback
                                          JOIN callback_event AS asked ON asked.callback_id = callback.id
                                         WHERE callback.case_id = call.case_id
                                           AND asked.kind = 'asked'
                                           AND asked.at BETWEEN call.began_at AND call.ended_at)
                               THEN 'CALL_PROMISED'
                           WHEN EXISTS (SELECT 1
                                          FROM recording
                                         WHERE recording.call_sid = call.sid
                                           AND recording.purpose = 'message')
                               THEN 'MESSAGE_LEFT'
                           ELSE 'CONTACT_PROMISED'
                       END AS result
                  FROM call
                  JOIN case_record AS one ON one.id = call.case_id
                  LEFT JOIN call_turn AS last ON last.call_sid = call.sid AND last.n = call.turns - 1
                """;

        @SqlQuery(ENTRY + """
                 WHERE CAST(:before AS text) IS NULL
                    OR (call.began_at, call.sid) < (SELECT began_at, sid FROM call WHERE sid = :before)
                 ORDER BY call.began_at DESC, call.sid DESC
                 LIMIT :most
                """)
        List<Entry> newest(Optional<CallSid> before, int most);

        @SqlQuery(ENTRY + " WHERE call.sid = :sid")
        Optional<Entry> find(CallSid sid);
    }
}
