package uk.referralline.yaml;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/**
 * Who keeps a file of settings, and when they are to read it again: what was true when it was written may no longer be.
 *
 * @param owner a role, such as the service manager
 * @param review the last day for it
 * @param at where the file says so
 */
public record Upkeep(String owner, LocalDate review, Place at) {

    /** @param line counted from 1 */
    public record Place(String file, int line) {}

    /** The {@code owner} and {@code review} of a file; empty, with a fault, when one is missing or no date. */
    public static Optional<Upkeep> read(Entry file) {
        Optional<String> owner =
                file.required("owner").flatMap(entry -> entry.value("who keeps this file", Function.identity()));
        Optional<Entry> review = file.required("review");
        Optional<LocalDate> date = review.flatMap(Entry::date);
        return owner.flatMap(who -> date.map(by ->
                new Upkeep(who, by, new Place(file.file(), review.orElseThrow().line()))));
    }

    /** What is wrong when the day is past. */
    public Optional<Fault> overdue(LocalDate today) {
        String message =
                "The review is overdue: \"%s\" was to read this file again by %s. Read it, and then move the date on."
                        .formatted(owner, review);
        return Optional.of(new Fault(at.file(), at.line(), "review", message)).filter(fault -> today.isAfter(review));
    }

    /** Whether the file should have been read again before this day. */
    public boolean isPast(LocalDate today) {
        return review.isBefore(today);
    }
}
