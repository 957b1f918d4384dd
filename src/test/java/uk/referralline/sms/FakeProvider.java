package uk.referralline.sms;

import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import uk.referralline.number.PhoneNumber;

/** A provider that takes every text, unless it is told to do something else with it. */
final class FakeProvider implements TextGateway {
    final Queue<OutgoingText> asked = new ConcurrentLinkedQueue<>();
    final Queue<FoundText> has = new ConcurrentLinkedQueue<>();
    Function<OutgoingText, Sending> answer = this::take;
    boolean silent;

    private final AtomicInteger count = new AtomicInteger();

    @Override
    public Sending send(OutgoingText text) {
        asked.add(text);
        return answer.apply(text);
    }

    @Override
    public List<FoundText> find(PhoneNumber to, Instant since) {
        if (silent) {
            throw new IllegalStateException("no answer");
        }
        return List.copyOf(has);
    }

    Sending.Accepted take(OutgoingText text) {
        String sid = sid(count.incrementAndGet());
        has.add(new FoundText(sid, text.body(), TextStatus.QUEUED));
        return new Sending.Accepted(sid, TextStatus.QUEUED);
    }

    static String sid(int n) {
        return "SM%032x".formatted(n);
    }
}
