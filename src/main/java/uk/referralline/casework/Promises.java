package uk.referralline.casework;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import uk.referralline.yaml.Entry;
import uk.referralline.yaml.Fault;
import uk.referralline.yaml.Faults;
import uk.referralline.yaml.Upkeep;

/**
 * How soon the service promises to act.
 *
 * @param urgentNeeds the working time that must be left of a day for an urgent request to be due on it
 * @param urgentAfterOpening how long after the next opening it is due otherwise
 * @param soonDays working days after the day of receipt
 * @param standardDays working days after the day of receipt
 */
public record Promises(Duration urgentNeeds, Duration urgentAfterOpening, int soonDays, int standardDays) {

    /** The name of the file with the promises, for messages and for finding it. */
    public static final String FILE = "due-times.yaml";

    private static final int MOST_HOURS = 8;
    private static final int MOST_DAYS = 20;

    public Promises {
        if (urgentNeeds.isNegative() || urgentAfterOpening.isNegative() || soonDays < 0 || standardDays < soonDays) {
            throw new IllegalArgumentException("a promise lies in the future, and what is soon comes first");
        }
    }

    /** Reads the file's text. Every fault is handed over; empty when there was one. */
    public static Optional<Promises> read(String text, Consumer<Fault> faults) {
        var found = new Faults();
        Optional<Promises> promises = Entry.read(FILE, text, found).flatMap(Promises::read);
        found.sorted().forEach(faults);
        return found.none() ? promises : Optional.empty();
    }

    private static Optional<Promises> read(Entry file) {
        file.onlyKeys("owner", "review", "U1", "U2", "U3");
        Upkeep.read(file);
        Optional<Entry> urgent = level(file, "U1", "same-day-if-hours-left", "hours-after-opening");
        Optional<Integer> left = urgent.flatMap(entry -> number(entry, "same-day-if-hours-left", MOST_HOURS));
        Optional<Integer> after = urgent.flatMap(entry -> number(entry, "hours-after-opening", MOST_HOURS));
        Optional<Integer> soon = days(file, "U2");
        Optional<Integer> standard = days(file, "U3");
        if (left.isEmpty() || after.isEmpty() || soon.isEmpty() || standard.isEmpty()) {
            return Optional.empty();
        }
        if (standard.get() < soon.get()) {
            file.required("U3")
                    .ifPresent(entry -> entry.named("U3")
                            .fault("This must not be sooner than U2; write as many working days, or more."));
            return Optional.empty();
        }
        return Optional.of(
                new Promises(Duration.ofHours(left.get()), Duration.ofHours(after.get()), soon.get(), standard.get()));
    }

    private static Optional<Integer> days(Entry file, String level) {
        return level(file, level, "working-days").flatMap(entry -> number(entry, "working-days", MOST_DAYS));
    }

    private static Optional<Entry> level(Entry file, String level, String... keys) {
        Optional<Entry> entry = file.required(level).map(found -> found.named(level));
        entry.ifPresent(found -> found.onlyKeys(keys));
        return entry;
    }

    private static Optional<Integer> number(Entry level, String key, int most) {
        return level.required(key).flatMap(entry -> entry.number(1, most));
    }
}
