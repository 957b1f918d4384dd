package uk.referralline.play;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import uk.referralline.ivr.Keypad;
import uk.referralline.ivr.Script;

/**
 * What it costs a caller to get what they came for: the way with the fewest seconds of listening, if every prompt is heard
 * to its end and nothing is missed.
 */
public record Effort(String language, Goal goal, Heard heard) {

    /** A moment, and all that was heard until then. */
    private record Here(Moment moment, Heard heard) {}

    /** For each language and each goal that can be reached. @param keypad must know Ofcom's drama numbers */
    public static List<Effort> of(Script script, Keypad keypad) {
        var lab = new Lab(script, keypad);
        List<Effort> all = new ArrayList<>();
        for (String language : new TreeSet<>(script.languages().keySet())) {
            for (Goal goal : Goal.values()) {
                Start start = Start.of(goal.caller(), language);
                shortest(lab, start, goal).ifPresent(heard -> all.add(new Effort(language, goal, heard)));
            }
        }
        return all;
    }

    private static Optional<Heard> shortest(Lab lab, Start start, Goal goal) {
        var open = new PriorityQueue<Here>(
                Comparator.comparingDouble(here -> here.heard().seconds()));
        Set<String> seen = new HashSet<>();
        open.add(here(Heard.NOTHING, lab.begin(start), lab));
        while (!open.isEmpty()) {
            Here here = open.poll();
            if (goal.isReached(here.moment(), lab)) {
                return Optional.of(here.heard());
            }
            if (!here.moment().state().over() && seen.add(lab.likeness(here.moment()))) {
                Act.possible(here.moment().turn().reply().next()).stream()
                        .filter(act -> act.helps(goal))
                        .map(act -> here(here.heard(), lab.after(here.moment(), act), lab))
                        .filter(next -> next.moment().state().misses() == 0)
                        .forEach(open::add);
            }
        }
        return Optional.empty();
    }

    private static Here here(Heard before, Moment moment, Lab lab) {
        return new Here(moment, before.and(moment, lab));
    }

    /** A row of the report. */
    @Override
    public String toString() {
        return String.format(
                Locale.UK,
                "%-6s %-36s %7d %7d %6d %7.0f s %11.0f s",
                language,
                goal.words(),
                heard.prompts(),
                heard.presses(),
                heard.words(),
                heard.seconds(),
                heard.danger());
    }

    /** What stands above the rows. */
    static String head() {
        return String.format(
                Locale.UK,
                "%-6s %-36s %7s %7s %6s %9s %13s",
                "",
                "",
                "prompts",
                "presses",
                "words",
                "listening",
                "999/111 after");
    }
}
