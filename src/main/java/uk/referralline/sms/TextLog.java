package uk.referralline.sms;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import uk.referralline.casework.Reference;

/** The texts that went out and came in, to look at: without their words, which stay with the case. */
public final class TextLog {

    /**
     * A text of ours.
     *
     * @param lastDigits of the number it is for
     * @param refusal why it was not sent, in the word of its row; empty unless it was refused
     */
    public record Sent(
            UUID id,
            Reference reference,
            String template,
            String lastDigits,
            TextStatus status,
            Optional<String> refusal,
            Instant askedAt) {}

    /** A text to us. @param reference of the case it was put on, if there is one */
    public record Received(
            String sid, Optional<Reference> reference, Optional<String> lastDigits, Instant receivedAt) {}

    /** The newest texts of ours first. @param before only those asked for before this one */
    public List<Sent> sent(Handle handle, Optional<UUID> before, int most) {
        return handle.attach(LogDao.class).sent(false, before, most);
    }

    /** The same, but only those that did not go, or of which nobody knows whether they went. */
    public List<Sent> toLookAt(Handle handle, Optional<UUID> before, int most) {
        return handle.attach(LogDao.class).sent(true, before, most);
    }

    /** The newest texts to us first. @param before only those that came before this one, by the provider's id */
    public List<Received> received(Handle handle, Optional<String> before, int most) {
        return handle.attach(LogDao.class).received(before, most);
    }

    @RegisterConstructorMapper(Sent.class)
    @RegisterConstructorMapper(Received.class)
    interface LogDao {

        @SqlQuery("""
                SELECT text_message.id, reference, template, right(number, 3) AS last_digits,
                       upper(text_message.status) AS status, refusal, asked_at
                  FROM text_message
                  JOIN case_record ON case_record.id = text_message.case_id
                 WHERE (NOT :toLookAt
                        OR text_message.status IN (
                            'unknown', 'lost', 'refused', 'expired', 'undelivered', 'failed', 'canceled'))
                   AND (CAST(:before AS uuid) IS NULL
                        OR (asked_at, text_message.id) < (SELECT asked_at, id FROM text_message WHERE id = :before))
                 ORDER BY asked_at DESC, text_message.id DESC
                 LIMIT :most
                """)
        List<Sent> sent(boolean toLookAt, Optional<UUID> before, int most);

        @SqlQuery("""
                SELECT sid, reference, right(number, 3) AS last_digits, received_at
                  FROM text_received
                  LEFT JOIN case_record ON case_record.id = text_received.case_id
                 WHERE CAST(:before AS text) IS NULL
                    OR (received_at, sid) < (SELECT received_at, sid FROM text_received WHERE sid = :before)
                 ORDER BY received_at DESC, sid DESC
                 LIMIT :most
                """)
        List<Received> received(Optional<String> before, int most);
    }
}
