package uk.referralline.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.referralline.duty.Hours;
import uk.referralline.duty.OpeningHours;
import uk.referralline.yaml.Entry;

/**
 * The parts of a day in which somebody may be reached: who is out in the morning may be in after lunch.
 *
 * @param parts in the order of the day; they do not overlap
 */
record PartsOfDay(List<Part> parts) {
    private static final String FORM = "hours such as 09:00 to 12:00";

    PartsOfDay {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a day has at least one part");
        }
    }

    /** @param hours UK times; the last minute is not in it */
    record Part(String name, Hours hours) {

        boolean has(Instant moment) {
            LocalTime time = moment.atZone(OpeningHours.LONDON).toLocalTime();
            return !time.isBefore(hours.opens()) && time.isBefore(hours.closes());
        }

        Instant beginsOn(LocalDate day) {
            return day.atTime(hours.opens()).atZone(OpeningHours.LONDON).toInstant();
        }

        Instant endsOn(LocalDate day) {
            return day.atTime(hours.closes()).atZone(OpeningHours.LONDON).toInstant();
        }
    }

    /** A moment at which somebody could try again, in its part. */
    record Chance(Part part, Instant at) {}

    /** Empty when a fault was noted. */
    static Optional<PartsOfDay> read(Entry list, Optional<OpeningHours> opening) {
        List<Part> parts = new ArrayList<>();
        list.children()
                .forEach((name, entry) -> entry.value(FORM, Hours::of).ifPresent(hours -> {
                    fits(entry, parts, hours);
                    opening.filter(open -> !open.opensWithin(hours))
                            .ifPresent(never -> entry.fault("The line is never open then; see "
                                    + OpeningHours.HOURS_FILE + ", or take \"" + name + "\" out."));
                    parts.add(new Part(name, hours));
                }));
        if (list.isMap() && list.children().isEmpty()) {
            list.fault("A day has at least one part; write it, such as morning: 09:00 to 12:00.");
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(new PartsOfDay(parts));
    }

    private static void fits(Entry entry, List<Part> before, Hours hours) {
        if (before.stream().anyMatch(part -> hours.opens().isBefore(part.hours().closes()))) {
            entry.fault("This begins before the part above it ends; write the parts in the order of the day.");
        }
    }

    /** The part in which this moment lies; empty outside all of them. */
    Optional<Part> of(Instant moment) {
        return parts.stream().filter(part -> part.has(moment)).findFirst();
    }

    /**
     * When somebody can be called on this day: in each part that begins after {@code last}, the first open moment at least
     * {@code apart} after it. None on a day that is no working day.
     */
    List<Chance> chances(LocalDate day, Instant last, Duration apart, OpeningHours hours) {
        if (!hours.workingDay(day)) {
            return List.of();
        }
        return parts.stream()
                .filter(part -> part.beginsOn(day).isAfter(last))
                .map(part -> new Chance(part, open(later(part.beginsOn(day), last.plus(apart)), hours)))
                .filter(chance -> chance.at().isBefore(chance.part().endsOn(day)))
                .toList();
    }

    /** The first open moment of a part of this day that is not before {@code from}; empty when there is none. */
    Optional<Instant> within(String name, LocalDate day, Instant from, OpeningHours hours) {
        return parts.stream()
                .filter(part -> part.name().equals(name) && hours.workingDay(day))
                .findFirst()
                .flatMap(part -> Optional.of(open(later(part.beginsOn(day), from), hours))
                        .filter(at -> at.isBefore(part.endsOn(day))));
    }

    private static Instant open(Instant moment, OpeningHours hours) {
        return hours.openAt(moment) ? moment : hours.nextOpening(moment);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
