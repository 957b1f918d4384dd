package uk.referralline.sms;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import uk.referralline.audit.Action;
import uk.referralline.audit.Actor;
import uk.referralline.audit.Audit;
import uk.referralline.audit.Entry;
import uk.referralline.audit.Subject;
import uk.referralline.outbox.Carrier;
import uk.referralline.outbox.Job;
import uk.referralline.outbox.Outcome;

/**
 * Hands texts over to the provider: at most once each (law L5), and only when all five conditions hold at that moment
 * (law L6).
 */
public final class TextCarrier implements Carrier {

    /** How long a text that we cannot find at the provider may still turn up there. */
    public static final Duration GRACE = Duration.ofMinutes(5);

    private final Jdbi jdbi;
    private final Texts texts;
    private final TextRules rules;
    private final TextGateway gateway;
    private final TextsInDoubt doubts;

    public TextCarrier(Jdbi jdbi, Texts texts, TextRules rules, TextGateway gateway) {
        this.jdbi = jdbi;
        this.texts = texts;
        this.rules = rules;
        this.gateway = gateway;
        this.doubts = new TextsInDoubt(jdbi, texts, gateway);
    }

    @Override
    public Outcome carry(Job job) {
        UUID id = Texts.idIn(job.payload());
        // Committed before the provider is asked: a crash from here on leaves a text in doubt, never one to send again.
        Start start = jdbi.inTransaction(handle -> begin(handle, id, texts.now()));
        return start.outgoing().map(this::send).orElseGet(() -> start.otherwise());
    }

    private Start begin(Handle handle, UUID id, Instant now) {
        TextDao dao = handle.attach(TextDao.class);
        Optional<TextDao.Row> row = dao.lock(id);
        if (row.isEmpty() || row.get().status() != TextStatus.WAITING) {
            boolean doubt = row.map(text -> text.status().inDoubt()).orElse(false);
            return Start.not(doubt ? new Outcome.Unknown() : new Outcome.Done());
        }
        TextDao.Row text = row.get();
        Instant allowed = texts.allowed(text.template(), now);
        if (!allowed.isBefore(text.uselessAt())) {
            dao.become(id, TextStatus.EXPIRED, true, now);
            return Start.not(new Outcome.Done());
        }
        if (allowed.isAfter(now)) {
            return Start.not(new Outcome.TryAgain(allowed));
        }
        Optional<Refusal> refusal = rules.refusal(handle, text);
        if (refusal.isPresent()) {
            dao.refuse(id, refusal.get().word(), OptionalInt.empty(), now);
            return Start.not(new Outcome.Done());
        }
        dao.trying(id, now);
        Audit.note(
                handle,
                Entry.of(
                                Actor.service("line"),
                                Action.SEND,
                                Subject.of("case", text.caseId().value()),
                                now)
                        .detailed(text.template()));
        return Start.with(new OutgoingText(id, text.number(), text.body(), Duration.between(now, text.uselessAt())));
    }

    private Outcome send(OutgoingText text) {
        return gateway.send(text).match(new Answer(text));
    }

    @Override
    public Outcome settle(Job job) {
        return doubts.settle(Texts.idIn(job.payload()));
    }

    @Override
    public void gaveUp(Job job) {
        UUID id = Texts.idIn(job.payload());
        jdbi.useTransaction(handle -> refuse(handle, id, Refusal.PROVIDER_BUSY, OptionalInt.empty()));
    }

    private void refuse(Handle handle, UUID id, Refusal refusal, OptionalInt code) {
        TextDao dao = handle.attach(TextDao.class);
        boolean open = dao.lock(id)
                .map(row -> row.providerSid().isEmpty() && row.status().mayBecome(TextStatus.REFUSED))
                .orElse(false);
        if (open) {
            dao.refuse(id, refusal.word(), code, texts.now());
        }
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
            jdbi.useExtension(TextDao.class, dao -> dao.backToWaiting(text.id()));
            return new Outcome.TryAgain();
        }

        @Override
        public Outcome refused(Sending.Refused sending) {
            Refusal refusal = reason(sending.kind());
            jdbi.useTransaction(handle -> {
                refuse(handle, text.id(), refusal, OptionalInt.of(sending.code()));
                if (refusal == Refusal.OPTED_OUT) {
                    rules.optedOut(handle, text.to(), texts.now());
                }
            });
            return new Outcome.Failed(refusal.word() + " " + sending.code());
        }

        @Override
        public Outcome unclear() {
            doubts.begin(text.id());
            return new Outcome.Unknown();
        }

        private static Refusal reason(Sending.RefusalKind kind) {
            return switch (kind) {
                case PERMANENT -> Refusal.PROVIDER_REFUSED;
                case CONFIGURATION -> Refusal.CONFIGURATION;
                case OPTED_OUT -> Refusal.OPTED_OUT;
            };
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
