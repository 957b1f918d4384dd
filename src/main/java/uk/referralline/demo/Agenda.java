package uk.referralline.demo;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;

/** What happens in the week, in the order of time; what happens may put more on it. */
final class Agenda {
    private final Queue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::at).thenComparing(Event::n));
    private int count;

    void at(Instant time, Runnable happening) {
        events.add(new Event(time, count++, happening));
    }

    /** Lets everything happen that is not after {@code end}. @param after what follows each of them */
    void run(PastClock clock, Instant end, Runnable after) {
        while (!events.isEmpty() && !events.peek().at().isAfter(end)) {
            Event event = events.remove();
            clock.reach(event.at());
            event.happening().run();
            after.run();
        }
        clock.reach(end);
    }

    private record Event(Instant at, int n, Runnable happening) {}
}
