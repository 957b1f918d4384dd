package uk.referralline.sms;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.referralline.number.NumberPlan;
import uk.referralline.outbox.Carrier;
import uk.referralline.outbox.Job;
import uk.referralline.outbox.Outcome;
import uk.referralline.sms.TextGateway.FoundText;
import uk.referralline.sms.TextGateway.OutgoingText;

/**
 * Sends texts. The conditions of law L6 are checked here, at the moment of sending, and nothing overrides them. An unclear
 * answer is never repeated: the provider's callback settles it, or asking the provider does, or the text is lost.
 */
public final class TextCarrier implements Carrier {
    private static final Logger LOG = LoggerFactory.getLogger(TextCarrier.class);

    /** After this, a provider that does not know of a text has not taken it. */
    private static final Duration GRACE = Duration.ofMinutes(5);

    /** A text that the network has queued since may have no time yet, and clocks differ. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);

    private final Jdbi jdbi;
    private final TextGateway gateway;
    private final NumberPlan plan;
    private final Suppressions suppressions;
    private final QuietHours quiet;
    private final SmsTemplates templates;
    private final InstantSource clock;

    public TextCarrier(
            Jdbi jdbi,
            TextGateway gateway,
            NumberPlan plan,
            Suppressions suppressions,
            SmsTemplates templates,
            QuietHours quiet,
            InstantSource clock) {
        this.jdbi = jdbi;
        this.gateway = gateway;
        this.plan = plan;
        this.suppressions = suppressions;
        this.templates = templates;
        this.quiet = quiet;
        this.clock = clock;
    }

    @Override
    public Outcome carry(Job job) {
        Instant at = clock.instant();
        Permit permit = jdbi.inTransaction(handle -> permit(handle, id(job), at));
        return permit.outcome().orElseGet(() -> send(permit.text(), at));
    }

    /** What the law says: an outcome without sending, or none. */
    private record Permit(TextDao.Row text, Optional<Outcome> outcome) {}

    private Permit permit(Handle handle, UUID id, Instant at) {
        TextDao texts = handle.attach(TextDao.class);
        TextDao.Row text = texts.lock(id).orElseThrow();
        Instant allowed = allowed(text, at);
        if (text.status() != TextStatus.WAITING) {
            // Sent before, and somebody else is finding out what became of it.
            return new Permit(text, Optional.of(new Outcome.Unknown()));
        }
        if (allowed.isAfter(at) && allowed.isBefore(text.uselessAt())) {
            return new Permit(text, Optional.of(new Outcome.Later(allowed)));
        }
        if (!at.isBefore(text.uselessAt())) {
            move(texts, text, TextStatus.EXPIRED, Optional.of("too-late"), at);
            return new Permit(text, Optional.of(new Outcome.Failed("it came too late to be true")));
        }
        Optional<String> refusal = refusal(handle, text, at);
        if (refusal.isPresent()) {
            move(texts, text, TextStatus.REFUSED, refusal, at);
            return new Permit(text, Optional.of(new Outcome.Failed("not allowed: " + refusal.get())));
        }
        move(texts, text, TextStatus.ATTEMPTING, Optional.empty(), at);
        return new Permit(text, Optional.empty());
    }

    /** A text whose template a newer version no longer has keeps quiet hours, to be on the safe side. */
    private Instant allowed(TextDao.Row text, Instant at) {
        boolean atOnce =
                templates.has(text.template()) && templates.get(text.template()).atOnce();
        return atOnce ? at : quiet.firstAllowed(at);
    }

    /** Law L6, in its order; empty when all five hold. */
    private Optional<String> refusal(Handle handle, TextDao.Row text, Instant at) {
        TextDao texts = handle.attach(TextDao.class);
        if (!plan.kind(text.number()).mayText()) {
            return Optional.of("not-a-uk-mobile");
        }
        if (!texts.permitted(text.caseId(), text.number())) {
            return Optional.of("no-permission");
        }
        if (suppressions.stopped(handle, text.number(), at)) {
            return Optional.of("opted-out");
        }
        return texts.alerted(text.caseId()) ? Optional.of("unsafe-contact") : Optional.empty();
    }

    private Outcome send(TextDao.Row text, Instant at) {
        Duration validity = Duration.between(at, text.uselessAt());
        var outgoing = new OutgoingText(text.id(), text.number(), text.body(), validity);
        return gateway.send(outgoing).match(new Answered(text));
    }

    @Override
    public Outcome settle(Job job) {
        UUID id = id(job);
        TextDao.Row text = jdbi.inTransaction(
                        handle -> handle.attach(TextDao.class).lock(id))
                .orElseThrow();
        if (text.status() == TextStatus.WAITING) {
            // We failed before anything was sent.
            return new Outcome.Busy();
        }
        if (text.status() != TextStatus.ATTEMPTING && text.status() != TextStatus.UNKNOWN) {
            return new Outcome.Done();
        }
        become(text, TextStatus.UNKNOWN, Optional.empty());
        List<FoundText> sent = gateway.find(text.number(), text.askedAt().minus(CLOCKS_DIFFER));
        Optional<FoundText> found =
                sent.stream().filter(each -> each.body().equals(text.body())).findFirst();
        if (found.isPresent()) {
            become(text, found.get().status(), Optional.of(found.get().sid()));
            return new Outcome.Done();
        }
        if (clock.instant().isBefore(text.askedAt().plus(GRACE))) {
            return new Outcome.Unknown();
        }
        LOG.warn("a text ({}) is lost: the provider does not know of it", text.template());
        become(text, TextStatus.LOST, Optional.empty());
        return new Outcome.Failed("lost: the provider does not know of it");
    }

    private void become(TextDao.Row text, TextStatus status, Optional<String> sid) {
        jdbi.useTransaction(handle -> {
            TextDao texts = handle.attach(TextDao.class);
            TextDao.Row now = texts.lock(text.id()).orElseThrow();
            // A callback may have come first and know more; the provider's id is kept all the same.
            TextStatus next = now.status().mayBecome(status) ? status : now.status();
            boolean settled = next.isSettled();
            texts.move(text.id(), next, sid, OptionalInt.empty(), Optional.empty(), settled, clock.instant());
        });
    }

    private static void move(TextDao texts, TextDao.Row text, TextStatus status, Optional<String> why, Instant at) {
        texts.move(text.id(), status, Optional.empty(), OptionalInt.empty(), why, status.isSettled(), at);
    }

    private static UUID id(Job job) {
        return UUID.fromString(job.payload().get(Texts.ID));
    }

    /** What becomes of the text when the provider has answered. */
    private final class Answered implements TextGateway.Sending.Cases<Outcome> {
        private final TextDao.Row text;

        Answered(TextDao.Row text) {
            this.text = text;
        }

        @Override
        public Outcome accepted(TextGateway.Accepted answer) {
            become(text, answer.status(), Optional.of(answer.sid()));
            return new Outcome.Done();
        }

        @Override
        public Outcome busy(TextGateway.Busy answer) {
            jdbi.useExtension(
                    TextDao.class, texts -> move(texts, text, TextStatus.WAITING, Optional.empty(), clock.instant()));
            return new Outcome.Busy();
        }

        @Override
        public Outcome refused(TextGateway.Refused answer) {
            Instant at = clock.instant();
            jdbi.useTransaction(handle -> {
                var code = OptionalInt.of(answer.code());
                var why = Optional.of("provider-" + answer.code());
                handle.attach(TextDao.class).move(text.id(), TextStatus.FAILED, Optional.empty(), code, why, true, at);
                if (answer.why() == TextGateway.Why.OPTED_OUT) {
                    suppressions.stop(handle, text.number(), "provider", at);
                }
            });
            if (answer.why() == TextGateway.Why.CONFIGURATION) {
                LOG.error("the provider refuses our texts with {}: check SMS_SENDER and the account", answer.code());
            }
            return new Outcome.Failed("the provider refused it with " + answer.code());
        }

        @Override
        public Outcome unclear(TextGateway.Unclear answer) {
            become(text, TextStatus.UNKNOWN, Optional.empty());
            return new Outcome.Unknown();
        }
    }
}
