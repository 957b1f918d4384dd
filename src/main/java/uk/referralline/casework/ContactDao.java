package uk.referralline.casework;

import java.time.Instant;
import java.util.List;
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
                                  FROM case_need
                                 WHERE case_id = ANY (ARRAY(SELECT linked_cases(:id)))
                                   AND blocks_phone) THEN 'NO_PHONE_THERE'
                   WHEN EXISTS (SELECT 1
                                  FROM callback
                                  JOIN number_block ON number_block.number = callback.number
                                 WHERE callback.case_id = :id
                                   AND callback.status = 'open'
                                   AND number_block.lifted_at IS NULL)
                     OR NOT EXISTS (SELECT 1 FROM callback WHERE case_id = :id AND status = 'open')
                    AND EXISTS (SELECT 1
                                  FROM referral
                                  JOIN number_block ON number_block.number = referral.number
                                 WHERE referral.case_id = ANY (ARRAY(SELECT case_family(:id)))
                                   AND number_block.lifted_at IS NULL) THEN 'BLOCKED'
                   END
            """)
    Optional<Obstacle> obstacle(CaseId id);

    /**
     * The case and those that are linked to it, locked in one order, so that two who change them at once never wait for each other in a
     * circle. Not one whose person said no: nothing about them is written down again.
     */
    @SqlQuery("""
            SELECT id
              FROM case_record
             WHERE id = ANY (ARRAY(SELECT linked_cases(:id)) || CAST(:id AS bigint))
               AND outcome IS DISTINCT FROM 'said-no'
             ORDER BY id
               FOR NO KEY UPDATE
            """)
    List<CaseId> lockPerson(CaseId id);

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

    @SqlQuery("""
            SELECT EXISTS (SELECT 1
                             FROM incident
                            WHERE case_id = ANY (ARRAY(SELECT case_family(:id)))
                              AND settled_at IS NULL)
            """)
    boolean incidentOpen(CaseId id);

    /** Whether anybody asked for something, other than by a message alone. */
    @SqlQuery("""
            WITH family AS (SELECT case_family(:id) AS id)
            SELECT EXISTS (SELECT 1 FROM case_record WHERE id IN (SELECT id FROM family) AND kind <> 'general')
                OR EXISTS (SELECT 1 FROM callback WHERE case_id IN (SELECT id FROM family))
            """)
    boolean asked(CaseId id);

    /** Whether we promised to be in touch by another way than a call. Such a promise has no row but the case's kind. */
    @SqlQuery("""
            WITH family AS (SELECT case_family(:id) AS id)
            SELECT EXISTS (SELECT 1 FROM case_record WHERE id IN (SELECT id FROM family) AND kind = 'self-referral')
               AND NOT EXISTS (SELECT 1
                                 FROM callback AS mine
                                 JOIN callback AS made ON made.id = answering_call(mine.id)
                                WHERE mine.case_id IN (SELECT id FROM family)
                                  AND made.outcome IS DISTINCT FROM 'must-not-be-phoned')
            """)
    boolean promisedOtherwise(CaseId id);

    @SqlUpdate("""
            UPDATE incident
               SET settled_at = :at, settled_by = :advocate, settlement = :settlement
             WHERE case_id = ANY (ARRAY(SELECT case_family(:id)))
               AND settled_at IS NULL
            """)
    int settle(CaseId id, String settlement, AdvocateId advocate, Instant at);

    /** Messages with sound in them that nobody has written up, here or on a case that was merged into this one. */
    @SqlQuery("""
            SELECT count(*)
              FROM recording
             WHERE case_id = ANY (ARRAY(SELECT case_family(:id)))
               AND status IN ('left', 'completed')
               AND written_up_at IS NULL
            """)
    int unheard(CaseId id);

    @SqlUpdate("""
            UPDATE recording
               SET written_up_at = :at, written_up_by = :advocate
             WHERE case_id = ANY (ARRAY(SELECT case_family(:id)))
               AND sid = :sid
               AND written_up_at IS NULL
            """)
    boolean writtenUp(CaseId id, String sid, AdvocateId advocate, Instant at);

    /** Why a person must not be called. */
    enum Obstacle {
        ALERT("A safety alert stands: nobody calls or texts until it is lifted."),
        NO_PHONE("This person must not be phoned: make contact in the way they asked for."),
        NO_PHONE_THERE("On a linked case it is noted that this person must not be phoned."),
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
