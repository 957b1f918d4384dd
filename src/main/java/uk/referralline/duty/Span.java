package uk.referralline.duty;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Some time: {@code from} belongs to it, {@code to} does not. */
public record Span(Instant from, Instant to) {

    public Span {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a span ends after it begins");
        }
    }

    /** Empty when nothing lies between the two. */
    public static Optional<Span> between(Instant from, Instant to) {
        return from.isBefore(to) ? Optional.of(new Span(from, to)) : Optional.empty();
    }

    public Duration length() {
        return Duration.between(from, to);
    }

    public boolean has(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }

    public boolean meets(Span other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }

    /** What of this lies in the other. */
    public Optional<Span> within(Span other) {
        Instant later = from.isAfter(other.from) ? from : other.from;
        Instant sooner = to.isBefore(other.to) ? to : other.to;
        return between(later, sooner);
    }
}
