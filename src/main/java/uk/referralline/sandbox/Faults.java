package uk.referralline.sandbox;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;

/** What goes wrong on purpose. Nothing does until it is asked for. */
public final class Faults {

    /** How often each webhook is delivered. */
    enum Copies {
        ONE,
        TWO_IN_TURN,
        TWO_AT_ONCE
    }

    /** What becomes of callbacks that are ready to be delivered. */
    enum Post {
        IN_ORDER,
        REVERSED,
        HELD,
        DROPPED
    }

    private final Callbacks callbacks;
    private final Queue<RestFault> rest = new ArrayDeque<>();
    private final Map<String, Life> lives = new ConcurrentHashMap<>();
    private volatile Copies copies = Copies.ONE;
    private volatile Post post = Post.IN_ORDER;
    private volatile Life life = Life.DELIVERED;
    private volatile boolean callbacksFirst;

    Faults(Callbacks callbacks) {
        this.callbacks = callbacks;
    }

    /** Every webhook is delivered twice, the second after the first; the line hears the second answer. */
    public void deliverTwice() {
        copies = Copies.TWO_IN_TURN;
    }

    /** Every webhook is delivered twice at the same instant, from two threads. */
    public void deliverTwiceAtOnce() {
        copies = Copies.TWO_AT_ONCE;
    }

    /** Every webhook is delivered once, as usual. */
    public void deliverOnce() {
        copies = Copies.ONE;
    }

    /** Callbacks wait until {@link #deliverHeld()}. */
    public void holdCallbacks() {
        post = Post.HELD;
    }

    /** Callbacks that are ready together are delivered last first. */
    public void reverseCallbacks() {
        post = Post.REVERSED;
    }

    /** Callbacks are lost. */
    public void dropCallbacks() {
        post = Post.DROPPED;
    }

    /** Callbacks are delivered at once and in order, as usual; those held stay held. */
    public void deliverCallbacks() {
        post = Post.IN_ORDER;
    }

    /** Delivers what was held, in order, on this thread. */
    public void deliverHeld() {
        callbacks.deliverHeld(false);
    }

    /** Delivers what was held, last first, on this thread. */
    public void deliverHeldReversed() {
        callbacks.deliverHeld(true);
    }

    /** Forgets what was held. */
    public void dropHeld() {
        callbacks.dropHeld();
    }

    /** How many callbacks wait. */
    public int held() {
        return callbacks.held();
    }

    /** The callbacks of a REST create are delivered before it is answered. */
    public void callbacksBeforeAnswers() {
        callbacksFirst = true;
    }

    /** The next REST requests fail so; each request takes one of these, in the order they were asked for. */
    public synchronized void nextRest(int times, RestFault fault) {
        for (int i = 0; i < times; i++) {
            rest.add(fault);
        }
    }

    /** What becomes of every text from now on. */
    public void textsGo(Life course) {
        life = course;
    }

    /** What becomes of texts to this number, in E.164. */
    public void textsGo(String to, Life course) {
        lives.put(to, course);
    }

    /** Nothing goes wrong any more; callbacks held before stay held. */
    public synchronized void none() {
        rest.clear();
        lives.clear();
        copies = Copies.ONE;
        post = Post.IN_ORDER;
        life = Life.DELIVERED;
        callbacksFirst = false;
    }

    Copies copies() {
        return copies;
    }

    Post post() {
        return post;
    }

    boolean callbacksFirst() {
        return callbacksFirst;
    }

    Life lifeOf(String to) {
        return lives.getOrDefault(to, life);
    }

    synchronized Optional<RestFault> takeRest() {
        return Optional.ofNullable(rest.poll());
    }
}
