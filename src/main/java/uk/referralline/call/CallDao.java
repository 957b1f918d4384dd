package uk.referralline.call;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.json.Json;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import uk.referralline.casework.CaseId;
import uk.referralline.ivr.CallState;
import uk.referralline.ivr.Input;
import uk.referralline.number.PhoneNumber;

@RegisterConstructorMapper(CallDao.Row.class)
@RegisterConstructorMapper(CallDao.TurnRow.class)
interface CallDao {

    /** False when the call is already there: Twilio asks again when our first answer got lost. */
    @SqlUpdate("""
            INSERT INTO call (sid, case_id, script_version, caller_number, status, state, turns, began_at, last_turn_at)
            VALUES (:sid, :caseId, :scriptVersion, :caller, 'in-progress', :state, 0, :at, :at)
            ON CONFLICT (sid) DO NOTHING
            """)
    boolean insert(
            CallSid sid,
            CaseId caseId,
            long scriptVersion,
            Optional<PhoneNumber> caller,
            @Json CallState state,
            Instant at);

    /** The call, locked until the transaction ends, so that two turns of one call never cross. */
    @SqlQuery("""
            SELECT sid, case_id, script_version, status, state, turns
              FROM call
             WHERE sid = :sid
               FOR UPDATE
            """)
    Optional<Row> lock(CallSid sid);

    @SqlQuery("""
            SELECT input, before, kept
              FROM call_turn
             WHERE call_sid = :sid
               AND n = :n
            """)
    Optional<TurnRow> turn(CallSid sid, int n);

    /** The turn and the call after it, in one statement and so one way to the database and back. */
    @SqlUpdate("""
            WITH taken AS (
                UPDATE call
                   SET case_id = :caseId, state = :after, turns = :n + 1, last_turn_at = :at
                 WHERE sid = :sid
            ), noted AS (
                INSERT INTO case_fact (case_id, name, value, call_sid, noted_at)
                SELECT :caseId, fact.name, fact.value, :sid, :at
                  FROM unnest(:names, :values) AS fact (name, value)
            )
            INSERT INTO call_turn (call_sid, n, input, before, kept, at)
            VALUES (:sid, :n, :input, :before, :kept, :at)
            """)
    void save(
            CallSid sid,
            CaseId caseId,
            int n,
            @Json Input input,
            @Json CallState before,
            @Json CallState after,
            @Json Map<String, String> kept,
            @Bind("names") String[] names,
            @Bind("values") String[] values,
            Instant at);

    /** What happens on the phones that ring for a call is no turn of it. */
    @SqlUpdate("UPDATE call SET state = :state WHERE sid = :sid")
    void note(CallSid sid, @Json CallState state);

    /** A person has taken the call: it is on the case's timeline, with the leg to that person. */
    @SqlUpdate("""
            WITH noted AS (
                INSERT INTO case_fact (case_id, name, value, call_sid, noted_at)
                VALUES (:caseId, 'transfer', 'taken', :sid, :at), (:caseId, 'transfer-leg', :leg, :sid, :at)
            )
            UPDATE call
               SET state = :state, last_turn_at = :at
             WHERE sid = :sid
            """)
    void taken(CallSid sid, CaseId caseId, @Json CallState state, String leg, Instant at);

    @SqlUpdate("""
            UPDATE call
               SET status = :status,
                   ended_at = CASE WHEN :over THEN :at ELSE ended_at END
             WHERE sid = :sid
            """)
    void progress(CallSid sid, CallStatus status, boolean over, Instant at);

    /** @param talking before which also a call was taken by a person that is quiet because they talk */
    @SqlQuery("""
            SELECT sid
              FROM call
             WHERE ended_at IS NULL
               AND last_turn_at < :before
               AND (last_turn_at < :talking OR state -> 'answers' ->> 'transfer' IS DISTINCT FROM 'taken')
             ORDER BY last_turn_at
             LIMIT 100
            """)
    List<CallSid> quietSince(Instant before, Instant talking);

    /** A row of {@code call}. */
    record Row(
            CallSid sid,
            CaseId caseId,
            long scriptVersion,
            CallStatus status,
            @Json CallState state,
            int turns) {
        Call call() {
            return new Call(sid, caseId, scriptVersion, status, state, turns);
        }
    }

    /** A row of {@code call_turn}. */
    record TurnRow(
            @Json Input input, @Json CallState before, @Json Map<String, String> kept) {
        Call.PastTurn turn() {
            return new Call.PastTurn(input, before, kept);
        }
    }
}
