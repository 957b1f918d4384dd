package uk.referralline.sms;

import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import uk.referralline.outbox.NewJob;
import uk.referralline.outbox.Outbox;

/** Texts out: written down in the transaction that promises them, and followed through what the provider says. */
public final class Texts {

    /** The kind of job that {@link CallerTexts} carries out. */
    public static final String JOB = "send-text";

    private final Jdbi jdbi;
    private final Supplier<SmsTemplates> templates;
    private final Supplier<QuietHours> quiet;
    private final InstantSource clock;

    /** @param templates and {@code quiet}: those that hold now */
    public Texts(Jdbi jdbi, Supplier<SmsTemplates> templates, Supplier<QuietHours> quiet, InstantSource clock) {
        this.jdbi = jdbi;
        this.templates = templates;
        this.quiet = quiet;
        this.clock = clock;
    }

    /**
     * Writes a text down in the caller's transaction, once for each business key. Whether it may go is asked when it goes
     * (law L6).
     *
     * @return false when it was already written down
     * @throws IllegalArgumentException when the template is not there or its values do not fit
     */
    public boolean queue(Handle handle, NewText text) {
        return queue(handle, templates.get(), text);
    }

    /** The same, in words of an earlier day: those that belong to the script of a live call. */
    public boolean queue(Handle handle, SmsTemplates worded, NewText text) {
        String body = worded.fill(text.template(), text.values());
        SmsTemplate template = worded.find(text.template()).orElseThrow();
        UUID id = UUID.randomUUID();
        Instant when = template.atOnce() ? text.at() : quiet.get().nextAllowed(text.at());
        var job = new NewJob(JOB, text.businessKey(), HandOver.payload(id), when);
        if (!Outbox.write(handle, job, text.at())) {
            return false;
        }
        Instant uselessAt = text.at().plus(template.usefulFor());
        handle.attach(TextDao.class).insert(id, text.caseId(), text.template(), text.to(), body, text.at(), uselessAt);
        return true;
    }

    /**
     * The provider's callback: kept once for each status, and the text only moves forward. It may come before the
     * provider has answered our request, and it settles a text of which nobody knew whether it was sent. A text that we
     * do not have is ignored.
     *
     * @param sid {@code SM} or {@code MM} and 32 hexadecimal digits
     */
    public void heard(UUID id, String sid, TextStatus status, OptionalInt errorCode) {
        jdbi.useTransaction(handle -> heard(handle, id, new FoundText(sid, "", status), errorCode));
    }

    /** The provider's callback about a text of which only its own id is known; ignored when that is not known to us. */
    public void heardBySid(String sid, TextStatus status, OptionalInt errorCode) {
        jdbi.useTransaction(handle -> handle.attach(TextDao.class)
                .bySid(sid)
                .ifPresent(id -> heard(handle, id, new FoundText(sid, "", status), errorCode)));
    }

    private void heard(Handle handle, UUID id, FoundText news, OptionalInt errorCode) {
        TextNews.heard(handle.attach(TextDao.class), id, news, errorCode, clock.instant());
    }

    /** This moment, or the next at which such a text may be sent. A template that is no more waits for the day. */
    Instant allowed(String template, Instant moment) {
        boolean atOnce = templates.get().find(template).map(SmsTemplate::atOnce).orElse(false);
        return atOnce ? moment : quiet.get().nextAllowed(moment);
    }

    Instant now() {
        return clock.instant();
    }
}
