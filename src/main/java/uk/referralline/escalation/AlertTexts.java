package uk.referralline.escalation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import uk.referralline.duty.Advocate;
import uk.referralline.outbox.NewJob;
import uk.referralline.outbox.Outbox;
import uk.referralline.sms.FoundText;
import uk.referralline.sms.SmsTemplates;
import uk.referralline.sms.TextStatus;

/** Texts to those who work here: written down with the step that decided them, and followed through what the provider says. */
public final class AlertTexts {

    /** The kind of job that {@link AlertCarrier} carries out. */
    public static final String JOB = "alert-advocate";

    private static final String TEXT = "text";

    private final Jdbi jdbi;
    private final Supplier<SmsTemplates> templates;
    private final InstantSource clock;

    /** @param templates those that hold now */
    public AlertTexts(Jdbi jdbi, Supplier<SmsTemplates> templates, InstantSource clock) {
        this.jdbi = jdbi;
        this.templates = templates;
        this.clock = clock;
    }

    /** Writes a text to each of these people down, in the transaction that raised the alert. */
    void queue(Handle handle, long alert, Concern concern, List<Advocate> people) {
        SmsTemplates now = templates.get();
        String template = concern.kind().template();
        String body = now.fill(template, concern.values());
        Instant at = clock.instant();
        Instant stale = at.plus(now.usefulFor(template).orElseThrow());
        Instant uselessAt = stale.isBefore(concern.trueUntil()) ? stale : concern.trueUntil();
        for (Advocate person : people) {
            UUID id = UUID.randomUUID();
            handle.attach(AlertTextDao.class).insert(new AlertTextDao.NewText(id, alert, person.id(), body, uselessAt));
            String key = "alert " + alert + " to advocate " + person.id().value();
            Outbox.write(handle, new NewJob(JOB, key, Map.of(TEXT, id.toString()), at), at);
        }
    }

    /**
     * The provider's callback; the text only moves forward. A text that is not one of these is ignored.
     *
     * @param sid {@code SM} or {@code MM} and 32 hexadecimal digits
     */
    public void heard(UUID id, String sid, TextStatus status, OptionalInt errorCode) {
        jdbi.useTransaction(handle -> heard(handle, id, new FoundText(sid, "", status), errorCode));
    }

    /** The provider's callback about a text of which only its own id is known. */
    public void heardBySid(String sid, TextStatus status, OptionalInt errorCode) {
        jdbi.useTransaction(handle -> handle.attach(AlertTextDao.class)
                .bySid(sid)
                .ifPresent(id -> heard(handle, id, new FoundText(sid, "", status), errorCode)));
    }

    /** Notes what the provider says about a text: in a callback, in its answer or when we ask. */
    void heard(Handle handle, UUID id, FoundText news, OptionalInt errorCode) {
        AlertTextDao dao = handle.attach(AlertTextDao.class);
        Optional<AlertTextDao.Row> row = dao.lock(id);
        if (row.isEmpty()) {
            return;
        }
        Instant at = clock.instant();
        if (row.get().providerSid().isEmpty()) {
            dao.takeFromAnother(id, news.sid(), at);
            dao.adopt(id, news.sid());
        }
        if (row.get().status().mayBecome(news.status())) {
            dao.become(id, news.status(), news.status().settled(), at);
            errorCode.ifPresent(code -> dao.fault(id, code));
        }
    }

    InstantSource clock() {
        return clock;
    }

    static UUID idIn(Map<String, String> payload) {
        return UUID.fromString(payload.get(TEXT));
    }
}
