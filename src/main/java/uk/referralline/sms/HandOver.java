package uk.referralline.sms;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import uk.referralline.number.PhoneNumber;
import uk.referralline.outbox.Carrier;
import uk.referralline.outbox.Job;
import uk.referralline.outbox.Outcome;

/**
 * Hands texts of one kind over to the provider: at most once each (law L5), and only what its kind lets go at that moment. A
 * text that nobody will have has one of the words below in its table.
 */
public final class HandOver<T extends KeptText> implements Carrier {

    /** How long a text that we cannot find at the provider may still turn up there. */
    public static final Duration GRACE = Duration.ofMinutes(5);

    /** The provider will not have this text to this number. */
    public static final String PROVIDER_REFUSED = "provider-refused";
    /** The provider says that the number opted out. */
    public static final String OPTED_OUT = "opted-out";
    /** Our account or sender is not set up for it. */
    public static final String CONFIGURATION = "configuration";
    /** The provider was too busy for as long as we try. */
    public static final String PROVIDER_BUSY = "provider-busy";

    private static final String TEXT = "text";

    private final Jdbi jdbi;
    private final TextKind<T> kind;
    private final TextGateway gateway;
    private final InDoubt<T> doubts;

    public HandOver(Jdbi jdbi, TextKind<T> kind, TextGateway gateway) {
        this.jdbi = jdbi;
        this.kind = kind;
        this.gateway = gateway;
        this.doubts = new InDoubt<>(jdbi, kind, gateway);
    }

    /** What the job of a text carries. */
    public static Map<String, String> payload(UUID id) {
        return Map.of(TEXT, id.toString());
    }

    private static UUID id(Job job) {
        return UUID.fromString(job.payload().get(TEXT));
    }

    @Override
    public Outcome carry(Job job) {
        // Committed before the provider is asked: a crash from here on leaves a text in doubt, never one to send again.
        Start start = jdbi.inTransaction(handle -> begin(handle, id(job), kind.now()));
        return start.outgoing()
                .map(text -> gateway.send(text).match(new Answer(text)))
                .orElseGet(start::otherwise);
    }

    private Start begin(Handle handle, UUID id, Instant now) {
        TextTable<T> table = kind.table(handle);
        Optional<T> row = table.lock(id);
        if (row.isEmpty() || row.get().status() != TextStatus.WAITING) {
            boolean doubt = row.map(text -> text.status().inDoubt()).orElse(false);
            return Start.not(doubt ? new Outcome.Unknown() : new Outcome.Done());
        }
        T text = row.get();
        Instant allowed = kind.allowed(text, now);
        if (!allowed.isBefore(text.uselessAt())) {
            table.become(id, TextStatus.EXPIRED, true, now);
            return Start.not(new Outcome.Done());
        }
        if (allowed.isAfter(now)) {
            return Start.not(new Outcome.TryAgain(allowed));
        }
        Optional<String> refusal = kind.refusal(handle, text, now);
        if (refusal.isPresent()) {
            table.refuse(id, refusal.get(), OptionalInt.empty(), now);
            return Start.not(new Outcome.Done());
        }
        PhoneNumber to = kind.trying(handle, text, now);
        return Start.with(new OutgoingText(id, to, text.body(), Duration.between(now, text.uselessAt())));
    }

    @Override
    public Outcome settle(Job job) {
        return doubts.settle(id(job));
    }

    @Override
    public void gaveUp(Job job) {
        refuse(id(job), PROVIDER_BUSY, OptionalInt.empty());
    }

    private void refuse(UUID id, String why, OptionalInt code) {
        jdbi.useTransaction(handle -> {
            TextTable<T> table = kind.table(handle);
            Optional<T> row = table.lock(id);
            row.filter(text -> text.providerSid().isEmpty() && text.status().mayBecome(TextStatus.REFUSED))
                    .ifPresent(text -> table.refuse(id, why, code, kind.now()));
            row.ifPresent(text -> kind.turnedDown(handle, text, why));
        });
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
            jdbi.useTransaction(
                    handle -> TextNews.heard(kind.table(handle), text.id(), news, OptionalInt.empty(), kind.now()));
            return new Outcome.Done();
        }

        @Override
        public Outcome busy() {
            jdbi.useHandle(handle -> kind.table(handle).backToWaiting(text.id()));
            return new Outcome.TryAgain();
        }

        @Override
        public Outcome refused(Sending.Refused sending) {
            String why = word(sending.kind());
            refuse(text.id(), why, OptionalInt.of(sending.code()));
            return new Outcome.Failed(why + " " + sending.code());
        }

        @Override
        public Outcome unclear() {
            doubts.begin(text.id());
            return new Outcome.Unknown();
        }

        private static String word(Sending.RefusalKind kind) {
            return switch (kind) {
                case PERMANENT -> PROVIDER_REFUSED;
                case CONFIGURATION -> CONFIGURATION;
                case OPTED_OUT -> OPTED_OUT;
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
