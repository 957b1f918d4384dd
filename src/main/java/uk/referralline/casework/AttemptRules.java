package uk.referralline.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.referralline.duty.OpeningHours;
import uk.referralline.yaml.Entry;
import uk.referralline.yaml.Fault;
import uk.referralline.yaml.Faults;
import uk.referralline.yaml.Upkeep;

/**
 * How often and when somebody who was not reached is tried again.
 *
 * @param most so many attempts, and then a person decides what happens next
 * @param lease how long an advocate who took a callback keeps it before others may take it
 * @param apart the shortest time between two attempts
 * @param parts of the day, of which each attempt should try another
 * @param words what advocates read, for every disposition there is
 */
public record AttemptRules(
        int most, Duration lease, Duration apart, PartsOfDay parts, Map<Disposition, DispositionWords> words) {

    /** The name of the file with the rules, for messages and for finding it. */
    public static final String FILE = "attempts.yaml";

    private static final int MOST_ATTEMPTS = 10;
    private static final int LONGEST_LEASE = 480;
    private static final int MOST_HOURS = 24;
    private static final int FARTHEST = 5;

    public AttemptRules {
        words = Map.copyOf(words);
        if (most < 1 || lease.isNegative() || lease.isZero() || apart.isNegative()) {
            throw new IllegalArgumentException("there is an attempt, and somebody has time to make it");
        }
        if (words.size() < Disposition.values().length) {
            throw new IllegalArgumentException("every disposition has its words");
        }
    }

    /**
     * Reads the file's text. Every fault is handed over; empty when there was one.
     *
     * @param hours within which the parts of the day must lie; empty when they could not be read
     */
    public static Optional<AttemptRules> read(String text, Optional<OpeningHours> hours, Consumer<Fault> faults) {
        var found = new Faults();
        Optional<AttemptRules> rules = Entry.read(FILE, text, found).flatMap(file -> read(file, hours));
        found.sorted().forEach(faults);
        return found.none() ? rules : Optional.empty();
    }

    private static Optional<AttemptRules> read(Entry file, Optional<OpeningHours> hours) {
        file.onlyKeys("owner", "review", "most", "lease-minutes", "hours-apart", "parts-of-day", "dispositions");
        Upkeep.read(file);
        Optional<Integer> most = file.required("most").flatMap(entry -> entry.number(1, MOST_ATTEMPTS));
        Optional<Integer> lease = file.required("lease-minutes").flatMap(entry -> entry.number(1, LONGEST_LEASE));
        Optional<Integer> apart = file.required("hours-apart").flatMap(entry -> entry.number(0, MOST_HOURS));
        Optional<PartsOfDay> parts =
                file.required("parts-of-day").flatMap(entry -> PartsOfDay.read(entry.named("parts-of-day"), hours));
        Map<Disposition, DispositionWords> words = file.required("dispositions")
                .map(entry -> DispositionWords.read(entry.named("dispositions")))
                .orElse(Map.of());
        boolean whole = Stream.of(most, lease, apart, parts).allMatch(Optional::isPresent);
        if (!whole || words.size() < Disposition.values().length) {
            return Optional.empty();
        }
        return Optional.of(new AttemptRules(
                most.get(), Duration.ofMinutes(lease.get()), Duration.ofHours(apart.get()), parts.get(), words));
    }

    /** What an advocate reads beside this disposition. */
    public DispositionWords words(Disposition disposition) {
        return words.get(disposition);
    }

    /**
     * When to try again: the next part of a working day in which nobody has tried yet, or else the next that is not the last
     * attempt's; always later than {@code last}, and while the line is open. It looks no further than the next working day, so
     * nobody waits longer than that for a better part.
     *
     * @param last when the latest attempt was made
     * @param earlier when those before it were
     * @return empty when enough was tried: a person decides
     */
    public Optional<Instant> nextAttempt(Instant last, List<Instant> earlier, OpeningHours hours) {
        if (earlier.size() + 1 >= most) {
            return Optional.empty();
        }
        var tried = Stream.concat(earlier.stream(), Stream.of(last))
                .flatMap(at -> parts.of(at).stream())
                .collect(Collectors.toSet());
        Optional<PartsOfDay.Part> before = parts.of(last);
        List<PartsOfDay.Chance> chances = chances(last, hours);
        return first(chances, chance -> !tried.contains(chance.part()))
                .or(() -> first(chances, chance -> !before.equals(Optional.of(chance.part()))))
                .or(() -> first(chances, any -> true))
                .or(() -> Optional.of(hours.nextWorkingOpening(last)));
    }

    /**
     * The same for a person who prefers a part of the day: the next one of it on a working day.
     *
     * @param part by its name; a name that the settings no longer have is no wish
     */
    public Optional<Instant> nextAttempt(String part, Instant last, List<Instant> earlier, OpeningHours hours) {
        boolean known = parts.parts().stream().anyMatch(each -> each.name().equals(part));
        if (!known || earlier.size() + 1 >= most) {
            return nextAttempt(last, earlier, hours);
        }
        LocalDate day = last.atZone(OpeningHours.LONDON).toLocalDate();
        return Stream.iterate(day, hours::nextWorkingDay)
                .limit(FARTHEST)
                .flatMap(each -> parts.chances(each, last, apart, hours).stream())
                .filter(chance -> chance.part().name().equals(part))
                .map(PartsOfDay.Chance::at)
                .findFirst()
                .or(() -> nextAttempt(last, earlier, hours));
    }

    /**
     * Where a planned try moves for a person who prefers a part of the day: to the first moment of it from the planned day on, but
     * not before {@code earliest}.
     *
     * @param part by its name; a name that the settings no longer have is no wish
     * @return empty when the try may stay where it is
     */
    public Optional<Instant> moved(Instant planned, String part, Instant earliest, OpeningHours hours) {
        boolean fits =
                parts.of(planned).filter(each -> each.name().equals(part)).isPresent();
        if (fits && !planned.isBefore(earliest)) {
            return Optional.empty();
        }
        LocalDate day = planned.atZone(OpeningHours.LONDON).toLocalDate();
        LocalDate first =
                earliest.isAfter(planned) ? earliest.atZone(OpeningHours.LONDON).toLocalDate() : day;
        return Stream.iterate(first, hours::nextWorkingDay)
                .limit(FARTHEST)
                .flatMap(each -> parts.within(part, each, earliest, hours).stream())
                .findFirst();
    }

    /** The names of the parts of the day, in its order. */
    public List<String> partNames() {
        return parts.parts().stream().map(PartsOfDay.Part::name).toList();
    }

    private List<PartsOfDay.Chance> chances(Instant last, OpeningHours hours) {
        LocalDate day = last.atZone(OpeningHours.LONDON).toLocalDate();
        return Stream.of(day, hours.nextWorkingDay(day))
                .flatMap(each -> parts.chances(each, last, apart, hours).stream())
                .toList();
    }

    private static Optional<Instant> first(List<PartsOfDay.Chance> chances, Predicate<PartsOfDay.Chance> wanted) {
        return chances.stream().filter(wanted).map(PartsOfDay.Chance::at).findFirst();
    }
}
