package uk.referralline.casework;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import uk.referralline.yaml.Fault;
import uk.referralline.yaml.Section;

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

    /** Reads the file's text. Every fault is reported; empty when there was one. */
    public static Optional<Promises> read(String text, Consumer<Fault> faults) {
        List<Fault> found = new ArrayList<>();
        Optional<Promises> promises = Section.read(FILE, text, found::add).flatMap(Promises::read);
        found.forEach(faults);
        return found.isEmpty() ? promises : Optional.empty();
    }

    private static Optional<Promises> read(Section file) {
        file.only(Set.of("owner", "review", "U1", "U2", "U3"));
        file.text("owner");
        file.date("review");
        Optional<Section> urgent = file.section("U1");
        urgent.ifPresent(section -> section.only(Set.of("same-day-if-hours-left", "hours-after-opening")));
        Optional<Integer> left = urgent.flatMap(section -> section.number("same-day-if-hours-left", 1, MOST_HOURS));
        Optional<Integer> after = urgent.flatMap(section -> section.number("hours-after-opening", 1, MOST_HOURS));
        Optional<Integer> soon = days(file, "U2");
        Optional<Integer> standard = days(file, "U3");
        if (left.isEmpty() || after.isEmpty() || soon.isEmpty() || standard.isEmpty()) {
            return Optional.empty();
        }
        if (standard.get() < soon.get()) {
            file.fault("U3", "This must not be sooner than U2. Write as many working days, or more.");
            return Optional.empty();
        }
        return Optional.of(
                new Promises(Duration.ofHours(left.get()), Duration.ofHours(after.get()), soon.get(), standard.get()));
    }

    private static Optional<Integer> days(Section file, String level) {
        return file.section(level)
                .flatMap(section -> section.only(Set.of("working-days")).number("working-days", 1, MOST_DAYS));
    }
}
