package uk.referralline.escalation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import uk.referralline.duty.Advocate;
import uk.referralline.outbox.NewJob;
import uk.referralline.outbox.Outbox;
import uk.referralline.sms.FoundText;
import uk.referralline.sms.HandOver;
import uk.referralline.sms.SmsTemplates;
import uk.referralline.sms.TextNews;
import uk.referralline.sms.TextStatus;

/** Texts to those who work here: written down with the step that decided them, and followed through what the provider says. */
public final class AlertTexts {

    /** The kind of job that {@link StaffTexts} carries out. */
    public static final String JOB = "alert-advocate";

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
            Outbox.write(handle, new NewJob(JOB, key, HandOver.payload(id), at), at);
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

    private void heard(Handle handle, UUID id, FoundText news, OptionalInt errorCode) {
        TextNews.heard(handle.attach(AlertTextDao.class), id, news, errorCode, clock.instant());
    }

    InstantSource clock() {
        return clock;
    }
}
