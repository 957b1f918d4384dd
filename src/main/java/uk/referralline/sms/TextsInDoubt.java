package uk.referralline.sms;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.referralline.outbox.Outcome;

/** Finds out what became of texts that were handed over without an answer (law L5). It never sends one. */
final class TextsInDoubt {
    private static final Logger LOG = LoggerFactory.getLogger(TextsInDoubt.class);
    /** The provider's clock may be behind ours. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(1);

    private final Jdbi jdbi;
    private final Texts texts;
    private final TextGateway gateway;

    TextsInDoubt(Jdbi jdbi, Texts texts, TextGateway gateway) {
        this.jdbi = jdbi;
        this.texts = texts;
        this.gateway = gateway;
    }

    /** Asks the provider; {@link Outcome.Unknown} while it cannot say and the text may still turn up. */
    Outcome settle(UUID id) {
        Optional<TextDao.Row> row = begin(id);
        if (row.isEmpty() || !row.get().status().inDoubt()) {
            // Never tried, then: whoever claimed it stopped before.
            boolean waiting = row.map(TextDao.Row::status).equals(Optional.of(TextStatus.WAITING));
            return waiting ? new Outcome.TryAgain() : new Outcome.Done();
        }
        TextDao.Row text = row.get();
        Instant tried = text.triedAt().orElseThrow();
        List<FoundText> found = gateway.find(text.number(), tried.minus(CLOCKS_APART));
        return jdbi.inTransaction(handle -> decide(handle, text, found));
    }

    /** A text that was tried is in doubt from now on. The row is as it was before. */
    Optional<TextDao.Row> begin(UUID id) {
        return jdbi.inTransaction(handle -> {
            TextDao dao = handle.attach(TextDao.class);
            Optional<TextDao.Row> row = dao.lock(id);
            row.filter(text -> text.status() == TextStatus.TRYING)
                    .ifPresent(text -> dao.become(id, TextStatus.UNKNOWN, false, texts.now()));
            return row;
        });
    }

    private Outcome decide(Handle handle, TextDao.Row text, List<FoundText> found) {
        TextDao dao = handle.attach(TextDao.class);
        boolean stillInDoubt =
                dao.lock(text.id()).map(row -> row.status().inDoubt()).orElse(false);
        if (!stillInDoubt) {
            return new Outcome.Done();
        }
        Optional<FoundText> ours = found.stream()
                .filter(each -> each.body().equals(text.body()))
                .filter(each -> dao.bySid(each.sid()).isEmpty())
                .findFirst();
        if (ours.isPresent()) {
            texts.heard(handle, text.id(), ours.get(), OptionalInt.empty());
            return new Outcome.Done();
        }
        if (texts.now().isBefore(text.triedAt().orElseThrow().plus(TextCarrier.GRACE))) {
            return new Outcome.Unknown();
        }
        dao.become(text.id(), TextStatus.LOST, true, texts.now());
        LOG.warn("{} is lost: not at the provider {} after it was tried", text, TextCarrier.GRACE);
        return new Outcome.Failed("not found at the provider");
    }
}
