package uk.referralline.escalation;

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
import uk.referralline.sms.FoundText;
import uk.referralline.sms.TextCarrier;
import uk.referralline.sms.TextGateway;
import uk.referralline.sms.TextStatus;

/** Finds out what became of alerts that were handed over without an answer (law L5). It never sends one. */
final class AlertsInDoubt {
    private static final Logger LOG = LoggerFactory.getLogger(AlertsInDoubt.class);
    /** The provider's clock may be behind ours. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(1);

    private final Jdbi jdbi;
    private final AlertTexts texts;
    private final TextGateway gateway;

    AlertsInDoubt(Jdbi jdbi, AlertTexts texts, TextGateway gateway) {
        this.jdbi = jdbi;
        this.texts = texts;
        this.gateway = gateway;
    }

    /** Asks the provider; {@link Outcome.Unknown} while it cannot say and the text may still turn up. */
    Outcome settle(UUID id) {
        Optional<AlertTextDao.Row> row = begin(id);
        if (row.isEmpty() || !row.get().status().inDoubt()) {
            // Never tried, then: whoever claimed it stopped before.
            boolean waiting = row.map(AlertTextDao.Row::status).equals(Optional.of(TextStatus.WAITING));
            return waiting ? new Outcome.TryAgain() : new Outcome.Done();
        }
        AlertTextDao.Row text = row.get();
        Instant since = text.triedAt().orElseThrow().minus(CLOCKS_APART);
        List<FoundText> found = gateway.find(text.number().orElseThrow(), since);
        return jdbi.inTransaction(handle -> decide(handle, text, found));
    }

    /** A text that was tried is in doubt from now on. The row is as it was before. */
    Optional<AlertTextDao.Row> begin(UUID id) {
        return jdbi.inTransaction(handle -> {
            AlertTextDao dao = handle.attach(AlertTextDao.class);
            Optional<AlertTextDao.Row> row = dao.lock(id);
            row.filter(text -> text.status() == TextStatus.TRYING)
                    .ifPresent(text -> dao.become(id, TextStatus.UNKNOWN, false, now()));
            return row;
        });
    }

    private Outcome decide(Handle handle, AlertTextDao.Row text, List<FoundText> found) {
        AlertTextDao dao = handle.attach(AlertTextDao.class);
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
        if (now().isBefore(text.triedAt().orElseThrow().plus(TextCarrier.GRACE))) {
            return new Outcome.Unknown();
        }
        dao.become(text.id(), TextStatus.LOST, true, now());
        LOG.error("{} is lost: not at the provider {} after it was tried", text, TextCarrier.GRACE);
        return new Outcome.Failed("not found at the provider");
    }

    private Instant now() {
        return texts.clock().instant();
    }
}
