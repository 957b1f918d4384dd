package uk.referralline.casework;

import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import uk.referralline.duty.AdvocateId;

interface NeedDao {

    /** Told again, the first time stays and a newer detail holds. */
    @SqlUpdate("""
            INSERT INTO case_need (case_id, need, detail, call_sid, noted_at)
            VALUES (:id, :need, :detail, :callSid, :at)
            ON CONFLICT (case_id, need) DO UPDATE
               SET detail = COALESCE(excluded.detail, case_need.detail)
            """)
    void note(CaseId id, CommunicationNeed need, @BindMethods NeedNote note);

    /** The same, told to an advocate. */
    @SqlUpdate("""
            INSERT INTO case_need (case_id, need, detail, advocate_id, noted_at)
            VALUES (:id, :need, :detail, :advocate, :at)
            ON CONFLICT (case_id, need) DO UPDATE
               SET detail = COALESCE(excluded.detail, case_need.detail),
                   advocate_id = excluded.advocate_id
            """)
    void noteBy(CaseId id, CommunicationNeed need, @BindMethods NeedNote note, @Bind("advocate") AdvocateId advocate);

    /** What is known of a need; empty where there is no such need, or no more to say of it. */
    @SqlQuery("SELECT detail FROM case_need WHERE case_id = :id AND need = :need AND detail IS NOT NULL")
    Optional<String> detail(CaseId id, CommunicationNeed need);

    @SqlUpdate("DELETE FROM case_need WHERE case_id = :id AND need = :need")
    boolean withdraw(CaseId id, CommunicationNeed need);

    /** What was said on a call before its caller keyed in the reference of their earlier case belongs there. */
    @SqlUpdate("""
            WITH carried AS (
                DELETE FROM case_need
                 WHERE case_id = :from
                   AND call_sid = :callSid
                RETURNING need, detail, call_sid, noted_at
            )
            INSERT INTO case_need (case_id, need, detail, call_sid, noted_at)
            SELECT :to, need, detail, call_sid, noted_at
              FROM carried
            ON CONFLICT (case_id, need) DO NOTHING
            """)
    boolean carry(CaseId from, CaseId to, String callSid);

    @SqlUpdate("DELETE FROM case_need WHERE case_id = :id AND call_sid = :callSid")
    void drop(CaseId id, String callSid);
}
