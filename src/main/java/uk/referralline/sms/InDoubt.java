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
final class InDoubt<T extends KeptText> {
    private static final Logger LOG = LoggerFactory.getLogger(InDoubt.class);
    /** The provider's clock may be behind ours. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(1);

    private final Jdbi jdbi;
    private final TextKind<T> kind;
    private final TextGateway gateway;

    InDoubt(Jdbi jdbi, TextKind<T> kind, TextGateway gateway) {
        this.jdbi = jdbi;
        this.kind = kind;
        this.gateway = gateway;
    }

    /** Asks the provider; {@link Outcome.Unknown} while it cannot say and the text may still turn up. */
    Outcome settle(UUID id) {
        Optional<T> row = begin(id);
        if (row.isEmpty() || !row.get().status().inDoubt()) {
            // Never tried, then: whoever claimed it stopped before.
            boolean waiting = row.map(KeptText::status).equals(Optional.of(TextStatus.WAITING));
            return waiting ? new Outcome.TryAgain() : new Outcome.Done();
        }
        T text = row.get();
        Instant tried = text.triedAt().orElseThrow();
        List<FoundText> found = gateway.find(text.to().orElseThrow(), tried.minus(CLOCKS_APART));
        return jdbi.inTransaction(handle -> decide(handle, text, found));
    }

    /** A text that was tried is in doubt from now on. The row is as it was before. */
    Optional<T> begin(UUID id) {
        return jdbi.inTransaction(handle -> {
            TextTable<T> table = kind.table(handle);
            Optional<T> row = table.lock(id);
            row.filter(text -> text.status() == TextStatus.TRYING)
                    .ifPresent(text -> table.become(id, TextStatus.UNKNOWN, false, kind.now()));
            return row;
        });
    }

    private Outcome decide(Handle handle, T text, List<FoundText> found) {
        TextTable<T> table = kind.table(handle);
        boolean stillInDoubt =
                table.lock(text.id()).map(row -> row.status().inDoubt()).orElse(false);
        if (!stillInDoubt) {
            return new Outcome.Done();
        }
        Optional<FoundText> ours = found.stream()
                .filter(each -> each.body().equals(text.body()))
                .filter(each -> table.bySid(each.sid()).isEmpty())
                .findFirst();
        if (ours.isPresent()) {
            TextNews.heard(table, text.id(), ours.get(), OptionalInt.empty(), kind.now());
            return new Outcome.Done();
        }
        if (kind.now().isBefore(text.triedAt().orElseThrow().plus(HandOver.GRACE))) {
            return new Outcome.Unknown();
        }
        table.become(text.id(), TextStatus.LOST, true, kind.now());
        LOG.error("{} is lost: not at the provider {} after it was tried", text, HandOver.GRACE);
        return new Outcome.Failed("not found at the provider");
    }
}
