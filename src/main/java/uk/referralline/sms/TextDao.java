package uk.referralline.sms;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import uk.referralline.casework.CaseId;
import uk.referralline.number.PhoneNumber;

@RegisterConstructorMapper(TextDao.Row.class)
@RegisterConstructorMapper(TextDao.Conditions.class)
interface TextDao extends TextTable<TextDao.Row> {

    @SqlUpdate("""
            INSERT INTO text_message (id, case_id, template, number, body, status, asked_at, useless_at)
            VALUES (:id, :caseId, :template, :number, :body, 'waiting', :at, :uselessAt)
            """)
    void insert(
            UUID id, CaseId caseId, String template, PhoneNumber number, String body, Instant at, Instant uselessAt);

    /** Locked until the transaction ends, so that a callback and our own doings never cross. */
    @SqlQuery("""
            SELECT id, case_id, template, number, body, upper(status) AS status, provider_sid, tried_at, useless_at
              FROM text_message
             WHERE id = :id
               FOR UPDATE
            """)
    @Override
    Optional<Row> lock(UUID id);

    @SqlQuery("SELECT id FROM text_message WHERE provider_sid = :sid")
    @Override
    Optional<UUID> bySid(String sid);

    /**
     * Law L6, all but the number plan, for the case that the text's own one goes on in: the newest answer there holds.
     *
     * @param hash of the number; empty while nobody ever stopped texts
     */
    @SqlQuery("""
            WITH newest AS (
                SELECT own_phone, may_text
                  FROM contact_permission
                 WHERE case_id = ANY (ARRAY(SELECT case_family(living_case(:caseId))))
                   AND number = :number
                 ORDER BY asked_at DESC, may_text, own_phone
                 LIMIT 1
            )
            SELECT coalesce((SELECT own_phone FROM newest), false) AS own_phone,
                   coalesce((SELECT may_text FROM newest), false) AS may_text,
                   EXISTS (SELECT 1
                             FROM suppression
                            WHERE number_hash = :hash) AS stopped,
                   EXISTS (SELECT 1
                             FROM contact_alert
                            WHERE case_id = living_case(:caseId)
                              AND lifted_at IS NULL)
                   OR EXISTS (SELECT 1
                                FROM number_block
                               WHERE number = :number
                                 AND lifted_at IS NULL) AS alert
            """)
    Conditions conditions(CaseId caseId, PhoneNumber number, byte[] hash);

    @SqlUpdate("UPDATE text_message SET status = 'trying', tried_at = :at WHERE id = :id AND status = 'waiting'")
    void trying(UUID id, Instant at);

    /** The provider was too busy to take it: certainly not sent. */
    @SqlUpdate("UPDATE text_message SET status = 'waiting', tried_at = NULL WHERE id = :id AND status = 'trying'")
    @Override
    void backToWaiting(UUID id);

    @SqlUpdate("""
            UPDATE text_message
               SET status = 'refused', refusal = :refusal, error_code = :code, settled_at = :at
             WHERE id = :id
            """)
    @Override
    void refuse(UUID id, String refusal, OptionalInt code, Instant at);

    @SqlUpdate("""
            UPDATE text_message
               SET status = lower(:status),
                   settled_at = CASE WHEN :settled THEN CAST(:at AS timestamptz) END
             WHERE id = :id
            """)
    @Override
    void become(UUID id, TextStatus status, @Bind("settled") boolean settled, Instant at);

    @SqlUpdate("UPDATE text_message SET error_code = :code WHERE id = :id")
    @Override
    void fault(UUID id, int code);

    @SqlUpdate("""
            INSERT INTO text_message_event (text_id, status, error_code, heard_at)
            VALUES (:id, lower(:status), :code, :at)
            ON CONFLICT (text_id, status) DO NOTHING
            """)
    @Override
    void note(UUID id, TextStatus status, OptionalInt code, Instant at);

    @SqlUpdate("UPDATE text_message SET provider_sid = :sid WHERE id = :id AND provider_sid IS NULL")
    @Override
    boolean adopt(UUID id, String sid);

    /** Another text had taken this one for its own, when both had the same words: it was never sent. */
    @SqlUpdate("""
            UPDATE text_message
               SET provider_sid = NULL, status = 'lost', settled_at = :at
             WHERE provider_sid = :sid
               AND id <> :id
            """)
    @Override
    boolean takeFromAnother(UUID id, String sid, Instant at);

    /** A row of {@code text_message}. */
    record Row(
            UUID id,
            CaseId caseId,
            String template,
            PhoneNumber number,
            String body,
            TextStatus status,
            Optional<String> providerSid,
            Optional<Instant> triedAt,
            Instant uselessAt)
            implements KeptText {

        @Override
        public Optional<PhoneNumber> to() {
            return Optional.of(number);
        }

        @Override
        public String toString() {
            return "text " + id;
        }
    }

    /** What must all be so, and must all not be so, for a text to go. */
    record Conditions(boolean ownPhone, boolean mayText, boolean stopped, boolean alert) {}
}
