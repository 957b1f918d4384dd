package uk.referralline.yaml;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/**
 * Who looks after a file that people edit, and by when they read it again.
 *
 * @param owner a person or a post
 * @param review the last day on which nobody need have looked
 */
public record Upkeep(String owner, LocalDate review) {

    public Upkeep {
        if (owner.isBlank()) {
            throw new IllegalArgumentException("a file is somebody's");
        }
    }

    /** What the top of a file says in {@code owner} and {@code review}; empty, with a fault for each, when it does not. */
    public static Optional<Upkeep> read(Entry file) {
        Optional<String> owner =
                file.required("owner").flatMap(entry -> entry.value("who keeps this file", Function.identity()));
        Optional<LocalDate> review = file.required("review").flatMap(Entry::date);
        return owner.flatMap(name -> review.map(date -> new Upkeep(name, date)));
    }

    /** Whether the file should have been read again before this day. */
    public boolean isPast(LocalDate today) {
        return review.isBefore(today);
    }
}
