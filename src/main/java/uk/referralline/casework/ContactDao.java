package uk.referralline.casework;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import uk.referralline.duty.AdvocateId;

interface ContactDao {

    /** The gravest thing that forbids a call, if there is one. */
    @SqlQuery("""
            SELECT CASE
                   WHEN EXISTS (SELECT 1 FROM contact_alert WHERE case_id = :id AND lifted_at IS NULL) THEN 'ALERT'
                   WHEN EXISTS (SELECT 1 FROM case_need WHERE case_id = :id AND blocks_phone) THEN 'NO_PHONE'
                   WHEN EXISTS (SELECT 1
                                  FROM callback
                                  JOIN number_block ON number_block.number = callback.number
                                 WHERE callback.case_id = :id
                                   AND callback.status = 'open'
                                   AND number_block.lifted_at IS NULL) THEN 'BLOCKED'
                   END
            """)
    Optional<Obstacle> obstacle(CaseId id);

    @SqlUpdate("""
            INSERT INTO contact_alert (case_id, reason, raised_at, raised_by)
            VALUES (:id, :reason, :at, :advocate)
            """)
    void raise(CaseId id, String reason, AdvocateId advocate, Instant at);

    @SqlUpdate("""
            UPDATE contact_alert
               SET lifted_at = :at, lifted_by = :advocate, lift_reason = :reason
             WHERE case_id = :id
               AND lifted_at IS NULL
            """)
    int lift(CaseId id, String reason, AdvocateId advocate, Instant at);

    @SqlQuery("SELECT EXISTS (SELECT 1 FROM incident WHERE case_id = :id AND settled_at IS NULL)")
    boolean incidentOpen(CaseId id);

    @SqlUpdate("""
            UPDATE incident
               SET settled_at = :at, settled_by = :advocate, settlement = :settlement
             WHERE case_id = :id
               AND settled_at IS NULL
            """)
    int settle(CaseId id, String settlement, AdvocateId advocate, Instant at);

    /** Messages with sound in them that nobody has written up. */
    @SqlQuery("""
            SELECT count(*)
              FROM recording
             WHERE case_id = :id
               AND status IN ('left', 'completed')
               AND written_up_at IS NULL
            """)
    int unheard(CaseId id);

    @SqlUpdate("""
            UPDATE recording
               SET written_up_at = :at, written_up_by = :advocate
             WHERE case_id = :id
               AND sid = :sid
               AND written_up_at IS NULL
            """)
    boolean writtenUp(CaseId id, String sid, AdvocateId advocate, Instant at);

    /** Why a person must not be called. */
    enum Obstacle {
        ALERT("A safety alert stands: nobody calls or texts until it is lifted."),
        NO_PHONE("This person must not be phoned: make contact in the way they asked for."),
        BLOCKED("This number is blocked: it was a wrong number, or they asked us not to call.");

        private final String sentence;

        Obstacle(String sentence) {
            this.sentence = sentence;
        }

        String sentence() {
            return sentence;
        }
    }
}
