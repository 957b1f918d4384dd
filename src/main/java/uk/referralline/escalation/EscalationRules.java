package uk.referralline.escalation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import uk.referralline.casework.Urgency;
import uk.referralline.yaml.Entry;
import uk.referralline.yaml.Fault;
import uk.referralline.yaml.Faults;

/**
 * When somebody is told of work that nobody has taken, and who, one after another.
 *
 * @param nearDue how much opening time before its due time a case of each urgency is near due
 * @param notTaken the steps for a case
 * @param nobodyOnDuty the steps for opening hours that nobody covers
 */
public record EscalationRules(Map<Urgency, Duration> nearDue, List<Step> notTaken, List<Step> nobodyOnDuty) {

    /** The name of the file, for messages and for finding it. */
    public static final String FILE = "escalation.yaml";

    private static final int MOST_MINUTES = 16 * 60;
    private static final String AFTER = "after-minutes";

    public EscalationRules {
        nearDue = Map.copyOf(nearDue);
        notTaken = List.copyOf(notTaken);
        nobodyOnDuty = List.copyOf(nobodyOnDuty);
    }

    /** Reads the file's text. Every fault is handed over; empty when there was one. */
    public static Optional<EscalationRules> read(String text, Consumer<Fault> faults) {
        var found = new Faults();
        Optional<EscalationRules> rules = Entry.read(FILE, text, found).map(EscalationRules::read);
        found.sorted().forEach(faults);
        return found.none() ? rules : Optional.empty();
    }

    /** What comes back is of use only when no fault was noted. */
    private static EscalationRules read(Entry file) {
        file.onlyKeys("owner", "review", "near-due-minutes", "not-taken", "nobody-on-duty");
        file.required("owner").ifPresent(owner -> owner.value("who keeps this file", Function.identity()));
        file.required("review").ifPresent(Entry::date);
        Map<Urgency, Duration> near = new EnumMap<>(Urgency.class);
        file.required("near-due-minutes")
                .map(entry -> entry.named("near-due-minutes"))
                .ifPresent(entry -> nearDue(entry, near));
        return new EscalationRules(near, steps(file, "not-taken"), steps(file, "nobody-on-duty"));
    }

    private static void nearDue(Entry entry, Map<Urgency, Duration> near) {
        entry.onlyKeys("U1", "U2", "U3");
        for (Urgency urgency : Urgency.values()) {
            entry.required(urgency.name())
                    .flatMap(minutes -> minutes.number(1, MOST_MINUTES))
                    .ifPresent(minutes -> near.put(urgency, Duration.ofMinutes(minutes)));
        }
    }

    private static List<Step> steps(Entry file, String key) {
        List<Step> steps = new ArrayList<>();
        Optional<Entry> list = file.required(key).map(entry -> entry.named(key));
        list.filter(entry -> entry.items().isEmpty())
                .ifPresent(entry -> entry.fault("There is no step here; write at least one."));
        boolean first = true;
        for (Entry entry : list.map(Entry::items).orElse(List.of())) {
            step(entry, first).ifPresent(steps::add);
            first = false;
        }
        return steps;
    }

    private static Optional<Step> step(Entry entry, boolean first) {
        entry.onlyKeys("tell", AFTER);
        Optional<Tell> tell =
                entry.required("tell").flatMap(who -> who.oneOf(Tell.words())).map(Tell::ofWord);
        if (first) {
            entry.child(AFTER).ifPresent(after -> after.fault("The first step waits for nothing; take this out."));
            return tell.map(who -> new Step(who, Duration.ZERO));
        }
        Optional<Integer> minutes = entry.required(AFTER).flatMap(after -> after.number(1, MOST_MINUTES));
        return tell.flatMap(who -> minutes.map(after -> new Step(who, Duration.ofMinutes(after))));
    }

    /** A gap that is yet to come is told once: there is time to fill it. */
    List<Step> steps(AlertKind kind) {
        return switch (kind) {
            case NEAR_DUE, OVERDUE -> notTaken;
            case NOBODY_ON_DUTY -> nobodyOnDuty;
            case GAP_AHEAD -> nobodyOnDuty.subList(0, 1);
        };
    }
}
