package uk.referralline.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

@RegisterConstructorMapper(CaseHead.class)
@RegisterConstructorMapper(OpenCallback.class)
@RegisterConstructorMapper(CallElsewhere.class)
@RegisterConstructorMapper(CaseFile.Need.class)
@RegisterConstructorMapper(CaseFile.Alert.class)
@RegisterConstructorMapper(NumberKnown.class)
@RegisterConstructorMapper(CaseFile.LeftMessage.class)
@RegisterConstructorMapper(CaseFile.Referral.class)
interface CaseFileDao {

    @SqlQuery("""
            SELECT one.id, reference, status, kind, urgency, urgency_why, eligibility, owner_id AS owner,
                   mine.name AS owner_name, held.advocate_id AS claimed_by, holder.name AS claimant,
                   held.until AS claimed_until, due_at, opened_at, outcome, closed_at, merged_into, version
              FROM case_record AS one
              LEFT JOIN advocate AS mine ON mine.id = owner_id
              LEFT JOIN claim AS held ON held.case_id = one.id AND held.until > :at
              LEFT JOIN advocate AS holder ON holder.id = held.advocate_id
             WHERE one.id = :id
            """)
    Optional<CaseHead> head(CaseId id, Instant at);

    @SqlQuery("""
            SELECT id, case_id, number, place, due_at, asked_at, preferred_part, next_at, attempts, undecided
              FROM callback
             WHERE case_id = :id
               AND status = 'open'
            """)
    Optional<OpenCallback> callback(CaseId id);

    /** Where the newest promise of this case is kept, unless that is here. */
    @SqlQuery("""
            SELECT living.id AS case_id, reference, made.status = 'open' AS open, made.outcome, made.ended_at
              FROM (SELECT id
                      FROM callback
                     WHERE case_id = ANY (ARRAY(SELECT case_family(:id)))
                       AND outcome IS DISTINCT FROM 'merge-undone'
                     ORDER BY id DESC
                     LIMIT 1) AS mine
              JOIN callback AS made ON made.id = answering_call(mine.id)
             CROSS JOIN LATERAL living_case(made.case_id) AS living (id)
              JOIN case_record ON case_record.id = living.id
             WHERE made.case_id <> ALL (ARRAY(SELECT case_family(:id)))
               AND living.id <> :id
               AND made.outcome IS DISTINCT FROM 'merge-undone'
            """)
    Optional<CallElsewhere> callElsewhere(CaseId id);

    @SqlQuery("SELECT need, detail FROM case_need WHERE case_id = :id ORDER BY need")
    List<CaseFile.Need> needs(CaseId id);

    @SqlQuery("""
            SELECT reason, raised_at, advocate.name AS raised_by
              FROM contact_alert
              LEFT JOIN advocate ON advocate.id = raised_by
             WHERE case_id = :id
               AND lifted_at IS NULL
             ORDER BY contact_alert.id
            """)
    List<CaseFile.Alert> alerts(CaseId id);

    /** The newest first, each with its newest answers. Of a case merged into this one, too. */
    @SqlQuery("""
            WITH newest AS (
                SELECT DISTINCT ON (number) number, own_phone, may_leave_message, may_text, asked_at
                  FROM contact_permission
                 WHERE case_id = ANY (ARRAY(SELECT case_family(:id)))
                 ORDER BY number, asked_at DESC, may_leave_message, may_text, own_phone
            )
            SELECT newest.*, number_block.reason AS blocked
              FROM (SELECT * FROM newest
                     UNION ALL
                    SELECT number, false, false, false, max(received_at)
                      FROM text_received
                     WHERE case_id = ANY (ARRAY(SELECT case_family(:id)))
                       AND number IS NOT NULL
                       AND number NOT IN (SELECT number FROM newest)
                     GROUP BY number) AS newest
              LEFT JOIN number_block ON number_block.number = newest.number AND number_block.lifted_at IS NULL
             ORDER BY asked_at DESC, newest.number
            """)
    List<NumberKnown> numbers(CaseId id);

    @SqlQuery("""
            SELECT sid, purpose, seconds, left_at, written_up_at
              FROM recording
             WHERE case_id = ANY (ARRAY(SELECT case_family(:id)))
               AND status IN ('left', 'completed')
             ORDER BY left_at
            """)
    List<CaseFile.LeftMessage> messages(CaseId id);

    @SqlQuery("""
            SELECT referrer_role AS role, number, extension, person_status, agreement, urgent_date, left_at, completed_at
              FROM referral
             WHERE case_id = ANY (ARRAY(SELECT case_family(:id)))
             ORDER BY case_id = :id DESC, left_at DESC
             LIMIT 1
            """)
    Optional<CaseFile.Referral> referral(CaseId id);

    @SqlQuery(
            "SELECT count(*) FROM incident WHERE case_id = ANY (ARRAY(SELECT case_family(:id))) AND settled_at IS NULL")
    int openIncidents(CaseId id);

    /** The living case with this reference, or else the one that was closed last. */
    @SqlQuery("""
            SELECT id
              FROM case_record
             WHERE reference = :reference
             ORDER BY status = 'closed', closed_at DESC
             LIMIT 1
            """)
    Optional<CaseId> byReference(Reference reference);
}
