package uk.referralline.sandbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** Callbacks that wait to be delivered: after the exchange that caused them, or when a test says so. */
final class Callbacks {

    /** A callback about a call, a text or a recording, by its SID. */
    record Callback(WebhookRequest request, String about) {}

    private final List<Callback> ready = new ArrayList<>();
    private final List<Callback> held = new ArrayList<>();
    private volatile Consumer<Callback> post = callback -> {};

    void postedBy(Consumer<Callback> delivery) {
        this.post = delivery;
    }

    synchronized void add(WebhookRequest request, String about) {
        ready.add(new Callback(request, about));
    }

    /** Delivers what is ready, on this thread, as the faults say. */
    void deliver(Faults.Post how) {
        List<Callback> now = take(ready);
        switch (how) {
            case HELD -> hold(now);
            case DROPPED -> now.clear();
            case REVERSED -> {
                Collections.reverse(now);
                now.forEach(post);
            }
            case IN_ORDER -> now.forEach(post);
        }
    }

    void deliverHeld(boolean lastFirst) {
        List<Callback> now = take(held);
        if (lastFirst) {
            Collections.reverse(now);
        }
        now.forEach(post);
    }

    synchronized void dropHeld() {
        held.clear();
    }

    synchronized int held() {
        return held.size();
    }

    private synchronized void hold(List<Callback> callbacks) {
        held.addAll(callbacks);
    }

    private synchronized List<Callback> take(List<Callback> from) {
        List<Callback> taken = new ArrayList<>(from);
        from.clear();
        return taken;
    }
}
