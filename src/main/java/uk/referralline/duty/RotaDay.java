package uk.referralline.duty;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One day of the rota.
 *
 * @param open when the line is, empty when it is closed
 * @param shifts that begin on this day, by when they begin; on the first of several days also those that still go on
 * @param gaps when the line is open and nobody is on duty
 */
public record RotaDay(LocalDate day, Optional<Span> open, List<Planned> shifts, List<Span> gaps) {
    public RotaDay {
        shifts = List.copyOf(shifts);
        gaps = List.copyOf(gaps);
    }
}
