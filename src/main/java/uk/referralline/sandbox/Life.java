package uk.referralline.sandbox;

import java.util.List;

/**
 * What becomes of a text after it was queued: the statuses it goes through, in order, each with a callback.
 */
public record Life(List<Stage> stages) {

    /** Sent, then delivered: what happens to most texts. */
    public static final Life DELIVERED = of("sent", "delivered");

    /** Sent, and no word from the carrier afterwards. */
    public static final Life SENT = of("sent");

    /** Queued, and nothing more. */
    public static final Life STUCK = of();

    public Life {
        stages = List.copyOf(stages);
    }

    /** Through these statuses, without an error. */
    public static Life of(String... statuses) {
        return new Life(
                List.of(statuses).stream().map(status -> new Stage(status, 0)).toList());
    }

    /** Sent, then undelivered with an error such as 30003, unreachable handset. */
    public static Life undelivered(int errorCode) {
        return new Life(List.of(new Stage("sent", 0), new Stage("undelivered", errorCode)));
    }

    /** Never sent, for an error such as 30001, queue overflow. */
    public static Life failed(int errorCode) {
        return new Life(List.of(new Stage("failed", errorCode)));
    }

    /**
     * One status.
     *
     * @param errorCode 0 for none
     */
    public record Stage(String status, int errorCode) {}
}
