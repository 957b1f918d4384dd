package uk.referralline.sms;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import uk.referralline.casework.CaseId;
import uk.referralline.number.PhoneNumber;

@RegisterConstructorMapper(TextDao.Row.class)
interface TextDao {

    @SqlUpdate("""
            INSERT INTO text_message (id, case_id, template, number, body, status, asked_at, useless_at)
            VALUES (:id, :caseId, :template, :number, :body, :status, :askedAt, :uselessAt)
            """)
    void insert(@BindMethods Row row);

    @SqlQuery("""
            SELECT id, case_id, template, number, body, status, asked_at, useless_at
              FROM text_message
             WHERE id = :id
               FOR UPDATE
            """)
    Optional<Row> lock(UUID id);

    @SqlQuery("SELECT id FROM text_message WHERE provider_sid = :sid")
    Optional<UUID> idOf(String sid);

    /** Own phone and a yes to texts, for this very number of this very case. */
    @SqlQuery("""
            SELECT EXISTS (SELECT 1
                             FROM contact_permission
                            WHERE case_id = :caseId
                              AND number = :number
                              AND own_phone
                              AND may_text)
            """)
    boolean permitted(CaseId caseId, PhoneNumber number);

    @SqlQuery("SELECT EXISTS (SELECT 1 FROM contact_alert WHERE case_id = :caseId AND lifted_at IS NULL)")
    boolean alerted(CaseId caseId);

    @SqlUpdate("""
            UPDATE text_message
               SET status = :status,
                   provider_sid = COALESCE(:sid, provider_sid),
                   error_code = COALESCE(:errorCode, error_code),
                   refusal = COALESCE(:refusal, refusal),
                   settled_at = CASE WHEN :settled THEN :at ELSE settled_at END
             WHERE id = :id
            """)
    void move(
            UUID id,
            TextStatus status,
            Optional<String> sid,
            OptionalInt errorCode,
            Optional<String> refusal,
            boolean settled,
            Instant at);

    /** Each event once, in the order it reached us. */
    @SqlUpdate("""
            INSERT INTO text_message_event (text_id, status, error_code, heard_at)
            VALUES (:id, :status, :errorCode, :at)
            ON CONFLICT (text_id, status) DO NOTHING
            """)
    void note(UUID id, TextStatus status, OptionalInt errorCode, Instant at);

    /** A row of {@code text_message}. */
    record Row(
            UUID id,
            CaseId caseId,
            String template,
            PhoneNumber number,
            String body,
            TextStatus status,
            Instant askedAt,
            Instant uselessAt) {}
}
