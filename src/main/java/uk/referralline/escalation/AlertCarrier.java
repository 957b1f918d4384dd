package uk.referralline.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.referralline.number.PhoneNumber;
import uk.referralline.outbox.Carrier;
import uk.referralline.outbox.Job;
import uk.referralline.outbox.Outcome;
import uk.referralline.sms.FoundText;
import uk.referralline.sms.OutgoingText;
import uk.referralline.sms.Sending;
import uk.referralline.sms.TextGateway;
import uk.referralline.sms.TextStatus;

/** Hands alerts over to the provider: at most once each (law L5). */
public final class AlertCarrier implements Carrier {
    private static final Logger LOG = LoggerFactory.getLogger(AlertCarrier.class);

    private final Jdbi jdbi;
    private final AlertTexts texts;
    private final AlertRules rules;
    private final TextGateway gateway;
    private final AlertsInDoubt doubts;

    public AlertCarrier(Jdbi jdbi, AlertTexts texts, AlertRules rules, TextGateway gateway) {
        this.jdbi = jdbi;
        this.texts = texts;
        this.rules = rules;
        this.gateway = gateway;
        this.doubts = new AlertsInDoubt(jdbi, texts, gateway);
    }

    @Override
    public Outcome carry(Job job) {
        UUID id = AlertTexts.idIn(job.payload());
        // Committed before the provider is asked: a crash from here on leaves a text in doubt, never one to send again.
        Start start = jdbi.inTransaction(handle -> begin(handle, id, now()));
        return start.outgoing()
                .map(text -> gateway.send(text).match(new Answer(text)))
                .orElseGet(start::otherwise);
    }

    private Start begin(Handle handle, UUID id, Instant now) {
        AlertTextDao dao = handle.attach(AlertTextDao.class);
        Optional<AlertTextDao.Row> row = dao.lock(id);
        if (row.isEmpty() || row.get().status() != TextStatus.WAITING) {
            boolean doubt = row.map(text -> text.status().inDoubt()).orElse(false);
            return Start.not(doubt ? new Outcome.Unknown() : new Outcome.Done());
        }
        AlertTextDao.Row text = row.get();
        Instant allowed = rules.allowed(now);
        if (!allowed.isBefore(text.uselessAt())) {
            dao.become(id, TextStatus.EXPIRED, true, now);
            return Start.not(new Outcome.Done());
        }
        if (allowed.isAfter(now)) {
            return Start.not(new Outcome.TryAgain(allowed));
        }
        Optional<NotSent> refusal = rules.refusal(handle, text, now);
        if (refusal.isPresent()) {
            dao.refuse(id, refusal.get().word(), OptionalInt.empty(), now);
            return Start.not(new Outcome.Done());
        }
        PhoneNumber to = rules.mobile(handle, text);
        dao.trying(id, to, now);
        return Start.with(new OutgoingText(id, to, text.body(), Duration.between(now, text.uselessAt())));
    }

    @Override
    public Outcome settle(Job job) {
        return doubts.settle(AlertTexts.idIn(job.payload()));
    }

    @Override
    public void gaveUp(Job job) {
        refuse(AlertTexts.idIn(job.payload()), NotSent.PROVIDER_BUSY, OptionalInt.empty());
    }

    private void refuse(UUID id, NotSent reason, OptionalInt code) {
        jdbi.useTransaction(handle -> {
            AlertTextDao dao = handle.attach(AlertTextDao.class);
            boolean open = dao.lock(id)
                    .map(row -> row.providerSid().isEmpty() && row.status().mayBecome(TextStatus.REFUSED))
                    .orElse(false);
            if (open) {
                dao.refuse(id, reason.word(), code, now());
            }
        });
        LOG.error("alert {} reached nobody: {}", id, reason.word());
    }

    private Instant now() {
        return texts.clock().instant();
    }

    /** What the provider's answer means for the text and its job. */
    private final class Answer implements Sending.Cases<Outcome> {
        private final OutgoingText text;

        Answer(OutgoingText text) {
            this.text = text;
        }

        @Override
        public Outcome accepted(Sending.Accepted sending) {
            var news = new FoundText(sending.sid(), text.body(), sending.status());
            jdbi.useTransaction(handle -> texts.heard(handle, text.id(), news, OptionalInt.empty()));
            return new Outcome.Done();
        }

        @Override
        public Outcome busy() {
            jdbi.useExtension(AlertTextDao.class, dao -> dao.backToWaiting(text.id()));
            return new Outcome.TryAgain();
        }

        @Override
        public Outcome refused(Sending.Refused sending) {
            NotSent reason = NotSent.of(sending.kind());
            refuse(text.id(), reason, OptionalInt.of(sending.code()));
            return new Outcome.Failed(reason.word() + " " + sending.code());
        }

        @Override
        public Outcome unclear() {
            doubts.begin(text.id());
            return new Outcome.Unknown();
        }
    }

    /** A text to hand over now, or what comes instead. */
    private record Start(Optional<OutgoingText> outgoing, Outcome otherwise) {
        static Start with(OutgoingText text) {
            return new Start(Optional.of(text), new Outcome.Unknown());
        }

        static Start not(Outcome outcome) {
            return new Start(Optional.empty(), outcome);
        }
    }
}
