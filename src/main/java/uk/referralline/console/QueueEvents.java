package uk.referralline.console;

import io.javalin.http.sse.SseClient;
import io.javalin.http.sse.SseHandler;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.referralline.casework.Queue;

/**
 * Tells open pages that the queue has changed, by server-sent events. It says nothing of what has changed: the page asks for
 * that, with whatever its reader may see.
 */
public final class QueueEvents {
    private static final Logger LOG = LoggerFactory.getLogger(QueueEvents.class);
    /** After this a browser connects anew, which asks again whether its reader is still signed in. */
    private static final long LONGEST_SECONDS = 300;

    /** A browser drops an event without data. */
    private static final String NOTHING = "-";

    /** A page that hears nothing for longer tells its reader that the connection is lost. */
    private static final int BEAT_SECONDS = 15;

    private final Jdbi jdbi;
    private final InstantSource clock;
    private final Queue queue = new Queue();
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final SseHandler handler = new SseHandler(0, this::connected);
    private String last = "";
    private Instant beatAt = Instant.EPOCH;

    private record Listener(SseClient client, Instant since) {}

    public QueueEvents(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** GET /queue/events */
    void listen(Visit visit) {
        try {
            handler.handle(visit.context());
        } catch (Exception wrong) {
            throw new IllegalStateException("events cannot be sent", wrong);
        }
    }

    private void connected(SseClient client) {
        var listener = new Listener(client, clock.instant());
        client.onClose(() -> listeners.remove(listener));
        client.keepAlive();
        listeners.add(listener);
        client.sendEvent("hello", NOTHING);
    }

    /** Looks whether anything is new, and tells it. Costs nothing while nobody listens. */
    public void look() {
        if (listeners.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        String state = jdbi.withHandle(handle -> queue.fingerprint(handle, now));
        boolean changed = !state.equals(last);
        last = state;
        boolean beat = !now.isBefore(beatAt.plusSeconds(BEAT_SECONDS));
        beatAt = beat ? now : beatAt;
        Optional<String> news =
                changed ? Optional.of("changed") : Optional.of("beat").filter(any -> beat);
        listeners.forEach(listener -> tell(listener, news, now));
    }

    private void tell(Listener listener, Optional<String> news, Instant now) {
        try {
            if (listener.since().plusSeconds(LONGEST_SECONDS).isBefore(now)) {
                listener.client().close();
            } else {
                news.ifPresent(event -> listener.client().sendEvent(event, NOTHING));
            }
        } catch (RuntimeException gone) {
            LOG.debug("a page has gone", gone);
            listeners.remove(listener);
        }
    }
}
