package uk.referralline.sms;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import uk.referralline.outbox.NewJob;
import uk.referralline.outbox.Outbox;

/** Every text we send: asked for in the transaction that promises it, and told of by the provider afterwards. */
public final class Texts {
    /** The kind of its jobs in the outbox. */
    public static final String KIND = "send-text";

    static final String ID = "id";

    private final Jdbi jdbi;
    private final SmsTemplates templates;
    private final QuietHours quiet;
    private final Outbox outbox;
    private final InstantSource clock;

    public Texts(Jdbi jdbi, SmsTemplates templates, QuietHours quiet, Outbox outbox, InstantSource clock) {
        this.jdbi = jdbi;
        this.templates = templates;
        this.quiet = quiet;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Asks for a text, in the caller's transaction. Whether it may be sent is decided when it is sent.
     *
     * @throws IllegalArgumentException when the template does not exist or a value is missing
     */
    public void queue(Handle handle, NewText text) {
        SmsTemplate template = templates.get(text.template());
        String body = templates.words(text.template(), text.values());
        UUID id = UUID.randomUUID();
        Instant when = template.atOnce() ? text.at() : quiet.firstAllowed(text.at());
        var job = new NewJob(KIND, text.businessKey(), Map.of(ID, id.toString()), when);
        if (outbox.write(handle, job, text.at())) {
            handle.attach(TextDao.class)
                    .insert(new TextDao.Row(
                            id,
                            text.caseId(),
                            text.template(),
                            text.to(),
                            body,
                            TextStatus.WAITING,
                            text.at(),
                            when.plus(template.usefulFor())));
        }
    }

    /** The provider tells of a text by our id, perhaps before it has answered the request that sent it. */
    public void heard(UUID id, Optional<String> sid, TextStatus status, OptionalInt errorCode) {
        jdbi.useTransaction(handle -> {
            TextDao texts = handle.attach(TextDao.class);
            Instant at = clock.instant();
            Optional<TextDao.Row> text = texts.lock(id);
            if (text.isPresent()) {
                texts.note(id, status, errorCode, at);
                if (text.get().status().mayBecome(status)) {
                    texts.move(id, status, sid, errorCode, Optional.empty(), status.isSettled(), at);
                }
            }
        });
    }

    /** The provider tells of a text by its own id; one that is not ours is ignored. */
    public void heardBySid(String sid, TextStatus status, OptionalInt errorCode) {
        jdbi.withExtension(TextDao.class, texts -> texts.idOf(sid))
                .ifPresent(id -> heard(id, Optional.of(sid), status, errorCode));
    }
}
