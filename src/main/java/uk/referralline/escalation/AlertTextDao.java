package uk.referralline.escalation;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import uk.referralline.casework.CaseId;
import uk.referralline.duty.AdvocateId;
import uk.referralline.number.PhoneNumber;
import uk.referralline.sms.KeptText;
import uk.referralline.sms.TextStatus;
import uk.referralline.sms.TextTable;

@RegisterConstructorMapper(AlertTextDao.Row.class)
interface AlertTextDao extends TextTable<AlertTextDao.Row> {

    @SqlUpdate("""
            INSERT INTO alert_text (id, alert_id, advocate_id, body, status, useless_at)
            VALUES (:id, :alertId, :advocate, :body, 'waiting', :uselessAt)
            """)
    void insert(@BindMethods NewText text);

    /** Locked until the transaction ends, so that a callback and our own doings never cross. */
    @SqlQuery("""
            SELECT text.id, case_id, about, advocate_id AS advocate, body, number,
                   upper(status) AS status, provider_sid, tried_at, useless_at
              FROM alert_text AS text
              JOIN duty_alert ON duty_alert.id = alert_id
             WHERE text.id = :id
               FOR UPDATE OF text
            """)
    @Override
    Optional<Row> lock(UUID id);

    @SqlQuery("SELECT id FROM alert_text WHERE provider_sid = :sid")
    @Override
    Optional<UUID> bySid(String sid);

    @SqlUpdate("""
            UPDATE alert_text
               SET status = 'trying', number = :number, tried_at = :at
             WHERE id = :id
               AND status = 'waiting'
            """)
    void trying(UUID id, PhoneNumber number, Instant at);

    /** The provider was too busy to take it: certainly not sent. */
    @SqlUpdate("UPDATE alert_text SET status = 'waiting', tried_at = NULL WHERE id = :id AND status = 'trying'")
    @Override
    void backToWaiting(UUID id);

    @SqlUpdate("""
            UPDATE alert_text
               SET status = 'refused', refusal = :refusal, error_code = :code, settled_at = :at
             WHERE id = :id
            """)
    @Override
    void refuse(UUID id, String refusal, OptionalInt code, Instant at);

    @SqlUpdate("""
            UPDATE alert_text
               SET status = lower(:status),
                   settled_at = CASE WHEN :settled THEN CAST(:at AS timestamptz) END
             WHERE id = :id
            """)
    @Override
    void become(UUID id, TextStatus status, @Bind("settled") boolean settled, Instant at);

    @SqlUpdate("UPDATE alert_text SET error_code = :code WHERE id = :id")
    @Override
    void fault(UUID id, int code);

    @SqlUpdate("UPDATE alert_text SET provider_sid = :sid WHERE id = :id AND provider_sid IS NULL")
    @Override
    boolean adopt(UUID id, String sid);

    /** Another text had taken this one for its own, when both had the same words: it was never sent. */
    @SqlUpdate("""
            UPDATE alert_text
               SET provider_sid = NULL, status = 'lost', settled_at = :at
             WHERE provider_sid = :sid
               AND id <> :id
            """)
    @Override
    boolean takeFromAnother(UUID id, String sid, Instant at);

    /** Of an alert only the newest is kept. */
    @Override
    default void note(UUID id, TextStatus status, OptionalInt code, Instant at) {}

    record NewText(UUID id, long alertId, AdvocateId advocate, String body, Instant uselessAt) {
        @Override
        public String toString() {
            return "alert " + id;
        }
    }

    /** A row of {@code alert_text}, with what it is about. @param number the one that it was tried at */
    record Row(
            UUID id,
            Optional<CaseId> caseId,
            Instant about,
            AdvocateId advocate,
            String body,
            Optional<PhoneNumber> number,
            TextStatus status,
            Optional<String> providerSid,
            Optional<Instant> triedAt,
            Instant uselessAt)
            implements KeptText {

        @Override
        public Optional<PhoneNumber> to() {
            return number;
        }

        @Override
        public String toString() {
            return "alert " + id;
        }
    }
}
